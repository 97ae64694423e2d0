// SPDX-License-Identifier: MPL-2.0
#include "core/actions/erase_notebook.hpp"
#include "core/store/sqlite/connection.hpp"
#include "sync/central/api/streams.hpp"
#include "tests/contract/stores.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/sync/support/colleagues.hpp"

// The words of a request for help reach every kiosk of the centre where it was written (sync.md R7).

using namespace frikort::tests;
using namespace std::chrono_literals;
namespace actions = frikort::core::actions;
using frikort::core::people::Receipt;
using Streams = std::vector<frikort::core::records::StreamId>;

namespace {

// Everything lies in a backup that somebody read back.
void back_up(RealServer& server)
{
    using frikort::core::store::Backups;
    const auto work = server.store.begin();
    const auto standing = work->stock().standing();
    work->backups().add({server.chance.name<frikort::core::store::BackupId>(),
                         {},
                         {},
                         standing.epoch,
                         standing.counter,
                         server.clock.now(),
                         server.clock.now()});
    work->commit();
}

} // namespace

TEST_CASE("What somebody asked without a network is read and answered by colleagues at another kiosk")
{
    OneCentre at;
    at.first.break_after(0);
    at.first.ask(at.kim.notebook, "Der mangler 200 kr.");
    at.first.round();
    at.second.round();
    CHECK(at.second.waiting().empty());
    at.first.mend();
    at.first.round(); // one round is enough
    CHECK(at.first.untold().empty());
    at.second.round();
    REQUIRE(at.second.words() == "Der mangler 200 kr.");
    REQUIRE(at.second.answer("Vi ringer til caféen"));
    CHECK(at.second.waiting().empty());

    at.second.round();
    at.first.round();
    CHECK(at.first.waiting().empty());
    const auto here = at.first.open(at.kim.card, "482915");
    REQUIRE(here);
    const auto read = actions::conversations(at.first.store(), at.first.actions, *here);
    REQUIRE(read.size() == 1);
    CHECK(read[0].answered());
    CHECK(read[0].said.back().words == "Vi ringer til caféen");
    CHECK(read[0].said.back().by == "Lone");
    // And where it was answered, with no network at all.
    at.second.break_after(0);
    const auto there = at.second.open(at.kim.card, "482915");
    REQUIRE(there);
    CHECK(at.second.last_word(*there) == "Vi ringer til caféen");
}

TEST_CASE("A request without a notebook is answered at another kiosk and its receipt reads it at both")
{
    OneCentre at;
    const auto sent = at.first.ask_alone("Hvor finder jeg arbejde?");
    at.both_go_round();
    at.second.round();
    REQUIRE(at.second.words() == "Hvor finder jeg arbejde?");
    REQUIRE(at.second.answer("Kom på fredag"));
    at.second.round();
    at.first.round();
    for (auto* kiosk : {&at.first, &at.second}) {
        kiosk->break_after(0);
        const auto open = actions::open_receipt(kiosk->store(), kiosk->actions, sent.receipt);
        REQUIRE(open);
        CHECK(kiosk->last_word(*open) == "Kom på fredag");
    }
}

TEST_CASE("What somebody goes on writing at another kiosk is read where they began")
{
    OneCentre at;
    const auto asked = at.first.ask(at.kim.notebook, "Der mangler 200 kr.");
    at.both_go_round();
    at.second.round();
    const auto there = at.second.open(at.kim.card, "482915");
    REQUIRE(actions::write_on(at.second.store(), at.second.actions, *there, asked, "Og 50 kr. til",
                              at.second.clock));
    at.second.round();
    at.first.round();
    CHECK(at.first.words() == "Og 50 kr. til");
}

TEST_CASE("What was asked and erased at one kiosk is gone from the other and nobody there can answer it")
{
    OneCentre at;
    at.ask_and_read_elsewhere("Der mangler 200 kr.");
    actions::erase_notebook(at.first.store(), at.first.actions, at.kim.notebook);
    at.first.round();
    at.second.round();
    CHECK(at.second.words() == "");
    CHECK(at.second.holds(at.stream()) == 1); // the erasure
    CHECK_FALSE(at.second.answer("Vi ringer"));
    CHECK_FALSE(at.second.open(at.kim.card, "482915"));
}

TEST_CASE("What was erased before the server heard that it was shared comes to nobody but as an erasure")
{
    OneCentre at;
    at.first.ask(at.kim.notebook, "Der mangler 200 kr.");
    actions::erase_notebook(at.first.store(), at.first.actions, at.kim.notebook);
    at.first.round();
    at.first.round();
    at.second.round();
    CHECK(at.second.words() == "");
    CHECK(at.second.holds(at.stream()) <= 1); // the erasure
}

TEST_CASE("A restored server that knows nothing of what was shared brings its erasure to whoever got it")
{
    OneCentre at;
    at.ask_and_read_elsewhere("Der mangler 200 kr.");
    actions::erase_notebook(at.first.store(), at.first.actions, at.kim.notebook);
    frikort::core::store::sqlite::Connection{at.server.database.folder() / "central.db"}.execute(
        "DELETE FROM follow");
    for (auto* kiosk : {&at.first, &at.second})
        done(kiosk->store(), [](auto& work) { work.facts().set("sync.epoch", "another"); });
    at.both_go_round();
    at.both_go_round();
    CHECK(at.second.words() == "");
    CHECK(at.second.holds(at.stream()) == 1); // the erasure
}

