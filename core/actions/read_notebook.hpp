// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>

#include "core/actions/open_notebook.hpp"
#include "core/notebook/book.hpp"

namespace frikort::core::actions {

struct ReadNotebook {
    notebook::Book book;
    // Records that are here and could not be opened or read. To be told, never hidden: the sum may lack them.
    std::size_t unreadable = 0;
};

ReadNotebook read_notebook(store::Store&, const OpenNotebook&);
// The same inside a transaction that is under way.
ReadNotebook read_notebook(store::Work&, const OpenNotebook&);

} // namespace frikort::core::actions
