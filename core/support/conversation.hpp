// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/support/message.hpp"

namespace frikort::core::support {

// The kiosk that wrote a record, and its own gap-free count.
using Device = base::Name<struct WriterTag, 16>;
struct Origin {
    std::uint64_t number = 0;
    Device device;
    friend auto operator<=>(const Origin&, const Origin&) = default;
};

// One message, opened and read. Who signed it was checked: a request and what follows it by whoever owns the
// notebook, an answer by somebody else.
struct Fact {
    Id id;
    Origin origin;
    Message message;
};

struct Said {
    Id id;
    enum class Who : std::uint8_t { citizen, staff } who = Who::citizen;
    std::string words; // empty where the request had none
    std::string by;    // of an answer: who wrote it; empty: nobody that is known here
    std::optional<base::Date> day;
};

struct Conversation {
    Id request;
    Request asked;
    std::vector<Said> said; // in the order of reading, the request first
    bool answered() const;  // the last word is the staff's
};

// The conversations that a set of messages makes, the newest request first; their order and repetitions do
// not matter (sync.md R11). A message comes after the one its writer had seen; of two that came after the
// same one the numbers decide, so that every kiosk shows one order. What is about a request that is not here
// is left out until it comes.
std::vector<Conversation> conversations(std::span<const Fact>);

} // namespace frikort::core::support
