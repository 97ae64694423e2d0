// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "sync/central/api/known_keys.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/card_slots.hpp"

// Everybody waits for the turn to write while one push's keys are read and held against one another.

using namespace frikort::tests;
using namespace frikort::sync;
using namespace frikort::core;
using store::Delivery;

TEST_CASE("What one push would have decided of very many keys waits for the next")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    constexpr std::size_t generations = 200;
    std::vector<records::StreamId> streams;
    std::vector<sealing::NotebookKeys> newest;
    for (std::uint64_t seed = 20; seed < 27; ++seed) {
        const Notebook notebook{seed};
        kiosk.begin(notebook);
        std::vector<sealing::NotebookKeys> all;
        for (std::uint32_t number = 2; number <= generations; ++number) {
            all.push_back(sealing::NotebookKeys::random(kiosk.chance, number));
            const auto& before = number == 2 ? notebook.keys : all[number - 3];
            renew(kiosk, notebook.stream, before, all.back());
        }
        streams.push_back(notebook.stream);
        newest.push_back(std::move(all.back()));
    }
    while (kiosk.standing().waiting > 0) REQUIRE(kiosk.round().end == agent::End::done);
    REQUIRE(kiosk.standing().refused == 0);

    std::vector<records::Record> slots;
    for (std::size_t i = 0; i < streams.size(); ++i) slots.push_back(put_slot(kiosk, streams[i], newest[i]));
    const auto taken = [&] {
        return std::count_if(slots.begin(), slots.end(), [&](const auto& record) {
            return kiosk.standing(record).delivery == Delivery::accepted;
        });
    };
    kiosk.round();
    CHECK(taken() == central::api::most_decided / generations);
    kiosk.round();
    CHECK(taken() == 7);
    CHECK(kiosk.standing().refused == 0);
}

TEST_CASE("What one push would have read of very many keys waits for the next")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    std::vector<Notebook> notebooks;
    for (std::uint64_t seed = 20; seed < 25; ++seed) notebooks.emplace_back(seed);
    for (const auto& notebook : notebooks) kiosk.begin(notebook);
    REQUIRE(kiosk.round().end == agent::End::done);
    std::uint8_t by = 50;
    for (const auto& notebook : notebooks) { // as no door lets them in
        const auto all =
            chain(central::api::most_read / 4,
                  {.by = device(++by), .in = notebook.stream, .what = records::Class::key, .body = {1}});
        std::vector<store::Stock::Offer> offers;
        for (const auto& record : all) offers.push_back(offer(record));
        const auto work = central.store.begin();
        work->stock().take(offers);
        work->commit();
    }
    std::vector<records::Record> slots;
    for (const auto& notebook : notebooks) slots.push_back(put_slot(kiosk, notebook));
    const auto taken = [&] {
        return std::count_if(slots.begin(), slots.end(), [&](const auto& record) {
            return kiosk.standing(record).delivery == Delivery::accepted;
        });
    };
    kiosk.round();
    CHECK(taken() == 4);
    kiosk.round();
    CHECK(taken() == 5);
}

TEST_CASE(
    "Of a beaten generation that comes again it is told then, or later, and never that it was not beaten")
{
    Central central;
    Kiosk kiosk{1, central};
    Kiosk first{2, central};
    kiosk.enrol(central);
    first.enrol(central);
    std::vector<Notebook> dear;
    std::vector<records::Record> records;
    for (std::uint64_t seed = 20; seed < 25; ++seed) dear.emplace_back(seed);
    for (const auto& notebook : dear) {
        first.begin(notebook);
        std::vector<sealing::NotebookKeys> all;
        for (std::uint32_t number = 2; number <= central::api::most_decided / 5; ++number) {
            all.push_back(sealing::NotebookKeys::random(first.chance, number));
            renew(first, notebook.stream, number == 2 ? notebook.keys : all[number - 3], all.back());
        }
        records.push_back(put_slot(kiosk, notebook.stream, all.back()));
    }
    const Notebook notebook{30};
    first.begin(notebook);
    renew(first, notebook.stream, notebook.keys, sealing::NotebookKeys::random(first.chance, 2));
    while (first.standing().waiting > 0) REQUIRE(first.round().end == agent::End::done);
    const auto beaten =
        renew(kiosk, notebook.stream, notebook.keys, sealing::NotebookKeys::random(kiosk.chance, 2));
    std::uint64_t counter = 900;
    const auto answer_to = [&](const std::vector<records::Record>& some) {
        protocol::PushRequest push;
        for (const auto& record : some) push.records.push_back(encode(record));
        const auto request = signed_request(kiosk, protocol::push_path, encode(push), ++counter);
        return protocol::decode_push_answer(ask(central, kiosk, request).body)->verdicts.back();
    };
    REQUIRE(answer_to({beaten}).reason == "beaten");
    CHECK(answer_to({beaten}).kind == protocol::Verdict::Kind::duplicate);
    CHECK(answer_to({beaten}).reason == "beaten");
    records.push_back(beaten);
    CHECK(answer_to(records).kind == protocol::Verdict::Kind::later);
    CHECK(answer_to(records).reason == "beaten"); // the others are known now
}

TEST_CASE("Erasures with very many links are looked at a few in each push")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{20};
    std::vector<sealing::NotebookKeys> all;
    std::vector<sealing::Link> links{sealing::first_generation(notebook.keys).link};
    for (std::uint32_t number = 2; number <= sealing::most_generations; ++number) {
        all.push_back(sealing::NotebookKeys::random(kiosk.chance, number));
        const auto& before = number == 2 ? notebook.keys : all[number - 3];
        links.push_back(sealing::next_generation(notebook.stream, all.back(), before, {}, kiosk.chance).link);
    }
    protocol::PushRequest push;
    for (int i = 0; i < 8; ++i) {
        const auto header =
            encode(records::Header{kiosk.chance.name<base::Id>(), notebook.stream, all.back().generation(),
                                   records::Class::erase, device(9), 1});
        push.of_others.push_back(encode(
            records::Record{header, {}, sealing::sign_body(header, sealing::Erase{{}, links}, all.back())}));
    }
    const auto request = signed_request(kiosk, protocol::push_path, encode(push), 900);
    const auto verdicts = protocol::decode_push_answer(ask(central, kiosk, request).body)->verdicts;
    using Kind = protocol::Verdict::Kind;
    CHECK(std::count_if(verdicts.begin(), verdicts.end(), [](const auto& one) {
              return one.kind == Kind::accepted;
          }) == central::api::most_decided / sealing::most_generations);
    CHECK(verdicts.back().kind == Kind::later);
}
