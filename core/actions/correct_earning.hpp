// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/log_earning.hpp"
#include "core/notebook/body.hpp"

namespace frikort::core::actions {

// Writes a new record that replaces what the entry says now (also where two corrections disagreed: this
// settles it). `entry` is notebook::Entry::id. Otherwise as `log_earning`.
base::Result<base::Id, NotLogged> correct_earning(store::Store&, const Kiosk&, const OpenNotebook&,
                                                  const base::Id& entry, const notebook::Version& now,
                                                  const std::optional<std::string>& reason,
                                                  const base::Clock&);

} // namespace frikort::core::actions
