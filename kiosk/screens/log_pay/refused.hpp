// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/log_earning.hpp"
#include "kiosk/screens/log_pay/log_pay.hpp"

namespace frikort::kiosk::screens::log_pay {

// What an action refused although every question had asked for it. Private to log_pay.
Problem problem_of(core::actions::NotLogged);

} // namespace frikort::kiosk::screens::log_pay
