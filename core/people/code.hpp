// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/result.hpp"
#include "core/people/wiped.hpp"

namespace frikort::core::people {

// Why a code is not taken when somebody chooses one. Source: sync.md "Card": dates, runs and repetitions are
// refused.
enum class WeakCode {
    unfinished, // not six digits, or not five pictures
    date,       // day-month-year, month-day-year or year-month-day, two digits each
    run,        // 123456, 654321, 890123; five pictures as they stand in the row
    repetition, // 111111, 121212, 123123; five times one picture
};

// Six digits.
class Pin {
public:
    static constexpr std::size_t length = 6;
    static base::Result<Pin, WeakCode> choose(std::string_view digits);
    // For opening: only the form is looked at. Nothing unless there are six digits.
    static std::optional<Pin> typed(std::string_view digits);
    friend bool operator==(const Pin&, const Pin&) = default;

private:
    friend class Code;
    explicit Pin(std::string_view digits) : digits_{digits} {}
    Wiped digits_;
};

// Five of sixteen pictures in order; one may come again. Pictures are numbered from 0.
class PictureCode {
public:
    static constexpr std::size_t length = 5;
    static constexpr std::uint8_t pictures = 16;
    static base::Result<PictureCode, WeakCode> choose(std::span<const std::uint8_t> picked);
    static std::optional<PictureCode> touched(std::span<const std::uint8_t> picked);
    friend bool operator==(const PictureCode&, const PictureCode&) = default;

private:
    friend class Code;
    explicit PictureCode(std::span<const std::uint8_t> picked);
    Wiped letters_; // 'a' for picture 0
};

// What only the citizen knows: one or the other kind. Wipes itself.
class Code {
public:
    Code(const Pin& pin) : Code{"pin:", pin.digits_} {}
    Code(const PictureCode& pictures) : Code{"pictures:", pictures.letters_} {}
    // Of a receipt, which needs none: see Receipt.
    static Code of_receipts() { return Code{"receipt:", {}}; }
    // What keys are stretched from. Says its kind first, so that no PIN is ever the bytes of a picture code.
    const Wiped& bytes() const { return bytes_; }
    friend bool operator==(const Code&, const Code&) = default;

private:
    Code(std::string_view kind, const Wiped& letters);
    Wiped bytes_;
};

} // namespace frikort::core::people
