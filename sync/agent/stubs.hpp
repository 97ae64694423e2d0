// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "sync/agent/halves.hpp"

// The end of a push. Not for other rooms.
namespace frikort::sync::agent {

// Header and digests of what was refused, so that the chain has no hole (R3).
Step push_stubs(Round&);

} // namespace frikort::sync::agent
