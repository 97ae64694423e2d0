// SPDX-License-Identifier: MPL-2.0
#include <random>

#include "tests/contract/central_stores.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using records::Class;
using store::Stock;
using Form = store::Stock::Offer::Form;
using Taken = store::Stock::Taken;

TEMPLATE_TEST_CASE("With an erasure all of its stream goes and the chain and other streams stay", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    auto all = chain(4);
    for (const auto& record : all) take(on.store(), record);
    const auto other = made({.by = device(2), .in = notebook(2)});
    take(on.store(), other);
    take(on.store(), made({.number = 2, .body = {9}})); // to quarantine
    CHECK_FALSE(on.store().look()->stock().is_erased(notebook(1)));
    const auto erase = made({.number = 5, .what = Class::erase, .previous = all[3].hash()});
    CHECK(take(on.store(), erase) == Taken::accepted);
    on.reopen();

    const auto look = on.store().look();
    CHECK(look->stock().is_erased(notebook(1)));
    CHECK_FALSE(look->stock().is_erased(notebook(2)));
    CHECK(look->stock().page(notebook(1), 0, 9, 9999, {}).records ==
          std::vector<base::Bytes>{records::encode(erase)});
    CHECK(look->stock().keys_of(notebook(1)).empty());
    CHECK(look->stock().page(notebook(2), 0, 9, 9999, {}).records.size() == 1);
    CHECK(look->stock().held_from(device(1), 9).highest == 5);
    CHECK(look->stock().held_from(device(1), 9).lacks.empty());
    CHECK(look->stock().quarantined() == 1);
    const auto counts = look->stock().counts();
    CHECK(counts.size() == 2);
    for (const auto& count : counts) CHECK(count.records == 1);
}

TEMPLATE_TEST_CASE("What comes of an erased stream later is erased as it comes and its writer has news",
                   "[central]", CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto first = made({});
    take(on.store(), first);
    const auto erase = made({.number = 2, .what = Class::erase, .previous = first.hash()});
    take(on.store(), erase);
    CHECK(take(on.store(), first) == Taken::erased);
    CHECK(take(on.store(), erase) == Taken::duplicate);
    CHECK(take(on.store(), made({.body = {9}})) == Taken::other_record);

    const auto late = made({.by = device(2)});
    CHECK(take(on.store(), late) == Taken::erased);
    CHECK(take(on.store(), late) == Taken::erased);
    CHECK(take(on.store(), offer(made({.number = 2, .by = device(2), .previous = late.hash()}),
                                 Form::stub)) == Taken::erased);
    on.reopen();
    const auto look = on.store().look();
    CHECK(look->stock().hears(who(2), notebook(1)));
    CHECK(look->stock().news(who(2), {}, 2, 9).size() == 1);
    CHECK(look->stock().page(notebook(1), 0, 9, 9999, {}).records.size() == 1);
    CHECK(look->stock().held_from(device(2), 9).highest == 2);
}

TEMPLATE_TEST_CASE("Only the stub of an erasure erases nothing until it comes whole", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto first = made({});
    take(on.store(), first);
    const auto erase = made({.number = 2, .what = Class::erase, .previous = first.hash()});
    CHECK(take(on.store(), offer(erase, Form::stub)) == Taken::accepted);
    CHECK_FALSE(on.store().look()->stock().is_erased(notebook(1)));
    CHECK(take(on.store(), erase) == Taken::duplicate);
    CHECK(on.store().look()->stock().is_erased(notebook(1)));
}

TEMPLATE_TEST_CASE("An erasure that is not committed never was", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto first = made({});
    take(on.store(), first);
    {
        const auto erase = offer(made({.number = 2, .what = Class::erase, .previous = first.hash()}));
        const auto work = on.store().begin();
        work->stock().take({&erase, 1});
    }
    CHECK_FALSE(on.store().look()->stock().is_erased(notebook(1)));
    CHECK(page(on.store(), 0).records.size() == 1);
    CHECK(take(on.store(), first) == Taken::duplicate);
}

TEST_CASE("What was erased at the server is in none of its files, among the records of a whole town",
          "[central]")
{
    const TemporaryFolder folder;
    SeededChance drawn{1};
    store::SqliteCentralStore store{folder.path(), store::SqliteCentralStore::Opening::first, drawn};
    std::mt19937 chance{7};
    constexpr std::uint8_t books = 12;
    const auto word = [](std::uint8_t which) { return "canary" + std::to_string(100 + which) + "."; };
    const auto body = [&](std::uint8_t which) {
        base::Bytes bytes;
        const std::size_t size = chance() % 25 == 0 ? 12'000 : 60 + chance() % 900;
        while (bytes.size() < size) {
            const auto one = word(which);
            bytes.insert(bytes.end(), one.begin(), one.end());
        }
        return bytes;
    };
    // Each device writes into every notebook, and each stands in quarantine as well.
    std::vector<records::Hash> last(4);
    std::uint64_t number = 0;
    while (++number <= 100) {
        const auto work = store.begin();
        for (std::uint8_t by = 1; by <= 3; ++by) {
            const auto which = static_cast<std::uint8_t>(1 + chance() % books);
            const auto record = made({.number = number,
                                      .by = device(by),
                                      .in = notebook(which),
                                      .body = body(which),
                                      .previous = last[by]});
            last[by] = record.hash();
            auto offers = std::vector{offer(record)};
            if (chance() % 10 == 0)
                offers.push_back(offer(
                    made({.number = number, .by = device(by), .in = notebook(which), .body = body(which)})));
            work->stock().take(offers);
        }
        work->commit();
    }
    const auto traces = [&] {
        std::vector<std::uint8_t> found;
        for (std::uint8_t which = 1; which <= books; ++which)
            for (const auto& [name, content] : contents_of(folder.path()))
                if (content.find(word(which).substr(0, 9)) != std::string::npos) {
                    found.push_back(which);
                    break;
                }
        return found;
    };
    REQUIRE(traces().size() == books);
    for (std::uint8_t which = 1; which <= books; which = static_cast<std::uint8_t>(which + 2)) {
        const auto erase = made({.number = number++,
                                 .by = device(1),
                                 .in = notebook(which),
                                 .what = Class::erase,
                                 .previous = last[1]});
        last[1] = erase.hash();
        REQUIRE(take(store, erase) == Taken::accepted);
        for (const auto left : traces()) CHECK((left > which || left % 2 == 0));
    }
    CHECK(traces() == std::vector<std::uint8_t>{2, 4, 6, 8, 10, 12});
}
