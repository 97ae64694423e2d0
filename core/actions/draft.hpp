// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/actions/open_notebook.hpp"

namespace frikort::core::actions {

inline constexpr std::size_t longest_draft = 8 * 1024; // bytes

// A half-done entry, in whatever words the screen keeps it: sealed to the notebook, on this kiosk only, one
// per notebook. Survives a power cut once `keep_draft` returned. Saving an entry drops it.
void keep_draft(store::Store&, const Kiosk&, const OpenNotebook&, std::string_view words);
// Reads it; it stays until it is dropped, so that nothing is lost between. Also one from before a new card or
// code. Nothing when there is none, or when it was sealed under keys that these do not lead to.
std::optional<std::string> take_draft(store::Store&, const OpenNotebook&);
void drop_draft(store::Store&, const OpenNotebook&);

} // namespace frikort::core::actions
