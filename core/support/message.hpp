// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"

// Asking for help and what comes of it. Each message is one record in the notebook of whoever asked, or in
// one made for this request alone; it is read by its owner and by the staff of the centre where it was
// written.
namespace frikort::core::support {

using base::Id;

inline constexpr std::size_t longest_words = 400; // characters
inline constexpr std::size_t longest_whom = 30;

enum class Topic : std::uint8_t { frikort = 1, job = 2, pay = 3, other = 4 };
enum class Wish : std::uint8_t { read_answer = 1, be_talked_to = 2 };

struct Request {
    Topic topic = Topic::other;
    Wish wish = Wish::read_answer;
    std::optional<std::string> words;
    std::optional<std::string> whom; // to ask for, where somebody wants to be talked to; need not be a name
    friend bool operator==(const Request&, const Request&) = default;
};
// Whoever asked goes on writing.
struct More {
    Id request;
    std::string words;
    friend bool operator==(const More&, const More&) = default;
};
struct Answer {
    Id request;
    std::string words;
    std::string by; // what the member is called here
    friend bool operator==(const Answer&, const Answer&) = default;
};
using Body = std::variant<Request, More, Answer>;

struct Message {
    std::optional<base::Date> day; // nothing where the clock could not be trusted (sync.md R10)
    std::optional<Id> after;       // the last message its writer had seen; clocks decide no order
    Body body;
    friend bool operator==(const Message&, const Message&) = default;
};

enum class Malformed { not_json, wrong_shape, not_a_message, bad_date, bad_text, bad_id, too_long };

// JSON whose "kind" begins with "message.".
std::string encode(const Message&);
// Holds every field to its limits; unknown fields are passed over here (sync.md R12). `not_a_message`: of
// another kind, or of a newer program.
base::Result<Message, Malformed> decode(std::string_view json);

} // namespace frikort::core::support
