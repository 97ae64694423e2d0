// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/records/record.hpp"
#include "core/store/store.hpp"

// A machine whose device key is lost, or damaged, goes on under the name of another one (sync.md R13).
namespace frikort::core::actions {

// At each start: keeps by which name this machine goes. When it went by another before and was not enrolled
// anew meanwhile, its key is lost: what it wrote under the old name and was not acknowledged is set aside for
// staff. `noted`: who wrote last, for a database that does not say it yet. The caller commits.
void note_own_name(store::Work&, const records::DeviceId& now, const std::optional<records::DeviceId>& noted);

// Whose key was lost, until this machine was enrolled anew.
std::optional<records::DeviceId> lost_name(store::Work&);
void end_lost_name(store::Work&);

} // namespace frikort::core::actions
