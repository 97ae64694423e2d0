// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tl/expected.hpp>

namespace frikort::core::base {

// A value, or the reason why there is none. For what a caller must expect and handle: refusals and a
// peer's mistakes. A failing world (disk full, database gone) is an exception; our own bug is `must`.
template <class Value, class Reason>
using Result = tl::expected<Value, Reason>;

template <class Reason>
auto no(Reason reason)
{
    return tl::unexpected<Reason>{std::move(reason)};
}

} // namespace frikort::core::base
