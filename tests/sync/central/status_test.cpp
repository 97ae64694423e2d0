// SPDX-License-Identifier: MPL-2.0
#include "sync/central/status.hpp"

#include "sync/central/told.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;

TEST_CASE("The status page names kiosks and centres and counts records and nothing else")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    for (int i = 0; i < 3; ++i) kiosk.write(notebook);
    kiosk.round();
    central.clock.pass(std::chrono::minutes{7});
    const auto page = central::status_page(*central.store.look(), central.clock.now());
    CHECK_THAT(page,
               ContainsSubstring(kiosk.device().hex().substr(0, 8) + "  Værestedet Havnen  7 min ago     3"));
    CHECK_THAT(page, ContainsSubstring("notebook  " + notebook.stream.name.hex().substr(0, 8) + "  3\n"));
    CHECK_THAT(page, ContainsSubstring("In quarantine: 0\n"));
    CHECK(page.find(kiosk.device().hex()) == std::string::npos);
}

TEST_CASE("Whoever runs the server is told in plain words why it does not start")
{
    using frikort::core::store::StoreFailure;
    using Kind = StoreFailure::Kind;
    for (const auto kind :
         {Kind::full, Kind::read_only, Kind::in_use, Kind::damaged, Kind::foreign, Kind::newer}) {
        const auto line = central::told(StoreFailure{kind, "sqlite: 4711"});
        CHECK(line.find("sqlite") == std::string::npos);
        CHECK(line.back() == '.');
    }
    CHECK(central::told(StoreFailure{Kind::other, "something else"}) == "something else");
}
