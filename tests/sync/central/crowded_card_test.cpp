// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/sealing/stretch.hpp"
#include "sync/central/api/admission.hpp"
#include "sync/central/api/intake.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/asking.hpp"

// What somebody with a tampered kiosk puts beside a citizen's card, whose lookup stands in its slot.

using namespace frikort::tests;
using namespace frikort::sync;
using namespace frikort::core;
using central::api::most_behind_a_card;
using central::api::most_beside;
using store::Delivery;

namespace {

const base::Hash card{{7}};
const base::Hash proof{{8}};

records::Record put_slot(Kiosk& kiosk, const Notebook& notebook)
{
    const sealing::OpenSlot slot{
        sealing::OpenSlot::Kind::card, card, sealing::verifier_of(proof.view()), {5, 1, 2, 3}};
    const auto work = kiosk.store.begin();
    const auto tip = work->records().tip(kiosk.device());
    const auto header = encode(records::Header{kiosk.chance.name<base::Id>(), notebook.stream, 1,
                                               records::Class::key, kiosk.device(), tip.number + 1});
    const records::Record record{header, tip.hash, sealing::sign_body(header, slot, notebook.keys)};
    work->records().add(record, Delivery::waiting);
    work->commit();
    return record;
}

records::Record renew(Kiosk& kiosk, const records::StreamId& stream, const sealing::NotebookKeys& before,
                      const sealing::NotebookKeys& next)
{
    const auto generation = sealing::next_generation(stream, next, before, {}, kiosk.chance);
    const auto work = kiosk.store.begin();
    const auto tip = work->records().tip(kiosk.device());
    const auto header = encode(records::Header{kiosk.chance.name<base::Id>(), stream, next.generation(),
                                               records::Class::key, kiosk.device(), tip.number + 1});
    const records::Record record{header, tip.hash, sealing::sign_body(header, generation, next)};
    work->records().add(record, Delivery::waiting);
    work->commit();
    return record;
}

} // namespace

TEST_CASE("However many notebooks others put behind a card it opens the one that was first, and few")
{
    Central central;
    Kiosk kiosk{1, central};
    Kiosk tampered{2, central};
    Kiosk away{3, central};
    kiosk.enrol(central);
    tampered.enrol(central);
    away.enrol(central, "Perronen");
    const Notebook own{2};
    kiosk.begin(own);
    put_slot(kiosk, own);
    REQUIRE(kiosk.round().end == agent::End::done);
    for (std::uint64_t seed = 100; seed < 140; ++seed) {
        const Notebook another{seed};
        tampered.begin(another);
        put_slot(tampered, another);
    }
    REQUIRE(tampered.round().end == agent::End::done);
    REQUIRE(tampered.standing().refused == 0);

    const auto body = encode(protocol::FollowRequest{card, proof});
    const auto reply = ask(central, away, signed_request(away, protocol::follow_path, body, 900));
    REQUIRE(reply.status == 200);
    const auto opened = protocol::decode_follow_answer(reply.body)->streams;
    CHECK(opened.size() == most_behind_a_card);
    CHECK(std::count(opened.begin(), opened.end(), own.stream) == 1);
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
