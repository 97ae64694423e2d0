// SPDX-License-Identifier: MPL-2.0
#include "core/actions/rings.hpp"
#include "sync/central/api/enrolment.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/engines.hpp"
#include "tests/sync/support/world.hpp"

// A kiosk that bore other names before (R13).

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using frikort::core::store::Copies;
using frikort::core::store::Delivery;

namespace {

// Revoked, and enrolled under another name; staff let in what it had not sent.
void rename(Kiosk& kiosk, Central& central, std::uint64_t seed)
{
    {
        const auto work = central.store.begin();
        work->kiosks().revoke(kiosk.device(), central.clock.now());
        work->commit();
    }
    CHECK(kiosk.round().end == End::turned_away);
    REQUIRE(kiosk.enrol_anew(central, seed));
    const auto work = kiosk.store.begin();
    agent::offer_refused_again(*work);
    work->commit();
}

void begin_epoch(Central& central)
{
    const auto work = central.store.begin();
    work->stock().begin_epoch("another");
    work->commit();
}

} // namespace

TEST_CASE("A kiosk that was enrolled anew twice gives back and hears what it wrote under every name")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    Kiosk away{2, central};
    kiosk.enrol(central);
    away.enrol(central, "Havnen");
    const Notebook notebook{2};
    kiosk.begin(notebook); // the keys come in as a fork of the first name, and so does the first entry
    kiosk.write(notebook);
    rename(kiosk, central, 11);
    kiosk.round();
    kiosk.round();
    REQUIRE(central.of_stream(notebook.stream).size() == 2);
    kiosk.write(notebook);
    kiosk.round();
    rename(kiosk, central, 12);
    kiosk.write(notebook);
    CHECK(kiosk.round().end == End::done);
    CHECK(central.of_stream(notebook.stream).size() == 4);

    away.write(notebook);
    away.round();
    kiosk.round();
    CHECK(kiosk.holds(notebook.stream) == 5);
    begin_epoch(central); // a restored server
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.standing().refused == 0);
    CHECK(kiosk.standing().waiting == 0);
}

TEST_CASE("A kiosk that was enrolled anew and then lost its database keeps its notebooks for good")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook sent{2};
    const Notebook let_in{3};
    kiosk.begin(sent);
    kiosk.write(sent);
    kiosk.round();
    kiosk.begin(let_in);
    rename(kiosk, central, 11);
    kiosk.write(sent);
    REQUIRE(kiosk.round().end == End::done);
    REQUIRE(kiosk.standing().waiting == 0);

    Kiosk again{1, central}; // with its key, and nothing else
    SeededChance fresh{11};
    again.key = signing_key(fresh);
    again.chance = SeededChance{99};
    REQUIRE(again.device() == kiosk.device());
    REQUIRE(agent::enrol(again.store, again.wire, again.key, central.code_for("Værestedet Havnen")));
    CHECK(again.round().end == End::done);
    CHECK(again.holds(sent.stream) == 3);
    CHECK(again.holds(let_in.stream) == 1);
    for (const auto& stream : {sent.stream, let_in.stream}) {
        const auto work = again.store.begin();
        CHECK(frikort::core::actions::has_keys_of_its_own(*work, stream));
        CHECK(work->copies().of(stream) == Copies::State::none);
    }

    central.clock.pass(std::chrono::days{200});
    CHECK(again.round().end == End::done);
    CHECK(again.holds(sent.stream) == 3);
    begin_epoch(central);
    CHECK(again.round().end == End::done); // all of it is offered again, under the names it was written
    CHECK(again.standing().refused == 0);
    CHECK(again.standing().waiting == 0);
}

TEST_CASE("What both of two machines wrote under one number comes back to one that lost its database")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    kiosk.begin(notebook);
    kiosk.round();
    Kiosk clone{1, central};
    REQUIRE(agent::enrol(clone.store, clone.wire, clone.key, central.code_for("Værestedet Havnen")));
    clone.chance = SeededChance{99};
    clone.round(); // what was on the disk that was copied
    const auto at_kiosk = kiosk.write(notebook, "350 kr");
    const auto at_clone = clone.write(notebook, "950 kr");
    kiosk.round();
    CHECK(clone.round().end == End::frozen);
    REQUIRE(clone.enrol_anew(central, 12));
    clone.round(); // hears nothing of the other's yet: its own number is taken
    {
        const auto work = clone.store.begin();
        agent::offer_refused_again(*work);
        work->commit();
    }
    clone.write(notebook);
    REQUIRE(clone.round().end == End::done);

    Kiosk again{1, central};
    SeededChance fresh{12};
    again.key = signing_key(fresh);
    again.chance = SeededChance{98};
    REQUIRE(agent::enrol(again.store, again.wire, again.key, central.code_for("Værestedet Havnen")));
    CHECK(again.round().end == End::done);
    CHECK(again.holds(notebook.stream) == 4);
    // One of them it takes for its own: whose the other is it cannot know.
    const auto own = [&](const auto& record) {
        return again.standing(record).delivery == Delivery::accepted;
    };
    CHECK((own(at_kiosk) ? 1 : 0) + (own(at_clone) ? 1 : 0) == 1);

    const auto put_back = GENERATE(false, true); // and a server restored afterwards gets it once more
    const auto last_night = central.store.copy();
    last_night->begin_epoch("another");
    const central::api::Desk desk{*last_night, central.clock, central.journal, central.halves};
    if (put_back)
        again.wire.lead_to(desk);
    else
        begin_epoch(central);
    for (int i = 0; i < 2; ++i) CHECK(again.round().end == End::done);
    CHECK(again.standing().waiting + again.standing().refused == 0);
    CHECK(last_night->look()->stock().quarantined() == central.store.look()->stock().quarantined());
}

