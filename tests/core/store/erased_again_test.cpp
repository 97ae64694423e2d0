// SPDX-License-Identifier: MPL-2.0
#include "core/store/brought.hpp"
#include "core/store/contents.hpp"
#include "core/store/erasures.hpp"
#include "tests/contract/offers.hpp"
#include "tests/core/store/central_on.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/signed_erasure.hpp"

// What a server makes of its file of erasures.

using namespace frikort::tests;
using namespace frikort::core;
using store::Erasures;

namespace {

using All = std::vector<base::Bytes>;

} // namespace

TEMPLATE_TEST_CASE("An erasure in the file that nobody signed erases nothing, and the one beside it does",
                   "[store]", central_on::Sqlite, central_on::Postgres)
{
    TestType on;
    const auto signed_one = signed_erasure(4);
    const auto its = records::decode_header(records::decode_record(signed_one)->header)->stream;
    take(*on.opened, made({}));
    take(*on.opened, made({.by = device(2), .in = its}));
    const auto of_one_record = signed_erasure(5, base::Bytes(base::Id::size)); // as a newer program may
    const auto whose = records::decode_header(records::decode_record(of_one_record)->header)->stream;
    take(*on.opened, made({.by = device(4), .in = whose}));
    on.opened.reset();
    Erasures{on.folder / "erasures"}.keep(All{
        records::encode(made({.by = device(3), .what = records::Class::erase})), of_one_record, signed_one});
    on.open();
    CHECK_FALSE(on.opened->look()->stock().is_erased(notebook(1)));
    CHECK_FALSE(on.opened->look()->stock().is_erased(whose));
    CHECK(on.opened->look()->stock().is_erased(its));
}

TEMPLATE_TEST_CASE(
    "An erasure in the file that an older card signed erases nothing where a newer one is known", "[store]",
    central_on::Sqlite, central_on::Postgres)
{
    TestType on;
    sealing::start();
    SeededChance chance{4};
    const auto keys = sealing::NotebookKeys::random(chance, 1);
    const auto next = sealing::NotebookKeys::random(chance, 2);
    const auto its = sealing::notebook_of(keys.open());
    std::uint64_t number = 0;
    const auto written = [&](const auto& body, const sealing::NotebookKeys& by, records::Class what) {
        auto header = header_of({.number = ++number, .by = device(2), .in = its, .what = what});
        header.generation = by.generation();
        const auto bytes = records::encode(header);
        return records::Record{bytes, {}, sealing::sign_body(bytes, body, by)};
    };
    const auto first = sealing::first_generation(keys);
    const auto second = sealing::next_generation(its, next, keys, {}, chance);
    auto begun = written(first, keys, records::Class::key);
    auto renewed = written(second, next, records::Class::key);
    renewed.previous = begun.hash();
    take(*on.opened, begun);
    const bool is_newer_known = GENERATE(true, false);
    if (is_newer_known) take(*on.opened, renewed);
    on.opened.reset();
    const auto by_the_old = written(sealing::Erase{{}, {first.link}}, keys, records::Class::erase);
    Erasures{on.folder / "erasures"}.keep(All{records::encode(by_the_old)});
    on.open();
    CHECK(on.opened->look()->stock().is_erased(its) != is_newer_known);
}

TEMPLATE_TEST_CASE("A notebook is erased once: whoever erases it again adds no line to the file", "[store]",
                   central_on::Sqlite, central_on::Postgres)
{
    TestType on;
    const auto first = *records::decode_record(signed_erasure(4));
    const auto header = *records::decode_header(first.header);
    REQUIRE(take(*on.opened, first) == store::Stock::Taken::accepted);
    const Erasures file{on.folder / "erasures"};
    REQUIRE(file.all() == All{records::encode(first)});
    for (std::uint8_t by = 5; by < 8; ++by)
        CHECK(
            take(*on.opened, made({.by = device(by), .in = header.stream, .what = records::Class::erase})) ==
            store::Stock::Taken::accepted);
    CHECK(file.all().size() == 1);
    on.opened.reset();
    on.open();
    CHECK(file.all().size() == 1);
}

TEMPLATE_TEST_CASE("An erasure that a program before this one kept for others is the same one", "[store]",
                   central_on::Sqlite, central_on::Postgres)
{
    TestType on;
    const auto erasure = *records::decode_record(signed_erasure(1));
    const auto its = records::decode_header(erasure.header)->stream;
    take(*on.opened, store::brought(erasure));
    const auto held = [&] { return on.opened->look()->stock().held_from(device(1), 9).highest; };
    on.opened.reset();
    const auto id = id_of(erasure).hex(); // the id of its writer, until now
    on.say("UPDATE record SET id = " + (on.is_postgres ? "'" + id + "'" : "x'" + id + "'"));
    on.open();
    CHECK(take(*on.opened, store::brought(erasure)) == store::Stock::Taken::duplicate);
    CHECK(held() == 0);
    CHECK(take(*on.opened, erasure) == store::Stock::Taken::duplicate);
    CHECK(held() == 1);
    CHECK(on.opened->look()->stock().page(its, 0, 9, 9999, {}).records ==
          std::vector<base::Bytes>{records::encode(erasure)});
}

TEST_CASE(
    "Whatever comes of an erasure as a stub and as a whole, by whom and in which order, is examined well",
    "[store]")
{
    central_on::Sqlite on;
    const auto erasure = *records::decode_record(signed_erasure(1));
    auto varied = erasure;
    varied.previous = base::Hash{{5}};
    auto stub = offer(erasure, store::Stock::Offer::Form::stub);
    stub.bytes = base::ByteWriter{}
                     .sized(erasure.header)
                     .raw(stub.stub.previous.view())
                     .raw(stub.stub.body.view())
                     .take();
    const std::vector<store::Stock::Offer> all{stub, offer(erasure), store::brought(erasure),
                                               store::brought(varied)};
    const auto first = GENERATE(range(0, 4));
    const auto second = GENERATE(range(0, 4));
    const auto third = GENERATE(range(0, 4));
    const bool is_at_once = GENERATE(true, false);
    std::vector<store::Stock::Offer> offers;
    for (const auto which : {first, second, third}) offers.push_back(all[static_cast<std::size_t>(which)]);
    CAPTURE(first, second, third, is_at_once);
    if (is_at_once) {
        const auto work = on.opened->begin();
        work->stock().take(offers);
        work->commit();
    } else {
        for (const auto& one : offers) take(*on.opened, one);
    }
    on.opened.reset();
    CHECK_NOTHROW(store::examined(on.folder.path()));
}
