// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/central.hpp"

namespace frikort::core::store {

// The mark after `before`, when these took the counters up to `counter`. Not for other rooms.
Mark mark_after(const Mark& before, std::uint64_t counter, std::span<const base::Hash> taken);
// And when a centre began to follow a notebook.
Mark mark_after(const Mark& before, std::uint64_t counter, const records::StreamId& centre,
                const records::StreamId& notebook);

} // namespace frikort::core::store
