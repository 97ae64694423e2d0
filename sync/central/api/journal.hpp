// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
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
    card_refused,     // unknown, or its code was wrong
    records_refused,  // count
    quarantined,      // count
    store_failed,     // count: the kind of StoreFailure
    failed,           // an exception that nobody foresaw
    brought_too_much, // a kiosk that has used up its day (Quota)
    other_root,       // a kiosk told other keys of its centre than were told or compared before
};
std::string_view word_of(Event);
inline constexpr std::array all_events{Event::enrolled,        Event::enrolment_refused, Event::not_signed,
                                       Event::counter_behind,  Event::revoked_came,      Event::frozen,
                                       Event::frozen_came,     Event::malformed,         Event::card_refused,
                                       Event::records_refused, Event::quarantined,       Event::store_failed,
                                       Event::failed,          Event::brought_too_much,  Event::other_root};

// What is counted and never stands in the log: there is too much of it.
enum class Tally {
    records_accepted,
    records_duplicate,
    records_rejected,
    records_quarantined, // they are rejected too
    records_erased,
    records_later,
    records_sent, // to kiosks that pull
    cards_followed,
};
inline constexpr std::array all_tallies{
    Tally::records_accepted, Tally::records_duplicate, Tally::records_rejected, Tally::records_quarantined,
    Tally::records_erased,   Tally::records_later,     Tally::records_sent,     Tally::cards_followed};

class Journal {
public:
    virtual ~Journal() = default;
    // From any thread. Without a device where it is not known who asked.
    virtual void note(Event, const std::optional<core::records::DeviceId>&, std::uint64_t count = 1) = 0;
    // From any thread, after what is counted was committed. Who does not count may leave it.
    virtual void add(Tally, std::uint64_t) {}
};

} // namespace frikort::sync::central::api
