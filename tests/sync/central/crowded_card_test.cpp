// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "sync/central/api/admission.hpp"
#include "sync/central/api/intake.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/card_slots.hpp"

// What somebody with a tampered kiosk puts beside a citizen's card, whose lookup stands in its slot.

using namespace frikort::tests;
using namespace frikort::sync;
using namespace frikort::core;
using central::api::most_beaten_slots;
using central::api::most_behind_a_card;
using central::api::most_behind_by_one;
using central::api::most_beside;
using central::api::most_slots;
using central::api::most_slots_of_all;
using store::Delivery;

namespace {

const base::Hash wrong{{9}};

} // namespace

namespace {

std::vector<records::StreamId> opened_at(Central& central, Kiosk& away)
{
    const auto body = encode(protocol::FollowRequest{card, proof});
    const auto reply = ask(central, away, signed_request(away, protocol::follow_path, body, 900));
    REQUIRE(reply.status == 200);
    return protocol::decode_follow_answer(reply.body)->streams;
}

} // namespace

TEST_CASE("However many notebooks others put behind a card before or after it, it opens its own, and few")
{
    Central central;
    Kiosk kiosk{1, central};
    Kiosk away{3, central};
    kiosk.enrol(central);
    away.enrol(central, "Perronen");
    const Notebook own{2};
    const auto own_card = [&] {
        kiosk.begin(own);
        put_slot(kiosk, own);
        REQUIRE(kiosk.round().end == agent::End::done);
    };
    const bool is_first = GENERATE(true, false);
    const std::uint64_t tampered_ones = GENERATE(1U, 3U);
    if (is_first) own_card();
    for (std::uint64_t which = 0; which < tampered_ones; ++which) {
        Kiosk tampered{10 + which, central};
        tampered.enrol(central);
        for (std::uint64_t seed = 100; seed < 140; ++seed) {
            const Notebook another{seed + 1000 * which};
            tampered.begin(another);
            put_slot(tampered, another);
        }
        REQUIRE(tampered.round().end == agent::End::done);
        REQUIRE(tampered.standing().refused == 0);
    }
    if (!is_first) own_card();
    const auto opened = opened_at(central, away);
    CHECK(opened.size() == tampered_ones * most_behind_by_one + 1);
    CHECK(opened.size() <= most_behind_a_card);
    CHECK(std::count(opened.begin(), opened.end(), own.stream) == 1);
}

TEST_CASE("Behind one card there are few notebooks, however many kiosks put theirs there")
{
    Central central;
    Kiosk away{3, central};
    away.enrol(central, "Perronen");
    for (std::uint64_t which = 0; which < most_behind_a_card; ++which) {
        Kiosk tampered{10 + which, central};
        tampered.enrol(central);
        for (std::uint64_t seed = 100; seed < 102; ++seed) {
            const Notebook another{seed + 1000 * which};
            tampered.begin(another);
            put_slot(tampered, another);
        }
        REQUIRE(tampered.round().end == agent::End::done);
    }
    CHECK(opened_at(central, away).size() == most_behind_a_card);
}

TEST_CASE("Who has an old card's keys takes the owner's next card from nobody")
{
    Central central;
    Kiosk kiosk{1, central};
    Kiosk tampered{2, central};
    kiosk.enrol(central);
    tampered.enrol(central);
    const Notebook notebook{2};
    kiosk.begin(notebook);
    const auto second = sealing::NotebookKeys::random(kiosk.chance, 2);
    const auto renewed = renew(kiosk, notebook.stream, notebook.keys, second);
    REQUIRE(kiosk.round().end == agent::End::done);
    REQUIRE(kiosk.standing(renewed).reason.empty());

    std::vector<records::Record> more;
    for (std::size_t i = 0; i < most_beside; ++i) {
        more.push_back(tampered.begin(notebook)); // the first once more
        more.push_back(renew(tampered, notebook.stream, notebook.keys,
                             sealing::NotebookKeys::random(tampered.chance, 2)));
    }
    REQUIRE(tampered.round().end == agent::End::done);
    const auto refused = std::count_if(more.begin(), more.end(), [&](const auto& record) {
        return tampered.standing(record).reason == "too_many";
    });
    CHECK(refused == static_cast<std::ptrdiff_t>(most_beside));

    const auto third = renew(kiosk, notebook.stream, second, sealing::NotebookKeys::random(kiosk.chance, 3));
    REQUIRE(kiosk.round().end == agent::End::done);
    CHECK(kiosk.standing(third).delivery == Delivery::accepted);
    CHECK(kiosk.standing(third).reason.empty());
}

