// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/base/chance.hpp"
#include "core/base/result.hpp"
#include "core/store/central.hpp"
#include "sync/central/api/answer.hpp"
#include "sync/central/api/clock.hpp"
#include "sync/central/api/quota.hpp"
#include "sync/protocol/limits.hpp"
#include "sync/protocol/signature.hpp"

namespace frikort::sync::central::api {

// What every handler works with. All of it must outlive the handler.
struct Workplace {
    core::store::CentralStore& store;
    const Clock& clock;
    Journal& journal;
    const protocol::Limits& limits;
    core::base::Chance& chance; // from any thread
    Quota& quota;
};

// One for each way of PROTOCOL.md. The body is the signed one; the claim is proved, but that of an enrolment,
// whose key is in the body. They throw StoreFailure.
using Done = core::base::Result<Answer, Refusal>;
Done enrolled(const Workplace&, const protocol::Unproved&, core::base::BytesView body);
Done told(const Workplace&, const protocol::Unproved&, core::base::BytesView body);
Done pulled(const Workplace&, const protocol::Unproved&, core::base::BytesView body);
Done pushed(const Workplace&, const protocol::Unproved&, core::base::BytesView body);
Done followed(const Workplace&, const protocol::Unproved&, core::base::BytesView body);

// The kiosk as it is now; its request is noted in this Work.
core::base::Result<core::store::Kiosk, Refusal>
recognise(core::store::CentralWork&, const protocol::Unproved&, core::store::Seconds now);

} // namespace frikort::sync::central::api
