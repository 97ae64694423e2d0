// SPDX-License-Identifier: MPL-2.0
#include "core/records/sum.hpp"
#include "tests/contract/central_stores.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using std::chrono::seconds;
using store::CentralStore;
using store::Follows;
using store::Seconds;
using store::Stock;

namespace {

constexpr Seconds monday{seconds{1'000'000}};
const auto card = named<base::Hash>(7);
const records::StreamId havnen{records::StreamKind::centre, named<base::Hash>(5)};
const records::StreamId perronen{records::StreamKind::centre, named<base::Hash>(6)};

template <class Deed>
void done(CentralStore& store, Deed deed)
{
    const auto work = store.begin();
    deed(work->follows());
    work->commit();
}

Stock::Listener at_havnen(std::uint8_t which, Seconds opened_after = {})
{
    return {device(which), havnen, opened_after};
}

} // namespace

TEMPLATE_TEST_CASE("A centre follows a notebook whose records are older than its cursors", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    take(on.store(), made({.what = records::Class::key}));        // counter 1
    take(on.store(), made({.by = device(2), .in = notebook(2)})); // 2
    CHECK(on.store().look()->stock().news(at_havnen(9), {}, 2, 9).empty());
    done(on.store(), [](Follows& follows) { follows.follow(havnen, notebook(1), monday); });
    on.reopen();

    const auto look = on.store().look();
    CHECK(look->stock().standing().counter == 3);
    CHECK(look->stock().news(at_havnen(9), {}, 2, 9) == std::vector<Stock::News>{{notebook(1), 3}});
    CHECK(look->stock().news(at_havnen(9), {}, 3, 9).empty());
    CHECK(look->stock().hears(at_havnen(9), notebook(1)));
    CHECK_FALSE(look->stock().hears(at_havnen(9), notebook(2)));
    CHECK_FALSE(look->stock().hears({device(9), perronen, {}}, notebook(1)));
    CHECK(look->follows().opened(havnen, notebook(1)) == monday);
    CHECK_FALSE(look->follows().opened(perronen, notebook(1)));
}

TEMPLATE_TEST_CASE("What comes into a notebook that is followed is news once and not twice", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto key = made({.what = records::Class::key});
    take(on.store(), key);
    done(on.store(), [](Follows& follows) { follows.follow(havnen, notebook(1), monday); }); // 2
    take(on.store(), made({.number = 2, .previous = key.hash()}));                           // 3
    // Device 1 hears of it in both ways.
    CHECK(on.store().look()->stock().news(at_havnen(1), {}, 0, 9) ==
          std::vector<Stock::News>{{notebook(1), 3}});
}

TEMPLATE_TEST_CASE("A centre stops following a notebook that was not opened there for long", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    take(on.store(), made({.what = records::Class::key}));
    done(on.store(), [](Follows& follows) { follows.follow(havnen, notebook(1), monday); });
    CHECK(on.store().look()->stock().hears(at_havnen(9, monday - seconds{1}), notebook(1)));
    CHECK_FALSE(on.store().look()->stock().hears(at_havnen(9, monday), notebook(1)));
    CHECK(on.store().look()->stock().news(at_havnen(9, monday), {}, 0, 9).empty());
    done(on.store(), [](Follows& follows) { follows.follow(havnen, notebook(1), monday + seconds{5}); });
    CHECK(on.store().look()->stock().news(at_havnen(9, monday), {}, 2, 9) ==
          std::vector<Stock::News>{{notebook(1), 3}});
}

TEMPLATE_TEST_CASE("Of an erasure hears whoever may have a copy, however long ago", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto key = made({.what = records::Class::key});
    take(on.store(), key);
    take(on.store(), made({.by = device(2)}));
    done(on.store(), [](Follows& follows) {
        follows.note_card(card, notebook(1), device(1));
        follows.follow(havnen, notebook(1), monday);
    });
    CHECK_FALSE(on.store().look()->stock().hears(who(2), notebook(1)));
    take(on.store(), made({.number = 2, .what = records::Class::erase, .previous = key.hash()})); // 4
    on.reopen();
    const auto look = on.store().look();
    for (const auto& listener : {who(1), who(2), at_havnen(9, monday)}) {
        CHECK(look->stock().hears(listener, notebook(1)));
        CHECK(look->stock().news(listener, {}, 3, 9) == std::vector<Stock::News>{{notebook(1), 4}});
    }
    CHECK_FALSE(look->stock().hears(who(3), notebook(1)));
    CHECK(look->follows().with_card(card).empty());
}

TEMPLATE_TEST_CASE("A card is found with the notebooks it opens", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    done(on.store(), [](Follows& follows) {
        follows.note_card(card, notebook(2), device(1));
        follows.note_card(card, notebook(1), device(1));
        follows.note_card(card, notebook(2), device(1));
        follows.note_card(named<base::Hash>(8), notebook(3), device(1));
    });
    {
        const auto work = on.store().begin();
        work->follows().note_card(card, notebook(3), device(1)); // and the power goes
    }
    on.reopen();
    CHECK(on.store().look()->follows().with_card(card) == std::vector{notebook(1), notebook(2)});
    CHECK(on.store().look()->follows().with_card(named<base::Hash>(9)).empty());
}

TEMPLATE_TEST_CASE("Wrong proofs of a card are counted until they are forgotten", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    CHECK(on.store().look()->follows().tries(card) == Follows::Tries{});
    done(on.store(), [](Follows& follows) {
        follows.keep_tries(card, {2, monday});
        follows.keep_tries(card, {3, monday + seconds{30}});
    });
    on.reopen();
    CHECK(on.store().look()->follows().tries(card) == Follows::Tries{3, monday + seconds{30}});
    CHECK(on.store().look()->follows().tries(named<base::Hash>(8)) == Follows::Tries{});
    done(on.store(), [](Follows& follows) { follows.keep_tries(card, {}); });
    CHECK(on.store().look()->follows().tries(card) == Follows::Tries{});
}

TEMPLATE_TEST_CASE("The checksum of a stream is that of its whole records and of no others", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto all = chain(3);
    records::Sum sum;
    CHECK(on.store().look()->stock().sum(notebook(1)) == sum.value());
    for (const auto& record : all) {
        take(on.store(), record);
        sum.add(id_of(record), record.hash());
    }
    take(on.store(), made({.by = device(2), .in = notebook(2)}));
    take(on.store(), offer(made({.number = 4, .previous = all[2].hash()}), Stock::Offer::Form::stub));
    take(on.store(), made({.number = 2, .body = {9}})); // to quarantine
    on.reopen();
    CHECK(on.store().look()->stock().sum(notebook(1)) == sum.value());

    const auto erase = made({.by = device(3), .what = records::Class::erase});
    take(on.store(), erase);
    records::Sum erased;
    erased.add(id_of(erase), erase.hash());
    CHECK(on.store().look()->stock().sum(notebook(1)) == erased.value());
}

TEMPLATE_TEST_CASE("Of the notebooks behind a card it is known who said so first", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    done(on.store(), [](Follows& follows) {
        follows.note_card(card, notebook(1), device(1));
        follows.note_card(card, notebook(2), device(2));
        follows.note_card(card, notebook(1), device(2));
        follows.note_card(card, notebook(3), device(2));
        follows.note_card(named<base::Hash>(8), notebook(4), device(1));
    });
    on.reopen();
    const auto look = on.store().look();
    CHECK(look->follows().with_card_by(card, device(1)) == 1);
    CHECK(look->follows().with_card_by(card, device(2)) == 2);
    CHECK(look->follows().with_card_by(card, device(3)) == 0);
}
