// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include "core/actions/kiosk.hpp"
#include "core/base/clock.hpp"
#include "kiosk/screens/log_pay/view.hpp"
#include "kiosk/screens/visit.hpp"

namespace frikort::kiosk::screens::log_pay {

// Where the answers go: into the open notebook, or by the number of a card into one that stays shut.
class Ledger {
public:
    virtual ~Ledger() = default;
    virtual Model begin(const Day&) = 0;
    virtual std::vector<std::string> places() = 0; // to offer, most recent first
    virtual void keep_draft(const Answers&) = 0;
    virtual void drop_draft() = 0;
    // What was wrong although every question had asked for it: shown where it can be put right.
    virtual core::base::Result<void, Problem> save(const Answers&, const core::notebook::Earning&) = 0;
    // Beside what was saved: where it is now; empty where that needs no word.
    virtual std::string where(const core::content::Texts&) = 0;
};

// The notebook of the visit. `corrects`: the entry to put right; nothing for a new one, which may go on from
// a half-done one.
std::unique_ptr<Ledger> own_notebook(const Visit&, core::store::Store&, const core::actions::Kiosk&,
                                     const core::base::Clock&, std::optional<core::base::Id> corrects);
// By staff, with the number of a card.
std::unique_ptr<Ledger> by_number(Visit&, core::store::Store&, const core::actions::Kiosk&,
                                  const core::base::Clock&, std::string number);

} // namespace frikort::kiosk::screens::log_pay
