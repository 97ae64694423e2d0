// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "sync/protocol/enrolment_code.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/asking.hpp"
#include "tests/sync/support/compared.hpp"
#include "tests/sync/support/engines.hpp"
#include "tests/sync/support/world.hpp"

// Two machines with one name (R13).

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using agent::Trouble;
using frikort::core::store::Delivery;

namespace {

// A kiosk whose disk was copied: both go on, and neither knows of the other.
struct Cloned {
    explicit Cloned(Engine engine) : central{engine}
    {
        kiosk.enrol(central);
        beside.enrol(central);
        kiosk.begin(notebook);
        kiosk.write(notebook, "first");
        kiosk.round();
        REQUIRE(agent::enrol(clone.store, clone.wire, clone.key, central.code_for("Værestedet Havnen")));
        clone.chance = SeededChance{99};
        clone.round(); // what was on the disk that was copied
        REQUIRE(clone.holds(notebook.stream) == 2);
        at_kiosk = kiosk.write(notebook, "350 kr");
        at_clone = clone.write(notebook, "950 kr");
        kiosk.round();
    }
    Central central;
    Kiosk kiosk{1, central};
    Kiosk clone{1, central};
    Kiosk beside{3, central};
    const Notebook notebook{2};
    frikort::core::records::Record at_kiosk, at_clone;
};

} // namespace

TEST_CASE("A cloned kiosk is frozen with its twin and says so, and nothing of either is lost")
{
    Cloned at{GENERATE(every_engine())};
    CHECK(at.clone.round().end == End::frozen);
    CHECK(at.kiosk.round().end == End::frozen);
    CHECK(at.clone.standing().trouble == Trouble::frozen);
    CHECK(at.kiosk.standing().trouble == Trouble::frozen);
    CHECK(at.central.journal.count(central::api::Event::frozen) == 1);
    CHECK(at.central.store.look()->kiosks().find(at.kiosk.device())->frozen);
    CHECK(at.clone.standing().refused == 1);
    at.kiosk.write(at.notebook, "later");
    CHECK(at.kiosk.round().end == End::frozen);
    CHECK(at.kiosk.standing().waiting == 1);
}

TEST_CASE("A cloned kiosk enrols anew, and what it wrote under the old name enters when staff release it")
{
    Cloned at{GENERATE(every_engine())};
    at.clone.round();
    at.kiosk.round();
    at.kiosk.write(at.notebook, "later");
    REQUIRE(at.clone.enrol_anew(at.central, 11));
    REQUIRE(at.kiosk.enrol_anew(at.central, 12));
    for (auto* kiosk : {&at.clone, &at.kiosk}) {
        CHECK(kiosk->round().end == End::done);
        CHECK_FALSE(kiosk->standing().trouble);
        CHECK(kiosk->standing().refused == 1); // in a list that a person must empty
        CHECK(kiosk->round().end == End::done);
    }
    CHECK(at.central.of_stream(at.notebook.stream).size() == 3);
    CHECK(at.clone.standing(at.at_clone).reason == frikort::core::store::fork_word);

    for (auto* kiosk : {&at.clone, &at.kiosk}) {
        const auto work = kiosk->store.begin();
        agent::offer_refused_again(*work);
        work->commit();
    }
    for (int i = 0; i < 2; ++i)
        for (auto* kiosk : {&at.clone, &at.kiosk}) CHECK(kiosk->round().end == End::done);
    CHECK(at.central.of_stream(at.notebook.stream).size() == 5);
    for (auto* kiosk : {&at.clone, &at.kiosk}) {
        CHECK(kiosk->holds(at.notebook.stream) == 5);
        CHECK(kiosk->standing().refused + kiosk->standing().waiting == 0);
    }
    // Both go on under their own names, and the bytes are those that were written.
    at.clone.write(at.notebook, "new");
    CHECK(at.clone.round().end == End::done);
    CHECK(at.kiosk.round().end == End::done);
    CHECK(at.kiosk.holds(at.notebook.stream) == 6);
    const auto all = at.central.of_stream(at.notebook.stream);
    for (const auto& record : {at.at_kiosk, at.at_clone})
        CHECK(std::count(all.begin(), all.end(), encode(record)) == 1);
}

TEST_CASE("A kiosk that was set back by its own backup gets its own records back and goes on after them")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    kiosk.begin(notebook);
    for (int i = 0; i < 4; ++i) kiosk.write(notebook);
    kiosk.round();

    Kiosk restored{1, central}; // the same key, and an empty disk
    restored.chance = SeededChance{99};
    REQUIRE(agent::enrol(restored.store, restored.wire, restored.key, central.code_for("Værestedet Havnen")));
    CHECK(restored.round().end == End::done);
    CHECK(restored.holds(notebook.stream) == 5);
    const auto next = restored.write(notebook, "after");
    CHECK(frikort::core::records::decode_header(next.header)->number == 6);
    CHECK(restored.round().end == End::done);
    CHECK(central.of_stream(notebook.stream).size() == 6);
    CHECK(restored.standing().refused == 0);
    restored.round(); // passes what it wrote itself
    restored.wire.sent.clear();
    restored.round();
    CHECK(restored.wire.sent.size() == 1); // and asks for them once
}

namespace {

// A kiosk that somebody tampered with: it writes another kiosk's id on a record of its own.
frikort::core::records::Record write_with_id(Kiosk& tampered, const frikort::core::records::Record& of,
                                             const Notebook& notebook)
{
    auto header = *frikort::core::records::decode_header(of.header);
    header.device = tampered.device();
    header.number = 1;
    const auto bytes = frikort::core::records::encode(header);
    const frikort::core::records::Record record{
        bytes, {}, notebook.keys.seal(bytes, frikort::core::base::view_of("950 kr"), tampered.chance)};
    const auto work = tampered.store.begin();
    work->records().add(record, Delivery::waiting);
    work->commit();
    return record;
}

} // namespace

