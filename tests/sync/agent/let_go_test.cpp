// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite/connection.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/visitors.hpp"

// Copies of what others wrote may go after 90 days unopened, once in a verified backup (R5).

using namespace frikort::tests;
using namespace frikort::core;
using namespace std::chrono_literals;

namespace {

// A notebook of one centre that was opened once at another, where it was held against the server's sums.
struct Elsewhere {
    explicit Elsewhere(Engine engine) : server{engine}
    {
        home.log(made.notebook, 100);
        home.round();
        REQUIRE(away.follow(made.card, "482915"));
        const auto there = away.open(made.card, "482915");
        REQUIRE(there);
        away.log(*there, 5);
        away.round();
        server.clock.pass(25h);
        away.round();
        all = away.holds(stream());
        REQUIRE(all > 4);
    }
    // A backup of all there is now, which somebody read back.
    enum class ReadBack { no, yes };
    void back_up(ReadBack read_back = ReadBack::yes, std::optional<std::uint64_t> upto = {})
    {
        const auto work = server.store.begin();
        const auto standing = work->stock().standing();
        store::Backups::Backup backup{server.chance.name<store::BackupId>(),
                                      {},
                                      {},
                                      standing.epoch,
                                      upto.value_or(standing.counter),
                                      server.clock.now()};
        if (read_back == ReadBack::yes) backup.verified = server.clock.now();
        work->backups().add(backup);
        work->commit();
    }
    void ninety_days()
    {
        server.clock.pass(24h * 91);
        away.round();
    }
    const records::StreamId& stream() const { return made.notebook.stream(); }

    RealServer server;
    VisitedKiosk home{1, server};
    VisitedKiosk away{2, server, "Havnen"};
    actions::Made made = home.new_notebook();
    std::size_t all = 0;
};

// The server loses an entry that this kiosk wrote, and nothing tells it.
void lose_last_entry(const ServedDatabase& database, Engine engine, const records::DeviceId& of)
{
    const auto lose = "DELETE FROM record WHERE counter = (SELECT max(counter) FROM record"
                      " WHERE class = 1 AND device = " +
                      (engine == Engine::sqlite ? "x'" + of.hex() + "')" : "'" + of.hex() + "')");
    if (engine == Engine::sqlite)
        store::sqlite::Connection{database.folder() / "central.db"}.execute(lose);
    else
        told_by(database.url(), lose);
}

} // namespace

TEST_CASE("A copy that nobody opened for ninety days goes once it lies in a verified backup, and comes again")
{
    Elsewhere at{GENERATE(every_real_engine())};
    at.ninety_days();
    CHECK(at.away.holds(at.stream()) == at.all); // no backup
    at.back_up(Elsewhere::ReadBack::no);
    at.away.round();
    CHECK(at.away.holds(at.stream()) == at.all); // nobody read it back
    at.back_up();
    at.away.round();
    CHECK(at.away.holds(at.stream()) == 1); // what was written here stays
    at.away.round();
    CHECK(at.away.standing().differing == 0);
    REQUIRE(at.away.follow(at.made.card, "482915"));
    CHECK(at.away.sum(*at.away.open(at.made.card, "482915")) == 105);
    CHECK(at.away.holds(at.stream()) == at.all);
}

TEST_CASE(
    "A copy that was opened lately stays, and a notebook stays where it was made, whatever is backed up")
{
    Elsewhere at{GENERATE(every_real_engine())};
    at.back_up();
    at.away.round();
    CHECK(at.away.holds(at.stream()) == at.all);
    at.server.clock.pass(24h * 91);
    at.back_up();
    at.home.round();
    CHECK(at.home.holds(at.stream()) == at.all);
}

TEST_CASE("What came after the backup keeps the whole copy, until a later backup has it too")
{
    Elsewhere at{GENERATE(every_real_engine())};
    at.back_up();
    at.home.log(at.made.notebook, 20);
    at.home.round();
    at.server.clock.pass(25h);
    at.away.round();
    at.server.clock.pass(24h * 33);
    at.away.round();
    const auto all = at.away.holds(at.stream());
    CHECK(all > at.all);
    at.back_up(Elsewhere::ReadBack::no);
    at.ninety_days();
    CHECK(at.away.holds(at.stream()) == all); // the first backup is destroyed, and it had not all of it
    at.back_up();
    at.away.round();
    CHECK(at.away.holds(at.stream()) == 1);
}

TEST_CASE("What came since a copy was held against the server keeps all of it, whatever was backed up before")
{
    Elsewhere at{GENERATE(every_real_engine())};
    const auto held = at.server.store.look()->stock().standing().counter;
    at.home.log(at.made.notebook, 20);
    at.home.round();
    at.away.round(); // too soon to be held against it again
    const auto all = at.away.holds(at.stream());
    CHECK(all == at.all + 1);
    at.ninety_days();
    at.back_up(Elsewhere::ReadBack::yes, held);
    at.away.round();
    CHECK(at.away.holds(at.stream()) == all);
}

TEST_CASE("A backup that is older than thirty-five days lets no copy go")
{
    Elsewhere at{GENERATE(every_real_engine())};
    at.back_up();
    at.ninety_days();
    CHECK(at.away.holds(at.stream()) == at.all);
}

TEST_CASE("Where the server was restored a copy stays: it may be the last one")
{
    Elsewhere at{GENERATE(every_real_engine())};
    at.back_up();
    {
        const auto work = at.server.store.begin();
        work->stock().begin_epoch("another");
        work->commit();
    }
    at.away.round(); // the copy ends, for its card must be proved again
    at.back_up();
    at.away.round();
    at.ninety_days();
    at.back_up();
    at.away.round();
    CHECK(at.away.holds(at.stream()) == at.all);
}

TEST_CASE("A copy that the server has not all of any more stays, whatever was compared and backed up before")
{
    const auto engine = GENERATE(every_real_engine());
    Elsewhere at{engine};
    const auto held = at.server.store.look()->stock().standing().counter;
    lose_last_entry(at.server.database, engine, at.home.device());
    at.server.clock.pass(25h);
    at.away.round(); // and it is held against the server again
    at.ninety_days();
    at.back_up(Elsewhere::ReadBack::yes, held);
    at.away.round();
    CHECK(at.away.holds(at.stream()) == at.all);
}
