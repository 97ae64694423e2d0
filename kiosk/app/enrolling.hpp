// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/kiosk.hpp"
#include "core/store/data_folder.hpp"
#include "core/store/store.hpp"
#include "kiosk/app/options.hpp"

namespace frikort::kiosk::app {

// Enrols with the server and prints, for the person who does it, what came of it and the code with which the
// staff set up their centre at the screen. Gives the program's exit code. Throws StoreFailure.
// A kiosk that the server froze or revoked gets a new device key first (sync.md R13).
int enrol(core::store::Store&, const core::store::DataFolder&, const core::actions::Kiosk&, const Options&);

// Prints a new set-up code, where the first one was lost. The program's exit code. Throws StoreFailure.
int print_set_up_code(core::store::Store&, const core::actions::Kiosk&);

} // namespace frikort::kiosk::app
