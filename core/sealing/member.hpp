// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string_view>

#include "core/sealing/shared.hpp"
#include "core/sealing/stretch.hpp"

namespace frikort::core::sealing {

using MemberId = base::Name<struct MemberTag, 16>;

// What a member's own code opens: the centre's inbox, and the key that signs for them.
struct MemberKeys {
    SigningKey sign;
    InboxKeys inbox;
};

// Argon2id over the code, with the kiosk's pepper: a member signs in where they were let in. Blocks for as
// long as the cost says.
Secret stretch_member(const MemberId&, std::string_view code, const Pepper&, const Cost&);

base::Bytes wrap_member(const Secret& stretched, const MemberId&, const MemberKeys&, base::Chance&);
// Nothing with another code, for another member, or when a byte was touched.
std::optional<MemberKeys> unwrap_member(const Secret& stretched, const MemberId&, base::BytesView wrapped);

} // namespace frikort::core::sealing
