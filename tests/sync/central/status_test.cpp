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

TEST_CASE("Whoever runs the server sees who fails and who is silent and who is frozen")
{
    Central central;
    Kiosk fails{1, central};
    Kiosk silent{2, central};
    Kiosk frozen{3, central};
    Kiosk well{4, central};
    for (auto* kiosk : {&fails, &silent, &frozen, &well}) kiosk->enrol(central);
    fails.write({frikort::core::records::StreamKind::national, {}}, frikort::core::records::Class::content,
                {1});
    fails.round();
    central.clock.pass(std::chrono::hours{8});
    for (auto* kiosk : {&fails, &frozen, &well}) kiosk->round();
    {
        const auto work = central.store.begin();
        work->kiosks().freeze(frozen.device(), central.clock.now());
        work->commit();
    }
    const auto page = central::status_page(*central.store.look(), central.clock.now());
    CHECK_THAT(page, ContainsSubstring("Kiosks that fail: 1, frozen: 1, silent: 1\n"));
    const auto line = [&](const Kiosk& kiosk) {
        const auto from = page.find(kiosk.device().hex().substr(0, 8));
        return page.substr(from, page.find('\n', from) - from);
    };
    CHECK_THAT(line(fails), ContainsSubstring("fails"));
    CHECK_THAT(line(silent), ContainsSubstring("8 h ago") && ContainsSubstring("silent"));
    CHECK_THAT(line(frozen), ContainsSubstring("frozen: cloned or restored"));
    CHECK_THAT(line(well), ContainsSubstring("well"));
}

TEST_CASE("Whoever runs the server is told in plain words why it does not start")
{
    using frikort::core::store::StoreFailure;
    using Kind = StoreFailure::Kind;
    for (const auto kind : {Kind::full, Kind::read_only, Kind::in_use, Kind::foreign, Kind::newer}) {
        const auto line = central::told(StoreFailure{kind, "sqlite: 4711"});
        CHECK(line.find("sqlite") == std::string::npos);
        CHECK(line.back() == '.');
    }
    CHECK_THAT(central::told(StoreFailure{Kind::damaged, "the file of erasures holds something else"}),
               ContainsSubstring("damaged (the file of erasures holds something else)") &&
                   ContainsSubstring("left as it is"));
    CHECK(central::told(StoreFailure{Kind::other, "something else"}) == "something else");
}
