// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/store/central.hpp"

namespace frikort::core::store {

// An erasure that others bring than its writer, or a file (R17). A notebook's signature says who may erase it
// and nothing of who wrote the record: a writer's numbers are given by himself alone, and his ids are not
// kept for him. So it is kept under a device and an id that are nobody's. When he brings it too it gets its
// place among his (`Stock::take`).
records::DeviceId brought(const records::Hash&);
// Made of what the notebook signed: of all that somebody makes of one erasure one is kept.
base::Id brought_id(const records::Stub&);
// True of ids that no record of a kiosk may have: chance does not draw them.
bool is_brought_id(const base::Id&);

// True of what is offered so: it stands in no chain, and is not put aside.
bool stands_alone(const Stock::Offer&);

// An erase record that holds, to be taken so.
Stock::Offer brought(const records::Record&);
// Whether a record that is kept under this device, made after `previous`, is the erasure that is offered, one
// of the two brought by others: they may have said wrongly what it was made after, which nobody signed.
bool is_same_erasure(const Stock::Offer&, const records::DeviceId& kept_under, const records::Hash& previous,
                     const records::Hash& kept);
// The id under which the same record may be kept instead: its writer's, or the one that is nobody's.
std::optional<base::Id> other_id(const Stock::Offer&);

} // namespace frikort::core::store
