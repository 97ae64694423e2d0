// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/actions/log_earning.hpp"
#include "core/actions/staff.hpp"

namespace frikort::core::actions {

// The number of a card as staff scan or type it: the whole card, or its nine letters. Nothing when it is
// neither.
std::optional<std::string> card_number(std::string_view scanned_or_typed);

// Where pay went that staff wrote for a citizen.
enum class Went {
    notebook, // its owner sees it
    centre,   // no notebook on this kiosk has that card: kept, sealed to the inbox, until one has
};

struct NotPaid {
    std::optional<NotDone> refused;
    std::optional<NotLogged> unfit;
};
// Whether a notebook here has that card; nobody is told which.
bool knows_card(store::Store&, const std::string& number);
// Writes pay by the number of a card alone: whoever writes cannot read the notebook. Throws StoreFailure, and
// then nothing was saved.
base::Result<Went, NotPaid> write_pay_for(store::Store&, const Kiosk&, const Staff&,
                                          const std::string& number, const notebook::Earning&,
                                          const base::Clock&);
// Brings what was kept at this centre into the notebooks that are here now. Gives how many.
base::Result<std::size_t, NotDone> deliver_kept_pay(store::Store&, const Kiosk&, const Staff&,
                                                    const base::Clock&);
// How many still wait for their notebook, as far as this kiosk knows.
base::Result<std::size_t, NotDone> kept_pay(store::Store&, const Kiosk&, const Staff&);

} // namespace frikort::core::actions
