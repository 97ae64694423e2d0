// SPDX-License-Identifier: MPL-2.0
#include "core/records/sum.hpp"
#include "sync/central/api/enrolment.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/core/store/postgresql/shared_database.hpp"
#include "tests/journeys/outside/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/killed_cluster.hpp"
#include "tests/sync/support/compared.hpp"
#include "tests/sync/support/world.hpp"

// The primary dies in the middle of a push, its standby is promoted, and kiosks go on (R4, R6).

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using frikort::core::records::Class;
using frikort::core::records::StreamId;

namespace {

const std::string centre_name = "Perronen";

void set(const PostgresCluster& cluster, const std::string& setting)
{
    told_by(cluster.url(), "ALTER SYSTEM SET " + setting);
    told_by(cluster.url(), "SELECT pg_reload_conf()");
}

// From its first commit on it waits for the other house.
PostgresCluster& waiting(PostgresCluster& primary)
{
    set(primary, "synchronous_standby_names = 'other_house'");
    primary.crash();
    primary.start({"dynamic_shared_memory_type=mmap"}); // leaves nothing outside of its folder
    return primary;
}

// A server that knows two houses, a database in each, and two kiosks of one centre.
struct TwoHouses {
    TwoHouses()
    {
        set(standby, "synchronous_standby_names = ''"); // once promoted it has nobody to wait for
        store.emplace(both, frikort::core::store::Erasures{folder / "erasures"}, chance);
        desk.emplace(*store, memory.clock, memory.journal, memory.halves);
        compare(*store, centre_name);
        for (auto* one : {&kiosk, &neighbour}) {
            one->wire.lead_to(*desk);
            const auto code =
                central::api::issue_code(*store, centre_name, memory.clock.now(), chance)->in_groups();
            centre = agent::enrol(one->store, one->wire, one->key, code).value().stream;
        }
        kiosk.begin(notebook);
        write(20);
        rounds();
    }
    void write(int lines)
    {
        for (; lines > 0; --lines) {
            kiosk.write(notebook);
            kiosk.write(centre, Class::content, {1});
            neighbour.write(centre, Class::content, {1});
        }
    }
    void rounds()
    {
        for (int i = 0; i < 2; ++i)
            for (auto* one : {&kiosk, &neighbour}) CHECK(one->round().end == End::done);
    }
    void says(const PostgresCluster& cluster, const std::string& sql, const std::string& wanted) const
    {
        until_it_says(cluster.url(), sql, [&](const std::string& said) { return said == wanted; });
    }
    // The standby hears nothing any more.
    void cut()
    {
        set(standby, "primary_conninfo = ''");
        says(primary, "SELECT count(*) FROM pg_stat_replication", "0");
    }
    // Somebody else's turn holds the push up before it is taken; meanwhile `standby_stops`. Then it is taken,
    // and waits for the standby; `last` is done while it waits, and the primary is gone.
    template <class Stop, class Last>
    void die_in_the_middle(Stop standby_stops, Last last)
    {
        auto held = store->begin();
        (void)held->stock().standing();
        agent::Outcome outcome;
        Beside round{[&] { outcome = kiosk.round(); }};
        says(primary, waiting_for_a_lock, "1");
        standby_stops();
        held.reset();
        until_it_says(primary.url(), "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'",
                      [&](const std::string& waiting) { return waiting == "1" || round.is_done(); });
        CHECK_FALSE(round.is_done());
        last();
        kill_without_a_word(primary);
        round.wait();
        CHECK(outcome.end == End::busy);
        CHECK(kiosk.standing().waiting == 2 * 30);
    }
    // As whoever runs the server may do.
    std::string say_promoted() const
    {
        return outside::answer_of({FRIKORT_BINARY "/bin/frikort-central", "promoted", "--database", both},
                                  outside::plain_environment(folder / "home"), folder / "promoting");
    }
    std::string epoch() { return store->look()->stock().standing().epoch; }
    std::uint64_t counter() { return store->look()->stock().standing().counter; }
    frikort::core::base::Hash digest_at(Kiosk& one, const StreamId& stream) const
    {
        frikort::core::records::Sum sum;
        for (const auto& record : one.store.begin()->records().of_stream(stream))
            sum.add(frikort::core::records::decode_header(record.header)->id, record.hash());
        return sum.value();
    }

