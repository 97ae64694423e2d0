// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kiosk/screens/log_pay/log_pay.hpp"

// From question to question. Private to log_pay.
namespace frikort::kiosk::screens::log_pay {

// With a clock that cannot be trusted nothing is preset: the year is asked first (sync.md R10).
Step first_step(const Day&);
// Shows a question, with nothing typed and nothing wrong.
void ask(Model&, Step);

} // namespace frikort::kiosk::screens::log_pay
