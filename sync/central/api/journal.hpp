// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/records/record.hpp"

namespace frikort::sync::central::api {

// All that the server ever writes into its log. There is no event with a text in it, so that no word, amount
// or day of anybody can get there.
enum class Event {
    enrolled,
    enrolment_refused,
    not_signed,     // a request without a signature that proves who sent it
    counter_behind, // replayed, or a kiosk that was set back
    revoked_came,
    frozen, // two different records bear one number: cloned or restored (R13)
    frozen_came,
    malformed,
    card_refused,    // unknown, or its code was wrong
    records_refused, // count
    quarantined,     // count
    store_failed,    // count: the kind of StoreFailure
    failed,          // an exception that nobody foresaw
};
std::string_view word_of(Event);

class Journal {
public:
    virtual ~Journal() = default;
    // From any thread. Without a device where it is not known who asked.
    virtual void note(Event, const std::optional<core::records::DeviceId>&, std::uint64_t count = 1) = 0;
};

} // namespace frikort::sync::central::api
