// SPDX-License-Identifier: MPL-2.0
#include "core/actions/to_notebook.hpp"
#include "core/people/card.hpp"
#include "core/sealing/stretch.hpp"
#include "tests/journeys/outside/central.hpp"
#include "tests/journeys/synced_kiosk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

// A client in another language, written from PROTOCOL.md alone (tests/stranger), with our server and our
// kiosks.

using namespace frikort::tests::outside;
using namespace std::chrono_literals;
using frikort::tests::CentralInTheTown;
using frikort::tests::SyncedKiosk;
using frikort::tests::TemporaryFolder;

namespace {

// What the program says, without the line's end.
std::string said(const std::filesystem::path& folder, const std::string& script,
                 const std::vector<std::string>& words)
{
    std::vector<std::string> command{"/usr/bin/python3", "-B", "-s",
                                     FRIKORT_SOURCE "/tests/stranger/" + script};
    command.insert(command.end(), words.begin(), words.end());
    Program program{command, plain_environment(folder / "home"), folder / "said"};
    const auto status = program.wait(4min);
    INFO(program.out() << program.err());
    REQUIRE(status == 0);
    const auto out = program.out();
    return out.substr(0, out.find_last_not_of('\n') + 1);
}

const std::string vectors = FRIKORT_SOURCE "/sync/protocol/vectors.json";

// One round at the server as it is shipped.
void goes_well(const std::string& journey)
{
    const TemporaryFolder house;
    Central central{house.path(), plain_environment(house / "home")};
    const auto kiosks = house / "kiosks";
    std::filesystem::create_directory(kiosks);
    CHECK(said(house.path(), "journeys.py",
               {central.address(), kiosks, journey, central.code_for("Havnen"), central.code_for("Havnen"),
                central.code_for("Perronen")}) == "done");
    CHECK(central.end() == 0);
}

// The other program at a server with our kiosk, step by step.
struct Stranger {
    std::string operator()(const std::string& step, std::vector<std::string> words = {}) const
    {
        words.insert(words.begin(), {url, folder / "kept", step});
        return said(folder.path(), "stranger.py", words);
    }
    std::string url;
    TemporaryFolder folder{};
};

// What staff had kept for a card comes into its book from two kiosks at once: it counts once.
void bring_twice(SyncedKiosk& kiosk, const std::string& card, int kroner)
{
    namespace core = frikort::core;
    const auto work = kiosk.store().begin();
    const auto slots = work->slots().find(
        core::store::Slots::Kind::card, core::sealing::card_lookup(core::people::Card::read(card)->number()));
    const core::notebook::Earning pay{
        *core::base::Date::from_iso("2025-11-20"), {}, {}, core::money::Money::kroner(kroner)};
    const core::notebook::Brought brings{kiosk.machine().chance.name<core::base::Id>(), pay};
    for (int i = 0; i < 2; ++i)
        REQUIRE(core::actions::write_to(*work, kiosk.machine(), slots.at(0).stream, brings,
                                        core::sealing::SigningKey::random(kiosk.machine().chance)));
    work->commit();
}

const std::string card = "FKK7M2Q9XWTABCDEFGHJKMNV";
const std::string new_card = "FK0123456ZZPQRSTVWXYZ01B";
const std::string code = "371904"; // that of KioskInTheHouse::open_with
const std::string new_code = "482915";

} // namespace

TEST_CASE("A client in another language makes the vectors byte for byte and reads them")
{
    const TemporaryFolder folder;
    const auto told = said(folder.path(), "vectors.py", {vectors});
    CHECK_THAT(told, Catch::Matchers::EndsWith(" vectors hold"));
    CHECK(std::stoi(told) > 200);
}

