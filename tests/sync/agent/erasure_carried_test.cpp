// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/key_record.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/asking.hpp"
#include "tests/sync/support/engines.hpp"

// Kiosks keep erasures and offer them again, also those of others (sync.md R17).

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using frikort::core::records::Class;

TEST_CASE("What one kiosk erased another tells a restored server, also when the first one is gone")
{
    Central central{GENERATE(every_engine())};
    Kiosk first{1, central};
    Kiosk second{2, central};
    const Notebook notebook{7};
    first.enrol(central);
    second.enrol(central);
    first.begin(notebook);
    first.round();
    second.write(notebook);
    second.round();
    const auto last_night = central.store.copy();
    last_night->begin_epoch("second epoch");
    const central::api::Desk desk{*last_night, central.clock, central.journal, central.halves};
    first.erase(notebook, {{}, {frikort::core::sealing::first_generation(notebook.keys).link}});
    first.round();
    second.round();
    REQUIRE(second.holds(notebook.stream) == 1); // the erasure
    REQUIRE_FALSE(last_night->look()->stock().is_erased(notebook.stream));

    second.wire.lead_to(desk);
    CHECK(second.round().end == End::done);
    CHECK(last_night->look()->stock().is_erased(notebook.stream));
    CHECK(last_night->look()->stock().held_from(first.device(), 9).highest == 1); // its numbers are its own
    CHECK(second.standing().waiting == 0);
    CHECK(second.standing().refused == 0);
    first.wire.lead_to(desk); // and when it comes back it is the same
    CHECK(first.round().end == End::done);
    CHECK(last_night->look()->stock().held_from(first.device(), 9).highest == 2);
    CHECK(last_night->look()->stock().held_from(first.device(), 9).lacks.empty());
    CHECK(first.standing().waiting + first.standing().refused == 0);
    CHECK(last_night->look()->stock().quarantined() == 0);
}

TEST_CASE("Nobody brings what a kiosk wrote that the server never enrolled")
{
    Central central;
    Kiosk invented{1, central};
    Kiosk kiosk{2, central};
    const auto centre = kiosk.enrol(central).stream;
    const protocol::PushRequest push{.records = {},
                                     .of_others = {encode(invented.write(centre, Class::content, {1, 2}))}};
    const auto reply = ask(central, kiosk, signed_request(kiosk, protocol::push_path, encode(push), 900));
    CHECK(protocol::decode_push_answer(reply.body)->verdicts.at(0).reason == "other_device");
    CHECK(central.of_stream(centre).empty());
}

TEST_CASE("Whoever brings another's record that fits nowhere is not frozen for it")
{
    Central central;
    Kiosk gone{1, central};
    Kiosk twin{1, central}; // wrote something else under the same number
    Kiosk kiosk{2, central};
    const auto centre = gone.enrol(central).stream;
    kiosk.enrol(central);
    gone.write(centre, Class::content, {1, 1});
    gone.round();
    {
        const auto work = central.store.begin();
        work->kiosks().revoke(gone.device(), central.clock.now());
        work->commit();
    }
    const protocol::PushRequest push{.records = {},
                                     .of_others = {encode(twin.write(centre, Class::content, {1, 2}))}};
    const auto reply = ask(central, kiosk, signed_request(kiosk, protocol::push_path, encode(push), 900));
    CHECK(protocol::decode_push_answer(reply.body)->verdicts.at(0).reason == "other_record");
    CHECK(central.store.look()->stock().quarantined() == 1);
    CHECK_FALSE(central.store.look()->kiosks().find(kiosk.device())->frozen);
}

