// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>

#include "core/base/chance.hpp"
#include "core/base/result.hpp"
#include "core/store/central.hpp"
#include "sync/central/api/refusal.hpp"
#include "sync/protocol/enrolment_code.hpp"
#include "sync/protocol/messages.hpp"
#include "sync/protocol/signature.hpp"

namespace frikort::sync::central::api {

inline constexpr std::chrono::hours code_lives{24};

enum class NameRefusal { empty, too_long, not_plain, looks_like_cpr };
// A code for one kiosk of this centre, which is founded if nobody knows it. Valid for a day. Commits.
core::base::Result<protocol::EnrolmentCode, NameRefusal> issue_code(core::store::CentralStore&,
                                                                    std::string_view centre,
                                                                    core::store::Seconds now,
                                                                    core::base::Chance&);

// The code, when it is good for the key that the request brings and is signed with.
core::base::Result<core::store::Codes::Code, Refusal> looked_up(const core::store::CentralWork&,
                                                                const protocol::EnrolRequest&,
                                                                const protocol::Unproved&,
                                                                core::store::Seconds now);

// Uses the code up and keeps the key, in this Work. The same key may ask again with the same code, as often
// as an answer is lost. The request must be signed with the key it brings.
core::base::Result<protocol::EnrolAnswer, Refusal> enrol(core::store::CentralWork&,
                                                         const protocol::EnrolRequest&,
                                                         const protocol::Unproved&, const protocol::Limits&,
                                                         core::store::Seconds now);

} // namespace frikort::sync::central::api
