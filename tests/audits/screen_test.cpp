// SPDX-License-Identifier: MPL-2.0
#include "tests/audits/screen.hpp"

#include <stdexcept>

#include "tests/support/catch.hpp"

using namespace frikort::tests::audits;
using nlohmann::json;

namespace {

json written()
{
    return json::parse(
        R"({"screen":"home","date":"2025-11-21","language":"da","theme":"medium","text_size":"M",
        "panel":{"width_px":1280,"height_px":800,"px_per_mm":5.88},
        "nodes":[{"role":"button","name":"Min bog","spoken":"Min bog. Skriv løn","rect":[41,112,300.5,118],
        "hit":[30,100,320,140],"clip":[0,0,1280,800],"lines":["Min bog","Skriv løn"],"enabled":true,
        "selected":false,"fg":"#ffffff","bg":"#0f3d3e","cap_px":30.6,"private":false},
        {"role":"text","name":"a","spoken":"a","rect":[0,0,1,1],"hit":null,"clip":[0,0,1,1],"lines":["a"],
        "enabled":true,"selected":false,"fg":"#ffffff","bg":"#0f3d3e","cap_px":30.6,"private":true}]})");
}

} // namespace

TEST_CASE("A screen is read as the tour writes it")
{
    const auto screen = screen_from(written());
    CHECK(screen.name == "home");
    CHECK(screen.px_per_mm == Approx(5.88));
    REQUIRE(screen.nodes.size() == 2);
    CHECK(screen.nodes[0].rect.w == Approx(300.5));
    CHECK(screen.nodes[0].hit->h == Approx(140));
    CHECK(screen.nodes[0].lines.size() == 2);
    CHECK_FALSE(screen.nodes[1].hit);
    CHECK(screen.nodes[1].is_private);
}

TEST_CASE("A list in another form than the published one is refused")
{
    auto no_panel = written();
    no_panel.erase("panel");
    CHECK_THROWS(screen_from(no_panel));
    auto more = written();
    more["nodes"][0]["edge"] = "#000000";
    CHECK_THROWS_AS(screen_from(more), std::runtime_error);
    auto role = written();
    role["nodes"][0]["role"] = "list_item";
    CHECK_THROWS_AS(screen_from(role), std::runtime_error);
    auto three = written();
    three["nodes"][0]["rect"] = {1, 2, 3};
    CHECK_THROWS_AS(screen_from(three), std::runtime_error);
}
