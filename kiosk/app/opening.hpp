// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/actions/kiosk.hpp"
#include "core/actions/server_half.hpp"
#include "core/base/date.hpp"
#include "core/store/data_folder.hpp"
#include "core/store/sqlite_store.hpp"

namespace frikort::kiosk::app {

// Opens the kiosk's store. A damaged one is kept as it is, under another name, and what can be proved of it
// is read into a new one: the kiosk goes on, asks the server for what it has, and tells staff what is missing
// (core/actions/rescued). A machine that no longer knows which numbers it gave out gets another key. Said in
// the log, in numbers. So also when its device key or its pepper was lost (core/actions/lost_name,
// server_half; `half`: whether the pepper was made anew just now). `today` names the file. Throws
// StoreFailure.
void open_or_rescue(std::optional<core::store::SqliteStore>&, const core::store::DataFolder&,
                    core::actions::Kiosk&, core::base::Date today,
                    core::actions::OwnHalf = core::actions::OwnHalf::kept);

} // namespace frikort::kiosk::app