TEST_CASE("Whoever brings an erasure of another kiosk needs the notebook's signature as that kiosk does")
{
    Central central{GENERATE(every_engine())};
    Kiosk first{1, central};
    Kiosk second{2, central};
    const Notebook notebook{7};
    const Notebook other{8};
    first.enrol(central);
    second.enrol(central);
    first.begin(notebook);
    const auto entry = first.write(notebook);
    first.round();
    using frikort::core::records::encode;
    std::uint64_t counter = 900;
    const auto answer_to = [&](const frikort::core::records::Record& record) {
        const auto body = encode(protocol::PushRequest{.records = {}, .of_others = {encode(record)}});
        const auto reply = ask(central, second, signed_request(second, protocol::push_path, body, ++counter));
        const auto answer = protocol::decode_push_answer(reply.body);
        REQUIRE(answer);
        return answer->verdicts.at(0);
    };
    auto forged =
        Kiosk{3, central}.erase(other, {{}, {frikort::core::sealing::first_generation(notebook.keys).link}});
    forged.header = encode(frikort::core::records::Header{frikort::core::base::Id{}, notebook.stream, 1,
                                                          Class::erase, first.device(), 3});
    CHECK(answer_to(forged).reason == "not_signed");
    CHECK(answer_to(entry).reason == "other_device");
    CHECK_FALSE(central.store.look()->stock().is_erased(notebook.stream));
    CHECK(second.round().end == End::done); // not frozen
}

namespace {

namespace core = frikort::core;

// A first entry under an id of its choice.
core::records::Record write_named(Kiosk& tampered, const core::base::Id& id, const Notebook& notebook)
{
    const auto header =
        encode(core::records::Header{id, notebook.stream, 1, Class::content, tampered.device(), 1});
    const core::records::Record record{
        header, {}, notebook.keys.seal(header, core::base::view_of("950 kr"), tampered.chance)};
    const auto work = tampered.store.begin();
    work->records().add(record, core::store::Delivery::waiting);
    work->commit();
    return record;
}

} // namespace

TEST_CASE(
    "A tampered kiosk that takes an erasure's id first at a restored server keeps nothing from being erased")
{
    const bool comes_itself = GENERATE(false, true); // or who heard of it
    Central central{GENERATE(every_engine())};
    Kiosk first{1, central};
    Kiosk second{2, central};
    Kiosk tampered{3, central};
    const Notebook notebook{7};
    for (auto* kiosk : {&first, &second, &tampered}) kiosk->enrol(central);
    first.begin(notebook);
    first.round();
    second.write(notebook);
    second.round();
    const auto last_night = central.store.copy();
    last_night->begin_epoch("second epoch");
    const central::api::Desk desk{*last_night, central.clock, central.journal, central.halves};
    const auto erasure = first.erase(notebook, {{}, {core::sealing::first_generation(notebook.keys).link}});
    first.round();
    second.round();
    REQUIRE(second.holds(notebook.stream) == 1);

    const Notebook own{8};
    const auto squatter = write_named(tampered, core::records::decode_header(erasure.header)->id, own);
    tampered.wire.lead_to(desk);
    REQUIRE(tampered.round().end == End::done);
    REQUIRE(tampered.standing(squatter).delivery == core::store::Delivery::accepted);
    auto& comes = comes_itself ? first : second;
    comes.wire.lead_to(desk);
    CHECK(comes.round().end == End::done);
    CHECK(last_night->look()->stock().is_erased(notebook.stream));
    CHECK(last_night->look()->stock().page(own.stream, 0, 9, 9999, {}).records.size() == 1);
    for (auto* kiosk : {&first, &second}) {
        kiosk->wire.lead_to(desk);
        CHECK(kiosk->round().end == End::done);
        CHECK_FALSE(last_night->look()->kiosks().find(kiosk->device())->frozen);
    }
}

TEST_CASE("Ids that the server gives to what others brought are taken from no kiosk")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    core::base::Id id{{7}};
    const bool is_kept_for_the_server = GENERATE(true, false);
    std::fill_n(id.bytes.begin(), is_kept_for_the_server ? 8 : 7, core::base::Byte{0xff});
    const Notebook own{8};
    const auto record = write_named(kiosk, id, own);
    const auto behind = kiosk.write(own);
    CHECK(kiosk.round().end == End::done);
    CHECK((kiosk.standing(record).reason == "unreadable") == is_kept_for_the_server);
    CHECK(kiosk.standing(behind).delivery == core::store::Delivery::accepted);
    CHECK(kiosk.round().end == End::done);
    CHECK(central.store.look()->stock().held_from(kiosk.device(), 9).lacks.size() ==
          (is_kept_for_the_server ? 1 : 0));
}
