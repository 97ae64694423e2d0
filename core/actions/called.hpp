// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

#include "core/actions/open_notebook.hpp"
#include "core/actions/staff.hpp"

namespace frikort::core::actions {

// What staff know a notebook by: its call name and the last day it was open here, sealed to the centre's
// inbox. Source: sync.md "Call name".
struct CalledNotebook {
    records::StreamId stream;
    std::string name;
    std::optional<base::Date> last_used; // nothing where the clock could not be trusted then
};

// To be called whenever a notebook was opened or made. Nothing happens before the centre was set up, nor for
// a notebook without a name.
void note_use(store::Store&, const Kiosk&, const OpenNotebook&, const base::Clock&);

// All on this kiosk, by name. Name and last day, and nothing else.
base::Result<std::vector<CalledNotebook>, NotDone> find_notebooks(store::Store&, const Kiosk&, const Staff&);

} // namespace frikort::core::actions