TEST_CASE("A kiosk that got another name since the backup that came back shows again whose it was")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    kiosk.begin(notebook);
    kiosk.round();
    const auto last_night = central.store.copy();
    last_night->begin_epoch("second epoch");
    const central::api::Desk desk{*last_night, central.clock, central.journal, central.halves};
    kiosk.write(notebook); // under its old name, and only the lost server had it
    kiosk.round();
    const auto revoked = GENERATE(true, false); // the file of those who were revoked is there, or not
    if (revoked) {
        const auto work = last_night->begin();
        work->kiosks().revoke(kiosk.device(), central.clock.now());
        work->commit();
    }
    rename(kiosk, central, 11);
    kiosk.write(notebook);
    REQUIRE(kiosk.round().end == End::done);

    kiosk.wire.lead_to(desk);
    CHECK(kiosk.round().end == End::turned_away);
    const auto code =
        central::api::issue_code(*last_night, "Værestedet Havnen", central.clock.now(), central.chance);
    REQUIRE(agent::enrol(kiosk.store, kiosk.wire, kiosk.key, code->in_groups()));
    CHECK(kiosk.round().end == End::done);
    CHECK(last_night->look()->kiosks().find(kiosk.device())->before.has_value());
    CHECK(kiosk.standing().waiting == 0);
    CHECK(kiosk.standing().refused == 0);
}

TEST_CASE("A kiosk that is enrolled again at a server that was set back untold gives it everything once more")
{
    const auto forgotten = GENERATE(true, false); // it was enrolled since; or it is revoked
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    Kiosk other{2, central};
    other.enrol(central);
    const auto before = central.store.copy();
    kiosk.enrol(central);
    const auto after = central.store.copy();
    auto& last_night = forgotten ? *before : *after;
    const Notebook notebook{2};
    kiosk.begin(notebook);
    kiosk.write(notebook);
    REQUIRE(kiosk.round().end == End::done);

    const central::api::Desk desk{last_night, central.clock, central.journal, central.halves};
    other.wire.lead_to(desk);
    for (int i = 0; i < 9; ++i) other.write(Notebook{3}); // and its counter is where it was, and beyond
    REQUIRE(other.round().end == End::done);
    if (!forgotten) {
        const auto work = last_night.begin();
        work->kiosks().revoke(kiosk.device(), central.clock.now());
        work->commit();
    }
    kiosk.wire.lead_to(desk);
    CHECK(kiosk.round().end == End::turned_away);
    const auto code =
        central::api::issue_code(last_night, "Værestedet Havnen", central.clock.now(), central.chance);
    if (forgotten) {
        REQUIRE(agent::enrol(kiosk.store, kiosk.wire, kiosk.key, code->in_groups()));
    } else {
        auto next = signing_key(kiosk.chance);
        REQUIRE(agent::enrol_anew(kiosk.store, kiosk.wire, next, kiosk.key, code->in_groups()));
        kiosk.key = std::move(next);
    }
    CHECK(kiosk.round().end == End::done);
    CHECK(last_night.look()->stock().sum(notebook.stream) ==
          central.store.look()->stock().sum(notebook.stream));
}

TEST_CASE("A kiosk that lost its database does not take its own notebook for a copy that its centre follows")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    kiosk.begin(notebook);
    kiosk.write(notebook);
    {
        const auto work = kiosk.store.begin(); // somebody asked in it: the centre follows
        work->shares().note(notebook.stream);
        work->commit();
    }
    for (int i = 0; i < 2; ++i) REQUIRE(kiosk.round().end == End::done);
    REQUIRE(central.store.look()->follows().opened(kiosk.standing().centre->stream, notebook.stream));

    Kiosk again{1, central};
    REQUIRE(agent::enrol(again.store, again.wire, again.key, central.code_for("Værestedet Havnen")));
    CHECK(again.round().end == End::done);
    CHECK(again.holds(notebook.stream) == 2);
    CHECK(again.store.begin()->copies().of(notebook.stream) == Copies::State::none);
    central.clock.pass(std::chrono::hours{24 * 91});
    CHECK(again.round().end == End::done);
    CHECK(again.store.begin()->copies().of(notebook.stream) == Copies::State::none);
}
