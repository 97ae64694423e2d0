// SPDX-License-Identifier: MPL-2.0
#include "core/store/memory/tables.hpp"

#include "core/base/must.hpp"

namespace frikort::core::store::memory {

Tables& Desk::tables() const
{
    base::must(!done_);
    return tables_;
}

Journal& Desk::journal()
{
    base::must(!done_);
    return journal_;
}

void Desk::keep()
{
    journal().keep();
    done_ = true;
}

void Desk::undo()
{
    journal().undo();
    done_ = true;
}

} // namespace frikort::core::store::memory
