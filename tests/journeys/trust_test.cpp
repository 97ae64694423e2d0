// SPDX-License-Identifier: MPL-2.0
#include "core/actions/centre_root.hpp"
#include "tests/journeys/outside/central.hpp"
#include "tests/journeys/synced_kiosk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

// The leader and the office on the telephone.

using namespace frikort::tests;
using namespace std::chrono_literals;

namespace {

constexpr const char* havnen = "Værestedet Havnen";

std::string pem_of(const char* base64)
{
    return std::string{"-----BEGIN CERTIFICATE-----\n"} + base64 + "\n-----END CERTIFICATE-----\n";
}

} // namespace

TEST_CASE("The leader is shown the number for the office when the centre was set up and again at health")
{
    CentralInTheTown central{CentralInTheTown::Centres::to_be_compared};
    SyncedKiosk kiosk{central, havnen};
    const auto invited = kiosk.invite(kiosk.place.stream.name);
    kiosk.tap("staff.door");
    kiosk.press(invited);
    kiosk.tap("action.next");
    kiosk.press("LONE");
    kiosk.tap("action.next");
    kiosk.choose_code(StaffedKiosk::lones_code);
    const auto card = kiosk.card_letters();
    kiosk.tap("set_up.card.kept");
    kiosk.press(StaffedKiosk::last_four(card));
    kiosk.tap("action.next");
    CHECK(kiosk.shows("Tal til kontoret"));
    const auto number = *frikort::core::actions::fingerprint_here(*kiosk.store().begin());
    for (const auto& group : number.in_groups()) CHECK(kiosk.shows(group));
    kiosk.tap("action.next");
    CHECK(kiosk.shows("Hej Lone"));

    kiosk.round();
    kiosk.tap("desk.health");
    CHECK(kiosk.shows("Kontoret har ikke tjekket tallet endnu."));
    kiosk.tap("office_number.title");
    for (const auto& group : number.in_groups()) CHECK(kiosk.shows(group));
    REQUIRE(central.compared(havnen, number));
    kiosk.round(); // nobody does anything at the kiosk
    CHECK(kiosk.shows("Kontoret har tjekket tallet. Det passer."));
    kiosk.tap("members.done");
    CHECK(kiosk.shows("Skærmens tilstand"));
    CHECK_FALSE(kiosk.shows("Kontoret har ikke tjekket tallet endnu."));
}

TEST_CASE(
    "What citizens write before the office has compared is sent, and a card from elsewhere opens afterwards")
{
    CentralInTheTown central{CentralInTheTown::Centres::to_be_compared};
    SyncedKiosk here{central, havnen};
    const auto card = here.make_notebook("KIM");
    here.write_pay("log.day.yesterday", "350");
    here.tap("log.saved.finish");
    here.tap("bar.close");
    here.set_up(here.place.stream.name);
    here.tap("bar.close");
    here.round();
    CHECK(frikort::sync::agent::standing(*here.store().begin()).waiting == 0);
    REQUIRE(central.compared(havnen, *frikort::core::actions::fingerprint_here(*here.store().begin())));

    SyncedKiosk there{central, havnen}; // a further one needs no comparison
    there.round();
    there.open_with(card);
    there.until_it_shows("Min bog 2025");
    there.tap("overview.show");
    CHECK(there.shows("350 kr."));
}

TEST_CASE("The office's code carries its authority, and a kiosk that trusts another asks nobody")
{
    using namespace frikort::tests::outside;
    const TemporaryFolder house;
    const auto environment = plain_environment(house / "home");
    const Central central{house.path(), environment};
    const auto own = house / "authority.pem";
    const auto other = house / "other.pem";
    write(own, pem_of("MTIz"));
    write(other, pem_of("MTI0"));
    const auto page = house / "code.svg";
    const auto said = central.answer({"enrol", "--centre", havnen, "--authority", own, "--qr", page});
    const auto text = said.substr(said.rfind("FE."), said.find('\n', said.rfind("FE.")) - said.rfind("FE."));
    CHECK(text.find(".A") != std::string::npos);
    CHECK_THAT(content_of(page), ContainsSubstring("<svg") && ContainsSubstring(havnen) &&
                                     ContainsSubstring(text.substr(0, 40)));
    CHECK(content_of(page).find("<path") != std::string::npos);

    const auto enrol = [&](const std::filesystem::path& authorities, const std::string& name) {
        Program program{{FRIKORT_BINARY "/bin/frikort-kiosk", "--data", house / name, "--central",
                         "https://127.0.0.1:1", "--authorities", authorities, "--enrol", text},
                        environment,
                        house / name};
        CHECK(program.wait(1min) == 1);
        return program.err();
    };
    CHECK_THAT(enrol(other, "refuses"), ContainsSubstring("another authority"));
    CHECK_THAT(enrol(own, "asks"), ContainsSubstring("No answer from the server."));
}
