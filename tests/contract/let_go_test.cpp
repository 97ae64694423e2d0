// SPDX-License-Identifier: MPL-2.0
#include "tests/contract/stores.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using namespace std::chrono_literals;
using records::Class;
using store::Delivery;
using store::Work;
using Streams = std::vector<records::StreamId>;

// Copies of what others wrote may go (sync.md R5).

namespace {

constexpr std::chrono::sys_seconds monday{1'000'000s};

} // namespace

TEMPLATE_TEST_CASE("What others wrote can be let go, and comes again as it was", "[store]", OnSqlite,
                   OnMemory)
{
    TestType on;
    const auto theirs = made({.by = device(2)});
    const auto erasure = made({.by = device(3), .what = Class::erase});
    const auto ours = made({.by = device(1)});
    const auto elsewhere = made({.number = 2, .by = device(2), .in = notebook(2), .previous = theirs.hash()});
    done(on.store(), [&](Work& work) {
        work.records().add(theirs, Delivery::foreign);
        work.records().add(erasure, Delivery::foreign);
        work.records().add(ours, Delivery::accepted);
        work.records().add(elsewhere, Delivery::foreign);
    });
    done(on.store(), [&](Work& work) { work.records().let_go(notebook(1)); });
    on.reopen();
    done(on.store(), [&](Work& work) {
        CHECK_FALSE(work.records().find(id_of(theirs)));
        CHECK(work.records().of_stream(notebook(1)).size() == 2);
        CHECK(work.records().find(id_of(ours))->body == ours.body);
        CHECK(work.records().find(id_of(erasure)));
        CHECK(work.records().find(id_of(elsewhere)));
        CHECK(work.records().tip(device(1)).number == 1);
        CHECK(work.outbox().count(Delivery::waiting) == 0);
        work.outbox().offer_all_again(); // what is not here cannot be offered; an erasure is, whose it may be
        CHECK(work.outbox().count(Delivery::waiting) == 2);
    });
    done(on.store(), [&](Work& work) {
        CHECK(work.records().add(theirs, Delivery::foreign) == store::Records::Added::stored);
        CHECK(work.records().add(theirs, Delivery::foreign) == store::Records::Added::duplicate);
    });
    on.reopen();
    done(on.store(), [&](Work& work) {
        CHECK(work.records().find(id_of(theirs))->body == theirs.body);
        CHECK(work.records().of_stream(notebook(1)).size() == 3);
        CHECK(work.outbox().standing(id_of(theirs))->delivery == Delivery::foreign);
        work.records().erase_body(id_of(theirs));
        CHECK(work.records().add(theirs, Delivery::foreign) == store::Records::Added::duplicate);
        CHECK_FALSE(work.records().find(id_of(theirs))); // what is erased stays so
    });
}

TEMPLATE_TEST_CASE("A copy may go once it ended and is confirmed, until something comes", "[store]", OnSqlite,
                   OnMemory)
{
    TestType on;
    done(on.store(), [](Work& work) {
        for (const std::uint8_t which : {std::uint8_t{1}, std::uint8_t{2}}) {
            work.copies().begin(notebook(which));
            work.copies().arrived(notebook(which));
            work.copies().confirm(notebook(which), 10U * which);
        }
        work.copies().confirm(notebook(3), 1); // no copy
        CHECK(work.copies().ended(100).empty());
        work.copies().date(work.copies().undated(), monday);
        CHECK(work.copies().end_unopened(monday + 1s).size() == 2);
    });
    on.reopen();
    done(on.store(), [](Work& work) {
        CHECK(work.copies().ended(9).empty());
        CHECK(work.copies().ended(10) == Streams{notebook(1)});
        CHECK(work.copies().ended(20) == Streams{notebook(1), notebook(2)});
        work.copies().doubt(notebook(1));
        CHECK(work.copies().ended(20) == Streams{notebook(2)});
        work.copies().begin(notebook(2)); // its card came again
        CHECK(work.copies().ended(20).empty());
        work.copies().confirm(notebook(1), 5);
    });
    undone(on.store(), [](Work& work) { work.copies().doubt_all(); });
    done(on.store(), [](Work& work) {
        CHECK(work.copies().ended(20) == Streams{notebook(1)});
        work.copies().doubt_all();
        CHECK(work.copies().ended(20).empty());
    });
}
