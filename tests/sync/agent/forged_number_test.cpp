// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/key_record.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/asking.hpp"
#include "tests/sync/support/engines.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using frikort::core::records::Class;
using frikort::core::records::encode;
using frikort::core::records::Header;
using frikort::core::records::Record;

namespace {

// The tampered kiosk erases a notebook of its own, in another kiosk's name and with a number of that one.
protocol::Verdict bring_erasure_in_the_name_of(Central& central, const Kiosk& tampered,
                                               const frikort::core::records::DeviceId& victim,
                                               std::uint64_t number, std::uint64_t counter)
{
    const Notebook own{number + 100};
    const Header header{frikort::core::base::Id{{static_cast<unsigned char>(number)}},
                        own.stream,
                        1,
                        Class::erase,
                        victim,
                        number};
    const frikort::core::sealing::Erase erase{{}, {frikort::core::sealing::first_generation(own.keys).link}};
    const Record record{encode(header), {}, sign_body(encode(header), erase, own.keys)};
    const auto body = encode(protocol::PushRequest{.records = {}, .of_others = {encode(record)}});
    const auto reply = ask(central, tampered, signed_request(tampered, protocol::push_path, body, counter));
    const auto answer = protocol::decode_push_answer(reply.body);
    REQUIRE(answer);
    return answer->verdicts.at(0);
}

} // namespace

TEST_CASE("An erasure in another kiosk's name takes none of its numbers while it has something unsent")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    Kiosk tampered{2, central};
    kiosk.enrol(central);
    tampered.enrol(central);
    const Notebook notebook{2};
    kiosk.begin(notebook);
    kiosk.round();
    const auto offline = kiosk.write(notebook, "350 kr"); // number 2, not sent yet
    const auto verdict = bring_erasure_in_the_name_of(central, tampered, kiosk.device(), 3, 900);
    CHECK(verdict.kind == protocol::Verdict::Kind::accepted); // it is the notebook's own signature
    const auto first = kiosk.round().end;
    const auto second = kiosk.round().end;
    CHECK(first == End::done);
    CHECK(second == End::done);
    CHECK(second != End::frozen);
    CHECK(kiosk.standing(offline).delivery == frikort::core::store::Delivery::accepted);
    CHECK(central.store.look()->stock().quarantined() == 0);
}

TEST_CASE("An erasure in another kiosk's name takes none of its numbers while it has nothing unsent")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    Kiosk tampered{2, central};
    kiosk.enrol(central);
    tampered.enrol(central);
    const Notebook notebook{2};
    kiosk.begin(notebook);
    kiosk.round();
    bring_erasure_in_the_name_of(central, tampered, kiosk.device(), 9, 900);
    CHECK(kiosk.round().end == End::done);
    const auto next = kiosk.write(notebook, "350 kr");
    INFO("number of what it writes next: " << frikort::core::records::decode_header(next.header)->number);
    CHECK(kiosk.round().end == End::done);
    CHECK(frikort::core::records::decode_header(next.header)->number == 2);
    CHECK(central.store.look()->stock().held_from(kiosk.device(), 9).lacks.empty());
}

TEST_CASE("An erasure in another kiosk's name with the largest number there is lets it go on")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    Kiosk tampered{2, central};
    kiosk.enrol(central);
    tampered.enrol(central);
    const Notebook notebook{2};
    kiosk.begin(notebook);
    kiosk.round();
    bring_erasure_in_the_name_of(central, tampered, kiosk.device(), 1ULL << 53U, 900);
    kiosk.round();
    kiosk.write(notebook, "350 kr");
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.standing().waiting == 0);
    CHECK(kiosk.standing().refused == 0);
}
