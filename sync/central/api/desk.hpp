// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/bytes.hpp"
#include "core/base/chance.hpp"
#include "core/base/result.hpp"
#include "core/store/central.hpp"
#include "sync/central/api/answer.hpp"
#include "sync/central/api/clock.hpp"
#include "sync/central/api/quota.hpp"
#include "sync/protocol/limits.hpp"
#include "sync/protocol/names.hpp"
#include "sync/protocol/signature.hpp"

namespace frikort::sync::central::api {

// A request without its body, as it came. Nothing where a field is missing or came more than once.
struct Head {
    std::string method;
    std::string path;
    std::string authority; // the Host field in small letters
    std::optional<std::string> content_type;
    std::optional<std::string> digest;
    std::optional<std::string> counter;
    std::optional<std::string> input;
    std::optional<std::string> signature;
};

enum class Route { enrol, news, pull, push, follow };

// A request whose body is worth reading.
struct Admitted {
    Route route = Route::news;
    protocol::Unproved claim; // proved, except for an enrolment, whose key is in the body
    std::string digest;
    std::size_t largest_body = 0; // bytes
};

// Where requests arrive: who asks, may he, and which handler answers. Knows no network. From any thread.
class Desk {
public:
    // Chance is drawn by any thread. `bytes_a_day`: that are new, of each kiosk.
    Desk(core::store::CentralStore&, const Clock&, Journal&, core::base::Chance&,
         const protocol::Limits& = {}, std::uint64_t bytes_a_day = Quota::standard);

    // Reads nothing but the head, so nobody without a key can make the server read more than an enrolment.
    core::base::Result<Admitted, Answer> admit(const Head&) const;
    // Every failure of the store ends here, as an answer.
    Answer answer(const Admitted&, core::base::BytesView body) const;
    // Both in one.
    Answer handle(const Head&, core::base::BytesView body) const;

private:
    Answer refuse(protocol::Fault, const std::optional<core::records::DeviceId>&) const;
    core::base::Result<Admitted, Answer> check(const Head&) const;
    core::base::Result<Answer, Refusal> dispatch(const Admitted&, core::base::BytesView body) const;

    core::store::CentralStore& store_;
    const Clock& clock_;
    Journal& journal_;
    core::base::Chance& chance_;
    protocol::Limits limits_;
    mutable Quota quota_; // locks itself
};

} // namespace frikort::sync::central::api
