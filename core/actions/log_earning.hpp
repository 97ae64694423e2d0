// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/actions/open_notebook.hpp"
#include "core/base/clock.hpp"
#include "core/notebook/earning.hpp"

namespace frikort::core::actions {

// Why an entry is not taken. Never because of the limit: money paid is a fact (product.md rule 4).
enum class NotLogged {
    future_day,       // only with a trusted clock (sync.md R10)
    no_amount,        // nothing or less
    amount_too_large, // over Money::largest_ore
    bad_place,        // empty, longer than notebook::longest_place, or not plain text
    place_like_cpr,
    bad_time,   // no minutes, or more than notebook::most_minutes
    bad_reason, // of a correction: too long or not plain text
    reason_like_cpr,
    unknown_entry, // of a correction: no such entry in this notebook
    unchanged,     // of a correction: the entry says so already; nothing was written
};

// As it would be written, its place tidied; or why it is refused.
base::Result<notebook::Earning, NotLogged> fit(notebook::Earning, const base::Clock&);

// Writes the payment and drops the half-done entry, in one transaction; when it returns, both survive a power
// cut. Returns the entry's id. Throws StoreFailure, and then nothing was saved.
base::Result<base::Id, NotLogged> log_earning(store::Store&, const Kiosk&, const OpenNotebook&,
                                              const notebook::Earning&, const base::Clock&);

} // namespace frikort::core::actions
