// SPDX-License-Identifier: MPL-2.0
#include "tests/contract/stores.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using namespace std::chrono_literals;
using store::Delivery;
using store::Work;
using State = store::Copies::State;
using Streams = std::vector<records::StreamId>;

namespace {

constexpr std::chrono::sys_seconds monday{1'000'000s};

Streams untold(store::Store& store, std::size_t most = 10) { return store.begin()->shares().untold(most); }

} // namespace

TEMPLATE_TEST_CASE("What was written for staff is to be told until it was, and anew when more is written",
                   "[store]", OnSqlite, OnMemory)
{
    TestType on;
    done(on.store(), [](Work& work) {
        for (const std::uint8_t which : {std::uint8_t{2}, std::uint8_t{1}, std::uint8_t{2}})
            work.shares().note(notebook(which));
    });
    undone(on.store(), [](Work& work) { work.shares().note(notebook(3)); });
    on.reopen();
    CHECK(untold(on.store()) == Streams{notebook(1), notebook(2)});
    CHECK(untold(on.store(), 1) == Streams{notebook(1)});
    done(on.store(), [](Work& work) { work.shares().told({notebook(1), notebook(3)}, monday); });
    on.reopen();
    CHECK(untold(on.store()) == Streams{notebook(2)}); // 3 was never noted
    undone(on.store(), [](Work& work) { work.shares().told({notebook(2)}, monday); });
    done(on.store(), [](Work& work) { work.shares().note(notebook(1)); });
    CHECK(untold(on.store()) == Streams{notebook(1), notebook(2)});
}

TEMPLATE_TEST_CASE("Nothing is shared while something this machine wrote in it is not at the server",
                   "[store]", OnSqlite, OnMemory)
{
    TestType on;
    const std::vector records{made({.number = 1, .in = notebook(1)}), made({.number = 2, .in = notebook(1)})};
    add(on.store(), records[0]);
    add(on.store(), records[1], Delivery::accepted);
    done(on.store(), [](Work& work) { work.shares().note(notebook(1)); });
    const auto mark = [&](Delivery delivery, const char* reason) {
        done(on.store(), [&](Work& work) { work.outbox().mark(id_of(records[0]), delivery, reason); });
        return untold(on.store()).size();
    };
    CHECK(untold(on.store()).empty());
    CHECK(mark(Delivery::accepted, "") == 1);
    CHECK(mark(Delivery::waiting, "") == 0);
    CHECK(mark(Delivery::rejected, "stream") == 1);         // never comes
    CHECK(mark(Delivery::rejected, store::fork_word) == 0); // waits for staff
    CHECK(mark(Delivery::erased, "") == 1);
    CHECK(mark(Delivery::foreign, "") == 1);
}

TEMPLATE_TEST_CASE("What was told since a day is told again and what was told before is not", "[store]",
                   OnSqlite, OnMemory)
{
    TestType on;
    done(on.store(), [](Work& work) {
        for (const std::uint8_t which : {std::uint8_t{1}, std::uint8_t{2}, std::uint8_t{3}})
            work.shares().note(notebook(which));
        work.shares().told({notebook(1)}, monday);
        work.shares().told({notebook(2)}, monday + 1s);
    });
    on.reopen();
    CHECK(untold(on.store()) == Streams{notebook(3)});
    undone(on.store(), [](Work& work) { work.shares().tell_again(monday); });
    CHECK(untold(on.store()) == Streams{notebook(3)});
    done(on.store(), [](Work& work) { work.shares().tell_again(monday + 1s); });
    on.reopen();
    CHECK(untold(on.store()) == Streams{notebook(2), notebook(3)});
    // It is not forgotten: a clock that ran ahead said that it was long ago.
    done(on.store(), [](Work& work) { work.shares().tell_again(monday); });
    CHECK(untold(on.store()) == Streams{notebook(1), notebook(2), notebook(3)});
}

TEMPLATE_TEST_CASE("A copy that a clock dated far ahead counts as opened now and is told of", "[store]",
                   OnSqlite, OnMemory)
{
    TestType on;
    done(on.store(), [](Work& work) {
        work.copies().follow(notebook(1), monday);
        work.copies().follow(notebook(2), monday + 9s);
        work.copies().follow(notebook(3), monday + 9s); // not all of it is here yet
        for (const std::uint8_t which : {std::uint8_t{1}, std::uint8_t{2}})
            work.copies().arrived(notebook(which));
    });
    undone(on.store(), [](Work& work) { work.copies().undate_after(monday); });
    CHECK(on.store().begin()->copies().undated().empty());
    done(on.store(), [](Work& work) { work.copies().undate_after(monday); });
    on.reopen();
    done(on.store(), [](Work& work) {
        CHECK(work.copies().undated() == Streams{notebook(2)});
        work.copies().arrived(notebook(3));
        CHECK(work.copies().undated() == Streams{notebook(2), notebook(3)});
        CHECK(work.copies().end_unopened(monday + 99s) == Streams{notebook(1)});
    });
}

TEMPLATE_TEST_CASE("A copy lasts as the server says the centre follows it, and comes again after it ended",
                   "[store]", OnSqlite, OnMemory)
{
    TestType on;
    done(on.store(), [](Work& work) {
        work.copies().follow(notebook(1), monday); // nobody showed its card here
        work.copies().begin(notebook(2));
        work.copies().arrived(notebook(2));
        work.copies().follow(notebook(2), monday); // opened here, and still to be told
    });
    on.reopen();
    done(on.store(), [](Work& work) {
        CHECK(work.copies().of(notebook(1)) == State::coming);
        work.copies().arrived(notebook(1));
        CHECK(work.copies().undated() == Streams{notebook(2)}); // the first is dated
        CHECK(work.copies().end_unopened(monday).empty());
        work.copies().follow(notebook(1), monday + 5s);
        work.copies().follow(notebook(1), monday); // later is what counts
        work.copies().date({notebook(2)}, monday);
    });
    undone(on.store(), [](Work& work) { work.copies().follow(notebook(2), monday + 9s); });
    on.reopen();
    done(on.store(), [](Work& work) {
        CHECK(work.copies().end_unopened(monday + 1s) == Streams{notebook(2)});
        CHECK(work.copies().end_unopened(monday + 5s).empty());
        CHECK(work.copies().of(notebook(1)) == State::copied);
        work.copies().follow(notebook(2), monday + 7s);
        CHECK(work.copies().of(notebook(2)) == State::coming);
    });
    on.reopen();
    done(on.store(), [](Work& work) {
        work.copies().arrived(notebook(2));
        CHECK(work.copies().undated().empty());
        CHECK(work.copies().end_unopened(monday + 7s) == Streams{notebook(1)});
        CHECK(work.copies().end_unopened(monday + 8s) == Streams{notebook(2)});
    });
}
