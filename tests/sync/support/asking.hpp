// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "sync/protocol/messages.hpp"
#include "tests/sync/support/world.hpp"

// Single requests, made by hand.
namespace frikort::tests {

sync::agent::Request signed_request(const Kiosk&, std::string_view path, const core::base::Bytes& body,
                                    std::uint64_t counter);
sync::central::api::Answer ask(Central&, const Kiosk&, const sync::agent::Request&);

} // namespace frikort::tests