TEST_CASE(
    "However many slots somebody writes with an old card's keys, the owner's next card is taken and opens")
{
    Central central;
    Kiosk kiosk{1, central};
    Kiosk away{3, central};
    kiosk.enrol(central);
    away.enrol(central, "Perronen");
    const Notebook notebook{2};
    kiosk.begin(notebook);
    const auto second = sealing::NotebookKeys::random(kiosk.chance, 2);
    renew(kiosk, notebook.stream, notebook.keys, second);
    REQUIRE(kiosk.round().end == agent::End::done);
    // A generation of their own that came too late, and one behind it.
    const std::uint32_t number = GENERATE(1U, 2U, 3U);
    std::optional<records::Record> last;
    for (std::uint64_t which = 0; which <= most_slots_of_all / most_slots; ++which) {
        Kiosk tampered{10 + which, central};
        tampered.enrol(central);
        const auto beaten = sealing::NotebookKeys::random(tampered.chance, 2);
        const auto ahead = sealing::NotebookKeys::random(tampered.chance, 3);
        if (number > 1) renew(tampered, notebook.stream, notebook.keys, beaten);
        if (number > 2) renew(tampered, notebook.stream, beaten, ahead);
        const auto& theirs = number == 1 ? notebook.keys : number == 2 ? beaten : ahead;
        const auto many = number > 1 ? most_beaten_slots : most_slots;
        for (std::size_t i = 0; i <= many; ++i) last = put_slot(tampered, notebook.stream, theirs, wrong);
        REQUIRE(tampered.round().end == agent::End::done);
        REQUIRE(tampered.standing(*last).reason == "too_many");
    }

    const auto own = put_slot(kiosk, notebook.stream, second);
    REQUIRE(kiosk.round().end == agent::End::done);
    CHECK(kiosk.standing(own).delivery == Delivery::accepted);
    CHECK(opened_at(central, away) == std::vector{notebook.stream});
    const auto third = sealing::NotebookKeys::random(kiosk.chance, 3);
    const auto renewed = renew(kiosk, notebook.stream, second, third);
    const auto next = put_slot(kiosk, notebook.stream, third);
    REQUIRE(kiosk.round().end == agent::End::done);
    CHECK(kiosk.standing(renewed).delivery == Delivery::accepted);
    CHECK(kiosk.standing(next).delivery == Delivery::accepted);
}

TEST_CASE("Slots that somebody with an old card writes for the new one do not hide it")
{
    Central central;
    Kiosk kiosk{1, central};
    Kiosk tampered{2, central};
    Kiosk away{3, central};
    kiosk.enrol(central);
    tampered.enrol(central);
    away.enrol(central, "Perronen");
    const Notebook notebook{2};
    kiosk.begin(notebook);
    const auto second = sealing::NotebookKeys::random(kiosk.chance, 2);
    renew(kiosk, notebook.stream, notebook.keys, second);
    put_slot(kiosk, notebook.stream, second);
    REQUIRE(kiosk.round().end == agent::End::done);
    const auto beaten = sealing::NotebookKeys::random(tampered.chance, 2);
    renew(tampered, notebook.stream, notebook.keys, beaten);
    for (std::size_t i = 0; i < 2 * most_beaten_slots; ++i) {
        put_slot(tampered, notebook.stream, notebook.keys, wrong);
        if (i + 1 < most_beaten_slots)
            put_slot(tampered, notebook.stream, beaten, wrong); // one is the owner's
    }
    REQUIRE(tampered.round().end == agent::End::done);
    REQUIRE(tampered.standing().refused == 0);
    CHECK(opened_at(central, away) == std::vector{notebook.stream});
}