TEST_CASE("A client in another language refuses each vector with a bit turned")
{
    const TemporaryFolder folder;
    const auto told = said(folder.path(), "vectors.py", {vectors, "--turned"});
    CHECK_THAT(told, Catch::Matchers::EndsWith(" turned bits were refused"));
    CHECK(std::stoi(told) > 10'000);
}

TEST_CASE("A client in another language enrols, and asks again when the answer was lost")
{
    goes_well("enrolling");
}
TEST_CASE(
    "What a client in another language wrote is found at another centre to the øre, and erased there too")
{
    goes_well("notebook");
}
TEST_CASE("A client in another language halves what is too large, waits when told, and trusts no login page")
{
    goes_well("limits");
}
TEST_CASE(
    "A client in another language gets nothing before its centre was compared, and all of it afterwards")
{
    const TemporaryFolder house;
    const Central central{house.path(), plain_environment(house / "home")};
    const auto kiosks = house / "kiosks";
    std::filesystem::create_directory(kiosks);
    const auto goes = [&](const std::string& journey) {
        return said(house.path(), "journeys.py",
                    {central.address(), kiosks, journey, central.code_at_uncompared("Havnen")});
    };
    CHECK(goes("uncompared") == "done");
    const auto number = frikort::tests::content_of(kiosks / "number");
    CHECK_THAT(central.status(), ContainsSubstring("national only  " + number));
    CHECK(central.compared("Havnen", number).starts_with("The same."));
    CHECK(goes("compared") == "done");
}
TEST_CASE("What a newer program added is passed on by server and stranger byte for byte")
{
    goes_well("newer");
}
TEST_CASE("A client in another language offers everything again to a server that was restored, once")
{
    goes_well("restored");
}
TEST_CASE("A cloned client in another language is frozen, enrols anew, and loses nothing")
{
    goes_well("twins");
}
TEST_CASE("What a client in another language wrote under earlier names is its own when its database is lost")
{
    goes_well("renamed");
}
TEST_CASE(
    "A request in another language is read and answered at another kiosk of its centre and nowhere else")
{
    goes_well("asked");
}
TEST_CASE("A receipt of a client in another language reads the answer, at another centre too")
{
    goes_well("receipt");
}
TEST_CASE("In another language too nobody answers in another's name or shares what they may not read")
{
    goes_well("unasked");
}
TEST_CASE("A client in another language tells a restored server again what was written for the staff")
{
    goes_well("shared_again");
}

TEST_CASE(
    "A book from a program in another language is read and written on our kiosk, and the other way round")
{
    CentralInTheTown central;
    const Stranger stranger{central.url()};
    CHECK(stranger("enrol", {central.code_for("Perronen")}) == "Perronen");
    stranger("make", {card, code, "BO"});
    stranger("earn", {card, code, "46605", "2025-11-20", "Café Klare"});
    CHECK(stranger("push") == "accepted");

    SyncedKiosk havnen{central, "Havnen"};
    havnen.machine().cost = frikort::core::sealing::Cost::full(); // as the other program knows no other
    havnen.open_with(card);
    havnen.until_it_shows("Min bog 2025");
    havnen.tap("overview.show");
    CHECK(havnen.shows("466,05 kr."));
    havnen.write_pay("log.day.today", "250");
    havnen.tap("bar.close");
    havnen.round();
    CHECK(stranger("pull") == "1");
    CHECK(stranger("read", {card, code, "2025"}) == "71605 in 2, BO, 0 kept aside");
    CHECK(stranger("agree", {card, code}) == "True");

    // A new card by the stranger: on our kiosk the old one opens nothing any more.
    stranger("renew", {card, code, new_card, new_code});
    stranger("earn", {new_card, new_code, "100", "2025-11-20"});
    CHECK(stranger("push") == "accepted");
    havnen.round();
    havnen.open_with(card);
    havnen.until_it_shows("Kortet er nyt her");
    havnen.tap("bar.home");
    havnen.open_with(new_card, new_code);
    havnen.tap("overview.show");
    CHECK(havnen.shows("717,05 kr."));
    havnen.tap("bar.close");

    stranger("erase", {new_card, new_code});
    CHECK(stranger("push") == "accepted, erased");
    havnen.round();
    havnen.open_with(new_card, new_code);
    havnen.until_it_shows("Kortet er nyt her");
}

TEST_CASE("A book that was made on our kiosk is opened, written and erased by a program in another language")
{
    CentralInTheTown central;
    SyncedKiosk havnen{central, "Havnen"};
    havnen.machine().cost = frikort::core::sealing::Cost::full();
    const auto made = havnen.make_notebook("BO");
    havnen.write_pay("log.day.today", "500");
    havnen.tap("bar.close");
    bring_twice(havnen, made, 200);
    havnen.round();

    const Stranger stranger{central.url()};
    stranger("enrol", {central.code_for("Perronen")});
    stranger("follow", {made, code});
    CHECK(stranger("read", {made, code, "2025"}) == "70000 in 2, Bo, 0 kept aside");
    CHECK(stranger("agree", {made, code}) == "True");
    stranger("earn", {made, code, "12345", "2025-11-20"});
    CHECK(stranger("push") == "accepted");
    havnen.round();
    havnen.open_with(made);
    havnen.tap("overview.show");
    CHECK(havnen.shows("823,45 kr."));
    havnen.tap("bar.close");

    stranger("erase", {made, code});
    CHECK(stranger("push") == "accepted, erased");
    havnen.round();
    havnen.open_with(made);
    havnen.until_it_shows("Kortet er nyt her");
}
