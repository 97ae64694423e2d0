// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

#include "core/sealing/generations.hpp"
#include "core/store/central.hpp"

namespace frikort::core::store {

// Of key records as a stock took them, in its order. Views into them.
std::vector<sealing::FoundGeneration> generations_in(const std::vector<records::Record>& keys);

// Whether this erases a whole notebook, signed by the newest generation of its keys that the stock knows, or
// by any where it knows none: whoever brings it (sync.md "Erasing").
bool may_erase(const Stock&, const records::Record&);

} // namespace frikort::core::store
