// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/central.hpp"

namespace frikort::core::store {

// Under which device an erasure is kept that others brought, or a file (R17). A notebook's signature says who
// may erase it and nothing of who wrote the record: a writer's numbers are given by himself alone. When he
// brings it too it gets its place among his (`Stock::take`).
records::DeviceId brought(const records::Hash&);

// True of what is offered under such a device: it stands in no chain, and is not put aside.
bool stands_alone(const Stock::Offer&);

// An erase record that holds, to be taken so.
Stock::Offer brought(const records::Record&);

} // namespace frikort::core::store
