// SPDX-License-Identifier: MPL-2.0
#include "tests/contract/stores.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using namespace std::chrono_literals;
using store::Work;
using State = store::Copies::State;
using Streams = std::vector<records::StreamId>;

namespace {

constexpr std::chrono::sys_seconds monday{1'000'000s};

} // namespace

TEMPLATE_TEST_CASE("A notebook that is on its way is not here before all of it is", "[store]", OnSqlite,
                   OnMemory)
{
    TestType on;
    done(on.store(), [](Work& work) {
        CHECK(work.copies().of(notebook(1)) == State::none);
        work.copies().arrived(notebook(2)); // nobody asked for it
        work.copies().begin(notebook(1));
    });
    on.reopen();
    done(on.store(), [](Work& work) {
        CHECK(work.copies().of(notebook(1)) == State::coming);
        CHECK(work.copies().of(notebook(2)) == State::none);
        CHECK(work.copies().undated().empty());
        work.copies().arrived(notebook(1));
        work.copies().begin(notebook(1)); // a second card, while it is here
    });
    on.reopen();
    CHECK(on.store().begin()->copies().of(notebook(1)) == State::copied);
    undone(on.store(), [](Work& work) { work.copies().drop(notebook(1)); });
    CHECK(on.store().begin()->copies().of(notebook(1)) == State::copied);
    done(on.store(), [](Work& work) { work.copies().drop(notebook(1)); });
    CHECK(on.store().begin()->copies().of(notebook(1)) == State::none);
}

TEMPLATE_TEST_CASE("A copy that nobody opens ends and begins anew with its card", "[store]", OnSqlite,
                   OnMemory)
{
    TestType on;
    done(on.store(), [](Work& work) {
        for (const std::uint8_t which : {std::uint8_t{2}, std::uint8_t{1}}) {
            work.copies().begin(notebook(which));
            work.copies().arrived(notebook(which));
        }
        CHECK(work.copies().undated() == Streams{notebook(1), notebook(2)});
        work.copies().date(work.copies().undated(), monday);
        CHECK(work.copies().undated().empty());
        CHECK(work.copies().end_unopened(monday).empty());
        work.copies().opened(notebook(2));
        work.copies().opened(notebook(3));
        CHECK(work.copies().undated() == Streams{notebook(2)});
    });
    on.reopen();
    done(on.store(), [](Work& work) {
        CHECK(work.copies().end_unopened(monday + 1s) == Streams{notebook(1)}); // 2 is still to be dated
        CHECK(work.copies().end_unopened(monday + 1s).empty());
        work.copies().opened(notebook(1));
    });
    on.reopen();
    done(on.store(), [](Work& work) {
        CHECK(work.copies().of(notebook(1)) == State::ended);
        CHECK(work.copies().of(notebook(2)) == State::copied);
        work.copies().begin(notebook(1));
        CHECK(work.copies().of(notebook(1)) == State::coming);
    });
}
