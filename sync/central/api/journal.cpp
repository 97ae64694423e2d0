// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/journal.hpp"

namespace frikort::sync::central::api {

std::string_view word_of(Event event)
{
    switch (event) {
    case Event::enrolled:
        return "enrolled";
    case Event::enrolment_refused:
        return "enrolment_refused";
    case Event::not_signed:
        return "not_signed";
    case Event::counter_behind:
        return "counter_behind";
    case Event::revoked_came:
        return "revoked_came";
    case Event::frozen:
        return "frozen";
    case Event::frozen_came:
        return "frozen_came";
    case Event::malformed:
        return "malformed";
    case Event::card_refused:
        return "card_refused";
    case Event::records_refused:
        return "records_refused";
    case Event::quarantined:
        return "quarantined";
    case Event::store_failed:
        return "store_failed";
    case Event::failed:
        return "failed";
    case Event::brought_too_much:
        return "brought_too_much";
    case Event::other_root:
        return "other_root";
    }
    return "unknown";
}

} // namespace frikort::sync::central::api
