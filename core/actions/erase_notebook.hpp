// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/open_notebook.hpp"

namespace frikort::core::actions {

enum class Erased {
    yes,
    newer_card, // a newer one was made elsewhere: only that one may erase
};

// Erases the whole notebook (sync.md "Erasing", R17). When it returns, nothing of it is in any file of this
// kiosk but numbers and digests, and the erasure, signed by the notebook, waits for the server; other kiosks
// erase when they hear of it. It cannot be taken back. The open keys are the caller's to let go of. Throws
// StoreFailure, and then everything is as it was.
Erased erase_notebook(store::Store&, const Kiosk&, const OpenNotebook&);

} // namespace frikort::core::actions
