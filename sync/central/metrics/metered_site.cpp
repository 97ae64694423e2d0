// SPDX-License-Identifier: MPL-2.0
#include "sync/central/metrics/metered_site.hpp"

#include "sync/protocol/messages.hpp"

namespace frikort::sync::central::metrics {

namespace {

http::Reply counted(Meter& meter, Way way, http::Reply reply)
{
    std::optional<protocol::Fault> fault;
    if (reply.status != 200) {
        if (const auto refused = protocol::decode_refused(reply.body)) fault = refused->fault;
    }
    meter.answered(way, reply.status, fault);
    return reply;
}

class MeteredVisit final : public http::Visit {
public:
    MeteredVisit(std::unique_ptr<http::Visit> behind, Way way, Meter& meter)
        : behind_{std::move(behind)}, way_{way}, meter_{meter}
    {
    }
    std::size_t largest_body() const override { return behind_->largest_body(); }
    http::Reply answer(core::base::BytesView body) override
    {
        return counted(meter_, way_, behind_->answer(body));
    }

private:
    std::unique_ptr<http::Visit> behind_;
    Way way_;
    Meter& meter_;
};

} // namespace

std::variant<http::Reply, std::unique_ptr<http::Visit>> MeteredSite::admit(const http::Head& head)
{
    auto admission = behind_.admit(head);
    const auto way = way_of(head.target);
    if (auto* reply = std::get_if<http::Reply>(&admission)) return counted(meter_, way, std::move(*reply));
    return std::make_unique<MeteredVisit>(std::move(std::get<std::unique_ptr<http::Visit>>(admission)), way,
                                          meter_);
}

http::Reply MeteredSite::refusal(int status) { return counted(meter_, Way::none, behind_.refusal(status)); }

} // namespace frikort::sync::central::metrics