TEST_CASE("The same id with another amount is set aside, and the first one stays")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    Kiosk tampered{2, central};
    kiosk.enrol(central);
    tampered.enrol(central);
    const Notebook notebook{2};
    const auto entry = kiosk.write(notebook, "350 kr");
    kiosk.round();
    const auto other = write_with_id(tampered, entry, notebook);
    CHECK(tampered.round().end == End::done);
    CHECK(tampered.standing(other).reason == "other_record");
    CHECK(central.store.look()->stock().quarantined() == 1);
    CHECK(central.of_stream(notebook.stream) == std::vector<frikort::core::base::Bytes>{encode(entry)});
    CHECK(kiosk.round().end == End::done);
}

TEST_CASE("A tampered kiosk that takes another's id first freezes nobody, and what follows gets through")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    Kiosk tampered{2, central};
    kiosk.enrol(central);
    tampered.enrol(central);
    const Notebook notebook{2};
    const auto entry = kiosk.write(notebook, "350 kr");
    const auto behind = kiosk.write(notebook, "400 kr");
    write_with_id(tampered, entry, notebook);
    tampered.round();
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.standing(entry).delivery == Delivery::rejected); // in a list that a person looks at
    CHECK(kiosk.standing(behind).delivery == Delivery::accepted);
    CHECK(central.store.look()->stock().quarantined() >= 1);
}

TEST_CASE("A kiosk that is revoked with 37 unsent entries keeps them, and staff can let them in later")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    kiosk.begin(notebook);
    kiosk.round();
    for (int i = 0; i < 37; ++i) kiosk.write(notebook);
    {
        const auto work = central.store.begin();
        work->kiosks().revoke(kiosk.device(), central.clock.now());
        work->commit();
    }
    CHECK(kiosk.round().end == End::turned_away);
    CHECK(kiosk.standing().waiting == 37);
    CHECK(central.of_stream(notebook.stream).size() == 1);
    // Its old name is not heard any more, with no code.
    CHECK_FALSE(agent::enrol(kiosk.store, kiosk.wire, kiosk.key, central.code_for("Værestedet Havnen")));

    REQUIRE(kiosk.enrol_anew(central, 11));
    kiosk.round();
    CHECK(central.of_stream(notebook.stream).size() == 1);
    CHECK(kiosk.standing().refused == 37);
    {
        const auto work = kiosk.store.begin();
        agent::offer_refused_again(*work);
        work->commit();
    }
    CHECK(kiosk.round().end == End::done);
    CHECK(central.of_stream(notebook.stream).size() == 38);
}

TEST_CASE(
    "A name that is given up is heard no more, also where the server does not know why or never knew it")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    Kiosk twin{1, central};
    const bool known = GENERATE(true, false);
    if (known) {
        kiosk.enrol(central);
        REQUIRE(agent::enrol(twin.store, twin.wire, twin.key, central.code_for("Værestedet Havnen")));
    } else
        compare(central.store, "Værestedet Havnen");
    const auto old = kiosk.device();
    REQUIRE(kiosk.enrol_anew(central, 11));
    CHECK(kiosk.round().end == End::done);
    CHECK(central.store.look()->kiosks().find(old)->frozen);
    CHECK(central.store.look()->kiosks().find(kiosk.device())->before == old);
    if (known) CHECK(twin.round().end == End::frozen);
    CHECK_FALSE(agent::enrol_anew(twin.store, twin.wire, signing_key(twin.chance), twin.key,
                                  central.code_for("Perronen"))); // another centre's code
}

TEST_CASE("Nobody takes another kiosk's place without its key")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    Kiosk thief{2, central};
    kiosk.enrol(central);
    const auto code = central.code_for("Værestedet Havnen");
    SeededChance chance{5};
    const auto fresh = signing_key(chance);
    const protocol::EnrolRequest forged{
        protocol::EnrolmentCode::read(code)->letters(), fresh.open(),
        protocol::EnrolRequest::Before{kiosk.key.open(),
                                       thief.key.sign(protocol::before_words(fresh.open()))}};
    CHECK_FALSE(central.store.look()->kiosks().find(frikort::core::sealing::device_of(fresh.open())));
    thief.key = frikort::core::sealing::SigningKey::from_seed(fresh.seed());
    const auto refused = ask(central, thief, signed_request(thief, protocol::enrol_path, encode(forged), 1));
    CHECK(refused.status == 401);
    CHECK_FALSE(central.store.look()->kiosks().find(thief.device()));
    CHECK_FALSE(central.store.look()->kiosks().find(kiosk.device())->frozen);
}

TEST_CASE("Who is enrolled under one name gives up no others with the same code")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    const Kiosk second{2, central};
    compare(central.store, "Værestedet Havnen");
    const auto code = central.code_for("Værestedet Havnen");
    SeededChance chance{5};
    const auto next = signing_key(chance);
    REQUIRE(agent::enrol_anew(kiosk.store, kiosk.wire, next, kiosk.key, code));
    REQUIRE(agent::enrol_anew(kiosk.store, kiosk.wire, next, second.key, code)); // as after a lost answer
    CHECK(central.store.look()->kiosks().all().size() == 2);
    CHECK_FALSE(central.store.look()->kiosks().find(second.device()));
    CHECK(central.store.look()->kiosks().find(frikort::core::sealing::device_of(next.open()))->before ==
          kiosk.device());
}
