// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/sealing/key_record.hpp"

// What generation records are signed and sealed over. Not for other rooms.
namespace frikort::core::sealing {

base::Bytes link_bytes(const records::StreamId&, std::uint32_t number, const PublicKeys&);
base::Bytes earlier_context(const records::StreamId&, std::uint32_t in, std::uint32_t earlier,
                            const SignPublic&);

} // namespace frikort::core::sealing
