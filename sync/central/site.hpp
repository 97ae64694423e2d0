// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "sync/central/api/desk.hpp"
#include "sync/central/http/site.hpp"

namespace frikort::sync::central {

// The desk behind HTTP: paths, fields and replies on one side, heads and answers on the other. Adds GET
// /health.
class DeskSite final : public http::Site {
public:
    DeskSite(const api::Desk& desk, api::Journal& journal) : desk_{desk}, journal_{journal} {}

    std::variant<http::Reply, std::unique_ptr<http::Visit>> admit(const http::Head&) override;
    http::Reply refusal(int status) override;

private:
    const api::Desk& desk_;
    api::Journal& journal_;
};

} // namespace frikort::sync::central
