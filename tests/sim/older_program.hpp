// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/sealing/keys.hpp"
#include "sync/agent/transport.hpp"

// A kiosk's program from before protocol 2, made of today's: what it would have said and understood.
namespace frikort::tests::sim {

sync::agent::Request as_before(const sync::agent::Request&, const std::string& authority,
                               const core::sealing::SigningKey& device);
sync::agent::Reply as_before(sync::agent::Reply);

} // namespace frikort::tests::sim
