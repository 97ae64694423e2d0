// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/enrol.hpp"

#include "sync/central/api/enrolment.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using agent::EnrolRefusal;
using agent::Request;
using agent::Unreachable;
using frikort::core::base::no;

namespace {

auto enrol(Kiosk& kiosk, const std::string& code)
{
    return agent::enrol(kiosk.store, kiosk.wire, kiosk.key, code);
}

} // namespace

TEST_CASE("A kiosk learns its centre with a code")
{
    Central central;
    Kiosk kiosk{1, central};
    const auto place = enrol(kiosk, central.code_for("Værestedet Havnen"));
    REQUIRE(place);
    CHECK(place->name == "Værestedet Havnen");
    CHECK(kiosk.standing().centre == *place);
    CHECK(central.store.look()->kiosks().find(kiosk.device())->centre == place->stream);
}

TEST_CASE("Two kiosks of one centre get the same stream")
{
    Central central;
    Kiosk first{1, central};
    Kiosk second{2, central};
    CHECK(first.enrol(central) == second.enrol(central));
    CHECK(first.enrol(central).stream != Kiosk(3, central).enrol(central, "Perronen").stream);
}

TEST_CASE("A code is read the way people type it")
{
    Central central;
    Kiosk kiosk{1, central};
    std::string typed;
    for (const char c : central.code_for("Perronen")) {
        if (c == '-') continue;
        typed += c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
        typed += ' ';
    }
    CHECK(enrol(kiosk, typed));
}

TEST_CASE("A used code is refused to another kiosk")
{
    Central central;
    Kiosk kiosk{1, central};
    Kiosk thief{2, central};
    const auto code = central.code_for("Perronen");
    REQUIRE(enrol(kiosk, code));
    CHECK(enrol(thief, code).error() == EnrolRefusal::used_code);
    CHECK_FALSE(thief.standing().centre);
    CHECK(central.store.look()->kiosks().all().size() == 1);
}

TEST_CASE("A lost answer can be asked for again with the same key")
{
    Central central;
    Kiosk kiosk{1, central};
    const auto code = central.code_for("Perronen");
    kiosk.wire.on_the_way([](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        static_cast<void>(pass(request));
        return no(Unreachable::cut_off);
    });
    CHECK(enrol(kiosk, code).error() == EnrolRefusal::no_server);
    CHECK_FALSE(kiosk.standing().centre);

    kiosk.wire.heal();
    central.clock.pass(std::chrono::hours{30}); // also when the code has run out since
    REQUIRE(enrol(kiosk, code));
    CHECK(kiosk.standing().centre->name == "Perronen");
    CHECK(central.store.look()->kiosks().all().size() == 1);
}

TEST_CASE("A code runs out after a day")
{
    Central central;
    Kiosk kiosk{1, central};
    const auto code = central.code_for("Perronen");
    central.clock.pass(std::chrono::hours{24});
    CHECK(enrol(kiosk, code).error() == EnrolRefusal::unknown_code);
    CHECK(central.store.look()->kiosks().all().empty());
}

TEST_CASE("A wrong code is refused and what cannot be one is not even sent")
{
    Central central;
    Kiosk kiosk{1, central};
    CHECK(enrol(kiosk, "0000-0000-0000-0000").error() == EnrolRefusal::unknown_code);
    kiosk.wire.sent.clear();
    CHECK(enrol(kiosk, "0000-0000").error() == EnrolRefusal::not_a_code);
    CHECK(enrol(kiosk, "").error() == EnrolRefusal::not_a_code);
    CHECK(enrol(kiosk, "U000-0000-0000-0000").error() == EnrolRefusal::not_a_code);
    CHECK(kiosk.wire.sent.empty());
}

TEST_CASE("A kiosk of one centre cannot join another with the same key")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    CHECK(enrol(kiosk, central.code_for("Perronen")).error() == EnrolRefusal::other_centre);
    CHECK(kiosk.standing().centre->name == "Værestedet Havnen");
}

TEST_CASE("Nobody enrols a key that is not his")
{
    Central central;
    Kiosk kiosk{1, central};
    Kiosk other{2, central};
    const auto code = central.code_for("Perronen");
    // The code and the key of one, the signature of the other.
    kiosk.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        Wire way{central.desk};
        frikort::core::store::MemoryStore scratch;
        static_cast<void>(
            agent::enrol(scratch, way, other.key, code.substr(0, 18) + (code[18] == '0' ? "2" : "0")));
        auto forged = way.sent.at(0);
        forged.body = request.body;
        return pass(forged);
    });
    CHECK(enrol(kiosk, code).error() == EnrolRefusal::turned_away);
    CHECK(central.store.look()->kiosks().all().empty());
}

TEST_CASE("A captive portal does not enrol anybody")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.wire.on_the_way([](const Request&, const Wire::Pass&) -> Wire::Answer {
        return agent::Reply{200, "text/html; charset=utf-8", std::nullopt, {'<', 'h', '1', '>'}};
    });
    CHECK(enrol(kiosk, central.code_for("Perronen")).error() == EnrolRefusal::not_understood);
    CHECK_FALSE(kiosk.standing().centre);
}

TEST_CASE("A centre is founded with a name and with nothing else")
{
    using central::api::NameRefusal;
    Central central;
    const auto refused = [&](const std::string& name) {
        const auto code = central::api::issue_code(central.store, name, central.clock.now(), central.chance);
        return code ? std::nullopt : std::optional{code.error()};
    };
    CHECK(refused("   ") == NameRefusal::empty);
    CHECK(refused(std::string(81, 'a')) == NameRefusal::too_long);
    CHECK(refused("Havnen\x1b[2J") == NameRefusal::not_plain);
    CHECK(refused("010190-1234") == NameRefusal::looks_like_cpr);
    CHECK(central.store.look()->centres().named("010190-1234") == std::nullopt);
    CHECK_FALSE(refused(" Værestedet  Havnen "));
    CHECK(central.store.look()->centres().named("Værestedet Havnen"));
}

TEST_CASE("A server whose name for the centre is no plain text is not understood")
{
    Central central;
    Kiosk kiosk{1, central};
    const std::string name = GENERATE("", "Havnen\x1b[2J", "Havnen\nSecond line");
    kiosk.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto answer = pass(request);
        auto enrolled = *protocol::decode_enrol_answer(answer->body);
        enrolled.centre = name;
        answer->body = encode(enrolled);
        return answer;
    });
    CHECK(enrol(kiosk, central.code_for("Perronen")).error() == EnrolRefusal::not_understood);
    CHECK_FALSE(kiosk.standing().centre);
}
