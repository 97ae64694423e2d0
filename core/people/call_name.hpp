// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/people/cpr.hpp"

namespace frikort::core::people {

enum class Unfit { empty, too_long, not_plain, looks_like_cpr };

// Free words in a field of at most `most` characters: tidied, or why not.
base::Result<std::string, Unfit> free_text(std::string_view typed, std::size_t most);

// "What shall we call you?" It need not be one's own name.
class CallName {
public:
    static constexpr std::size_t longest = 30; // characters
    static base::Result<CallName, Unfit> from(std::string_view typed);

    const std::string& text() const { return text_; } // tidied, as typed otherwise
    std::string folded() const;                       // "Åse" and "åse" are one name
    friend bool operator==(const CallName&, const CallName&) = default;

private:
    explicit CallName(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

} // namespace frikort::core::people
