// SPDX-License-Identifier: MPL-2.0
#include "sync/central/site.hpp"

#include "sync/protocol/messages.hpp"
#include "sync/protocol/names.hpp"
#include "sync/protocol/signature.hpp"

namespace frikort::sync::central {

using core::base::Bytes;
using core::base::BytesView;
using protocol::Fault;

namespace {

constexpr std::chrono::seconds breathe{5};

http::Reply reply_of(api::Answer answer)
{
    return {answer.status, std::string{protocol::content_type}, std::move(answer.body), answer.retry_after};
}

Fault fault_of(int status)
{
    switch (status) {
    case 413:
        return Fault::too_large;
    case 500:
        return Fault::failed;
    case 503:
        return Fault::busy;
    default:
        return Fault::malformed;
    }
}

api::Head head_of(const http::Head& head)
{
    return {head.method,
            head.target,
            head.host,
            head.field("content-type"),
            head.field("content-digest"),
            head.field("frikort-counter"),
            head.field("signature-input"),
            head.field("signature")};
}

class DeskVisit final : public http::Visit {
public:
    DeskVisit(DeskSite& site, const api::Desk& desk, api::Journal& journal, api::Admitted admitted)
        : site_{site}, desk_{desk}, journal_{journal}, admitted_{std::move(admitted)}
    {
    }
    std::size_t largest_body() const override { return admitted_.largest_body; }
    http::Reply answer(BytesView body) override
    {
        try {
            return reply_of(desk_.answer(admitted_, body));
        } catch (const std::exception&) {
            journal_.note(api::Event::failed, admitted_.claim.device);
            return site_.refusal(500);
        }
    }

private:
    DeskSite& site_;
    const api::Desk& desk_;
    api::Journal& journal_;
    api::Admitted admitted_;
};

} // namespace

std::variant<http::Reply, std::unique_ptr<http::Visit>> DeskSite::admit(const http::Head& head)
{
    if ((head.method == "GET" || head.method == "HEAD") && head.target == "/health") {
        const auto well = core::base::view_of("well\n");
        return http::Reply{200, "text/plain", Bytes{well.begin(), well.end()}, {}};
    }
    try {
        auto admitted = desk_.admit(head_of(head));
        if (!admitted) return reply_of(std::move(admitted.error()));
        return std::make_unique<DeskVisit>(*this, desk_, journal_, std::move(*admitted));
    } catch (const std::exception&) {
        journal_.note(api::Event::failed, {});
        return refusal(500);
    }
}

http::Reply DeskSite::refusal(int status)
{
    const auto fault = fault_of(status);
    auto reply = reply_of({status, encode(protocol::Refused{fault, {}}), {}});
    if (fault == Fault::busy) reply.retry_after = breathe;
    return reply;
}

} // namespace frikort::sync::central