TEST_CASE("A kiosk of another centre hears nothing of a request and cannot share what it may not read")
{
    OneCentre at;
    Colleagues away{3, at.server, "Havnen"};
    VisitedKiosk beside{4, at.server, "Havnen"};
    at.first.ask(at.kim.notebook, "Der mangler 200 kr.");
    at.both_go_round();
    away.round();
    CHECK(away.holds(at.stream()) == 0);
    // Tampered with, it writes into a notebook whose name it knows, and shares it; and streams of other
    // kinds.
    away.log(at.kim.notebook, 1);
    done(away.store(), [&](auto& work) {
        for (const auto& stream :
             Streams{at.stream(), at.first.place.stream, frikort::sync::central::api::national_stream})
            work.shares().note(stream);
    });
    for (int i = 0; i < 3; ++i) {
        away.round();
        beside.round();
    }
    CHECK(away.untold().empty()); // the server heard it, and did nothing
    CHECK(away.holds(at.stream()) == 1);
    CHECK(away.holds(at.first.place.stream) == 0);
    CHECK(beside.holds(at.stream()) == 0);
    CHECK_FALSE(at.server.store.look()->follows().opened(away.place.stream, at.stream()));
    CHECK_FALSE(at.server.store.look()->follows().opened(away.place.stream, at.first.place.stream));
}

TEST_CASE("A kiosk that joins the centre later reads what was asked before")
{
    OneCentre at;
    at.first.ask(at.kim.notebook, "Der mangler 200 kr.");
    at.first.round();
    at.server.clock.pass(24h * 30);
    Colleagues third{3, at.server};
    third.join(*at.first.founded);
    third.round();
    CHECK(third.words() == "Der mangler 200 kr.");
    REQUIRE(third.answer("Vi ringer"));
    third.round();
    at.first.round();
    CHECK(at.first.last_word(at.kim.notebook) == "Vi ringer");
}

TEST_CASE("A copy with a request lasts ninety days from the last word in it, at every kiosk of the centre")
{
    OneCentre at;
    at.first.ask(at.kim.notebook, "Der mangler 200 kr.");
    at.both_go_round();
    at.server.clock.pass(24h * 60);
    at.second.round();
    REQUIRE(at.second.answer("Vi ringer"));
    at.second.round();
    at.server.clock.pass(24h * 60);
    at.both_go_round();
    CHECK(at.second.open(at.kim.card, "482915"));
    at.second.round();

    at.server.clock.pass(24h * 91);
    at.both_go_round();
    back_up(at.server);
    at.server.clock.pass(25h);
    at.second.round();
    CHECK_FALSE(at.second.open(at.kim.card, "482915"));
    // And a new word brings all of it again, whatever the second kiosk let go of.
    at.first.ask(at.kim.notebook, "Er der nyt?");
    at.first.round();
    at.second.round();
    CHECK(at.second.words() == "Er der nyt?");
    at.second.break_after(0);
    const auto there = at.second.open(at.kim.card, "482915");
    REQUIRE(there);
    CHECK(actions::conversations(at.second.store(), at.second.actions, *there).size() == 2);
}

TEST_CASE("What was opened at one kiosk lasts at all kiosks of the centre, and ends at all at once")
{
    OneCentre at;
    at.first.ask(at.kim.notebook, "Der mangler 200 kr.");
    at.both_go_round();
    Colleagues third{3, at.server};
    third.join(*at.first.founded);
    third.round();
    at.server.clock.pass(24h * 60);
    REQUIRE(at.second.open(at.kim.card, "482915"));
    at.second.round();
    third.round();
    at.server.clock.pass(24h * 60);
    third.round();
    CHECK(third.open(at.kim.card, "482915")); // it had opened it never
    third.round();
    at.second.round();
    at.server.clock.pass(24h * 91);
    for (auto* kiosk : {&at.second, &third}) {
        kiosk->round();
        CHECK_FALSE(kiosk->open(at.kim.card, "482915"));
    }
}

TEST_CASE("What waits is told again to a server that was put back, and read again at every kiosk")
{
    OneCentre at;
    at.ask_and_read_elsewhere("Der mangler 200 kr.");
    // An old copy that knows the kiosks and none of the follows since.
    const bool lost = GENERATE(true, false);
    if (lost) {
        frikort::core::store::sqlite::Connection database{at.server.database.folder() / "central.db"};
        database.execute("DELETE FROM follow");
    }
    {
        const auto work = at.server.store.begin();
        work->stock().begin_epoch("another");
        work->commit();
    }
    at.second.round();
    CHECK(at.second.words() == "Der mangler 200 kr."); // it is still here
    if (lost) CHECK_FALSE(at.second.open(at.kim.card, "482915"));
    at.first.round();
    at.second.round();
    CHECK(at.server.store.look()->follows().opened(at.first.place.stream, at.stream()));
    at.second.break_after(0);
    CHECK(at.second.open(at.kim.card, "482915"));
    CHECK(at.second.words() == "Der mangler 200 kr.");
}

TEST_CASE("Whoever takes another kiosk of the centre finds no word of a request there, and no key to it")
{
    OneCentre at;
    const auto sent = at.first.ask_alone("Der mangler 200 kr.");
    at.first.ask(at.kim.notebook, "Jeg sover i parken");
    at.both_go_round();
    at.second.round();
    REQUIRE(at.second.holds(at.stream()) > 0);
    REQUIRE(at.second.waiting().size() == 2);
    const std::string receipt{sent.receipt.qr_text().view()};
    CHECK(files_with_any(at.second.folder(), {"Der mangler", "Jeg sover", receipt}).empty());
    // Card or receipt and code open it, as at the first; a wrong code does not.
    CHECK_FALSE(at.second.open(at.kim.card, "905071"));
    CHECK(at.second.open(at.kim.card, "482915"));
}
