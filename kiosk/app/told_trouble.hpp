// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kiosk/screens/about/about.hpp"
#include "sync/agent/standing.hpp"

// Private to kiosk/app: screens do not know the agent.
namespace frikort::kiosk::app {

screens::about::Trouble told_as(sync::agent::Trouble);

} // namespace frikort::kiosk::app