    PostgresCluster primary;
    PostgresCluster standby{PostgresCluster::AsStandby{waiting(primary), "other_house"}};
    const std::string both = primary.url() + "," + standby.url().substr(standby.url().find("host=") + 5);
    TemporaryFolder folder;
    SeededChance chance{3};
    Central memory; // its clock and journal alone
    Kiosk kiosk{1, memory};
    Kiosk neighbour{2, memory};
    const Notebook notebook{2};
    StreamId centre;
    std::optional<frikort::core::store::postgresql::PostgresCentralStore> store;
    std::optional<central::api::Desk> desk;
};

std::size_t offered_by(const Kiosk& kiosk)
{
    std::size_t records = 0;
    for (const auto& request : kiosk.wire.sent)
        if (request.path == protocol::push_path)
            records += protocol::decode_push_request(request.body)->records.size();
    return records;
}

} // namespace

TEST_CASE("A primary that is killed in the middle of a push costs nothing: its standby gets all of it, once")
{
    enum class Had { all_but_the_push, all_and_nobody_was_told, less_than_was_acknowledged };
    const auto [had, told] = GENERATE(table<Had, bool>({{Had::all_but_the_push, false},
                                                        {Had::all_but_the_push, true},
                                                        {Had::all_and_nobody_was_told, false},
                                                        {Had::less_than_was_acknowledged, false}}));
    CAPTURE(had, told);
    TwoHouses at;
    const auto epoch = at.epoch();
    at.write(30);
    if (had == Had::all_and_nobody_was_told) {
        // The standby's receiver stands still, and what was sent to it lies before its door.
        const auto receiver = std::stoi(
            told_by(at.standby.url(), "SELECT pid FROM pg_stat_activity WHERE backend_type = 'walreceiver'"));
        std::string written;
        at.die_in_the_middle(
            [&] { ::kill(receiver, SIGSTOP); },
            [&] {
                written = told_by(at.primary.url(), "SELECT pg_current_wal_flush_lsn()");
                at.says(at.primary, "SELECT sent_lsn >= '" + written + "' FROM pg_stat_replication", "t");
            });
        ::kill(receiver, SIGCONT);
        at.says(at.standby, "SELECT pg_last_wal_receive_lsn() >= '" + written + "'", "t");
    } else if (had == Had::all_but_the_push) {
        at.die_in_the_middle([&] { at.cut(); }, [] {});
    } else { // somebody told it not to wait: R4 is not met
        at.cut();
        set(at.primary, "synchronous_standby_names = ''");
        at.rounds();
        REQUIRE(at.kiosk.standing().waiting == 0);
        kill_without_a_word(at.primary);
    }

    at.standby.promote();
    if (told) CHECK_THAT(at.say_promoted(), ContainsSubstring("A new epoch has begun"));
    CHECK(at.counter() == 1 + 3 * 20 + (had == Had::all_and_nobody_was_told ? 2 * 30 : 0));
    at.kiosk.wire.sent.clear();
    CHECK(at.kiosk.round().end == End::done);
    CHECK(offered_by(at.kiosk) == 1 + 2 * (20 + 30)); // all that it ever wrote
    at.rounds();
    CHECK(at.epoch() != epoch);
    CHECK(at.kiosk.standing().waiting + at.kiosk.standing().refused == 0);
    CHECK(at.neighbour.standing().waiting + at.neighbour.standing().refused == 0);
    CHECK(at.counter() == 1 + 3 * (20 + 30));
    const auto look = at.store->look();
    CHECK(look->stock().quarantined() == 0);
    for (auto* one : {&at.kiosk, &at.neighbour}) {
        CHECK(look->stock().held_from(one->device(), 9).lacks.empty());
        CHECK(one->holds(at.centre) == 2 * (20 + 30));
        CHECK(at.digest_at(*one, at.centre) == look->stock().sum(at.centre));
    }
    CHECK(at.digest_at(at.kiosk, at.notebook.stream) == look->stock().sum(at.notebook.stream));
}
