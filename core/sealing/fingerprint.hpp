// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/records/record.hpp"
#include "core/sealing/keys.hpp"

namespace frikort::core::sealing {

// What two people compare by telephone to know that both mean the same keys of a centre: forty digits, in
// eight groups of five; 132 bits of the digest of the centre's stream and its root. Source: PROTOCOL.md
// "Fingerprints".
class Fingerprint {
public:
    static constexpr std::size_t groups = 8;
    static constexpr std::size_t digits = 5; // of a group

    static Fingerprint of(const records::StreamId& centre, const SignPublic& root);
    // Reads what people type: the digits, whatever blanks, dots and dashes stand between. Nothing for more or
    // fewer digits, and for anything else.
    static std::optional<Fingerprint> read(std::string_view typed);

    std::array<std::string, groups> in_groups() const;
    std::string text() const;                                     // "01234 56789 ..."
    const std::string& all_digits() const { return all_digits_; } // as codes carry them and stores keep them

    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;

private:
    explicit Fingerprint(std::string all) : all_digits_{std::move(all)} {}
    std::string all_digits_;
};

} // namespace frikort::core::sealing
