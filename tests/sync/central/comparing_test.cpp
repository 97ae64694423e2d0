// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/comparing.hpp"

#include "core/actions/centre_facts.hpp"
#include "sync/central/api/streams.hpp"
#include "sync/central/status.hpp"
#include "sync/central/told.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/asking.hpp"
#include "tests/sync/support/compared.hpp"
#include "tests/sync/support/leaders.hpp"

// The office compares a centre's keys with its leader, and until then its kiosks get the national stream
// only.

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using central::api::Event;
using central::api::NotCompared;
using protocol::Fault;
namespace store = frikort::core::store;
namespace records = frikort::core::records;

namespace {

// The office says something to everybody.
void say_to_all(Central& central)
{
    Kiosk office{77, central};
    const auto record = office.write(central::api::national_stream, records::Class::content, {1, 2, 3});
    const auto work = central.store.begin();
    const std::vector<store::Stock::Offer> offers{{*records::decode_header(record.header), record.stub(),
                                                   store::Stock::Offer::Form::whole, encode(record)}};
    REQUIRE(work->stock().take(offers).front() == store::Stock::Taken::accepted);
    work->commit();
}

// Two kiosks of one centre; the first was set up.
struct NotComparedYet {
    NotComparedYet()
    {
        card.emplace(first.set_up());
        say_to_all(central);
        entry = first.write(notebook);
        first.begin(notebook);
        second.write(elsewhere);
    }
    Central central;
    LedKiosk first{1, central};
    LedKiosk second{2, central};
    std::optional<frikort::core::people::CentreCard> card;
    const Notebook notebook{5};
    const Notebook elsewhere{6};
    records::Record entry;
};

std::vector<records::DeviceId> revoke(Central& central, const LedKiosk& kiosk)
{
    const auto work = central.store.begin();
    work->kiosks().revoke(kiosk.device(), central.clock.now());
    work->commit();
    return {kiosk.device()};
}

} // namespace

TEST_CASE("A centre that nobody compared gets the national stream only and all that it pushes is kept")
{
    NotComparedYet at;
    for (int i = 0; i < 2; ++i) {
        CHECK(at.first.round().end == End::done);
        CHECK(at.second.round().end == End::done);
    }
    CHECK(at.first.standing().waiting == 0);
    CHECK(at.second.standing().waiting == 0);
    CHECK(at.central.of_stream(at.notebook.stream).size() == 2);
    CHECK_FALSE(at.central.of_stream(at.first.place.stream).empty());

    CHECK(at.second.holds(at.first.place.stream) == 0);
    CHECK(at.second.holds(central::api::national_stream) == 1);
    CHECK(at.first.holds(central::api::national_stream) == 1);
    CHECK(at.first.standing().compared == agent::Compared::not_and_national_only);
    CHECK(at.second.standing().compared == agent::Compared::not_and_national_only);
    const auto cursor = [](Kiosk& kiosk, const records::StreamId& stream) {
        return kiosk.store.begin()->cursors().of(stream).has_value();
    };
    CHECK_FALSE(cursor(at.second, at.first.place.stream));
    CHECK_FALSE(cursor(at.first, at.notebook.stream));
}

TEST_CASE("A further kiosk hears that its centre was begun elsewhere until the office has compared it")
{
    NotComparedYet at;
    const auto begun = [](Kiosk& kiosk) {
        return frikort::core::actions::is_begun_elsewhere(*kiosk.store.begin());
    };
    CHECK_FALSE(begun(at.second)); // it has not heard yet
    at.second.round();
    CHECK(begun(at.second));
    CHECK_FALSE(begun(at.first));
    CHECK(at.second.try_to_set_up().error() == frikort::core::actions::NotDone::already);
    revoke(at.central, at.first); // it was somebody else's
    at.second.round();
    CHECK_FALSE(begun(at.second));
}

TEST_CASE("Asked for by its name a stream is not given out before its centre was compared")
{
    NotComparedYet at;
    at.first.round();
    const auto pull = [&](const Kiosk& kiosk, std::uint64_t counter) {
        const protocol::PullRequest asked{{{at.first.place.stream, 0, {}}, {at.notebook.stream, 0, {}}},
                                          protocol::PullRequest::Own::send};
        const auto answer =
            ask(at.central, kiosk, signed_request(kiosk, protocol::pull_path, encode(asked), counter));
        return protocol::decode_pull_answer(answer.body)->records.size();
    };
    CHECK(pull(at.first, 900) == 0);
    CHECK(pull(at.second, 900) == 0);
    REQUIRE(telephone(at.central, at.first.number()));
    CHECK(pull(at.first, 901) > 0);
    CHECK(pull(at.second, 901) > 0);
}

TEST_CASE("The right number opens all and kiosks get everything that waited")
{
    NotComparedYet at;
    for (auto* kiosk : {&at.first, &at.second}) kiosk->round();
    REQUIRE(telephone(at.central, at.first.number()));
    CHECK(at.central.store.look()->centres().named("Værestedet Havnen")->compared);
    for (auto* kiosk : {&at.first, &at.second}) {
        CHECK(kiosk->round().end == End::done);
        CHECK(kiosk->standing().compared == agent::Compared::yes);
    }
    CHECK(at.second.holds(at.first.place.stream) == at.first.holds(at.first.place.stream));
    CHECK(at.second.holds(at.first.place.stream) >= 3);
    REQUIRE(at.second.join(*at.card)); // and with the centre card it is one of the centre's
    CHECK(at.second.number() == at.first.number());
    at.second.round();
    CHECK(at.second.standing().compared == agent::Compared::yes);
    CHECK(at.central.journal.count(Event::other_root) == 0);
    // Again is the same, and a further kiosk needs no new comparison.
    CHECK(telephone(at.central, at.first.number()));
    LedKiosk third{3, at.central};
    third.round();
    at.first.round();
    CHECK(third.holds(at.first.place.stream) == at.first.holds(at.first.place.stream));
}

TEST_CASE("A wrong number is refused and said and changes nothing")
{
    NotComparedYet at;
    at.first.round();
    const auto read_out = at.first.number().all_digits();
    auto wrong = read_out;
    wrong[39] = wrong[39] == '7' ? '8' : '7';
    const auto number = *frikort::core::sealing::Fingerprint::read(wrong);
    const auto refused = telephone(at.central, number);
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == NotCompared::differs);
    CHECK_THAT(central::told(refused.error()), ContainsSubstring("NOT THE SAME"));
    CHECK(telephone(at.central, at.first.number(), "Nowhere").error() == NotCompared::no_such_centre);
    at.second.round();
    CHECK(at.second.holds(at.first.place.stream) == 0);
    CHECK_FALSE(at.central.store.look()->centres().named("Værestedet Havnen")->compared);
}

TEST_CASE("A centre whose kiosk told nothing yet cannot be compared with anything")
{
    Central central;
    LedKiosk kiosk{1, central};
    kiosk.round();
    LedKiosk elsewhere{2, central, "Perronen"};
    elsewhere.set_up();
    CHECK(telephone(central, elsewhere.number()).error() == NotCompared::nothing_told);
}

TEST_CASE("Two centres with each other's keys are found out on the telephone")
{
    Central central;
    LedKiosk one{1, central};
    LedKiosk other{2, central, "Perronen"};
    one.set_up();
    other.set_up();
    CHECK(telephone(central, other.number()).error() == NotCompared::differs);
    CHECK(telephone(central, one.number(), "Perronen").error() == NotCompared::differs);
    // The same keys have another number at another centre.
    CHECK(frikort::core::sealing::Fingerprint::of(
              other.place.stream, *frikort::core::actions::kept_root(*one.store.begin())) != one.number());
    CHECK(telephone(central, one.number()));
    CHECK(telephone(central, other.number(), "Perronen"));
}

TEST_CASE("Somebody else who set up the centre first gets nothing and the leader's number tells it")
{
    Central central;
    LedKiosk thief{1, central}; // had the code
    thief.set_up();
    LedKiosk true_one{2, central};
    REQUIRE(true_one.try_to_set_up()); // nothing of the thief's centre came here
    const auto before = telephone(central, true_one.number());
    CHECK(before.error() == NotCompared::differs);
    true_one.round();
    CHECK(central.journal.count(Event::other_root) == 1);
    CHECK(telephone(central, true_one.number()).error() == NotCompared::several);
    CHECK(telephone(central, thief.number()).error() == NotCompared::several);
    const auto page = central::status_page(*central.store.look(), central.clock.now());
    CHECK_THAT(page, ContainsSubstring("ALARM: OTHER KEYS"));
    CHECK_THAT(page, ContainsSubstring(thief.number().text() + "  " + thief.device().hex().substr(0, 8)));
    revoke(central, thief);
    CHECK(telephone(central, true_one.number()));
    true_one.round();
    CHECK(true_one.standing().compared == agent::Compared::yes);
}

TEST_CASE(
    "A kiosk that tells other keys of a compared centre is an alarm and replaces nothing and gets no more")
{
    NotComparedYet at;
    LedKiosk odd{9, at.central};
    REQUIRE(odd.try_to_set_up());
    REQUIRE(telephone(at.central, at.first.number()));
    const auto root = at.central.store.look()->centres().named("Værestedet Havnen")->compared;
    odd.round();
    CHECK(at.central.journal.count(Event::other_root) == 1);
    CHECK(odd.standing().compared == agent::Compared::not_and_national_only);
    CHECK(telephone(at.central, odd.number()).error() == NotCompared::other_before);
    CHECK(at.central.store.look()->centres().named("Værestedet Havnen")->compared == root);
    at.second.round();
    CHECK(at.second.holds(at.first.place.stream) > 0);
    CHECK_THAT(central::status_page(*at.central.store.look(), at.central.clock.now()),
               ContainsSubstring("ALARM: OTHER KEYS") && ContainsSubstring(odd.number().text()));
}

TEST_CASE("Other keys than the compared ones are an alarm also when whoever told those was revoked")
{
    NotComparedYet at;
    LedKiosk odd{9, at.central};
    REQUIRE(odd.try_to_set_up());
    REQUIRE(telephone(at.central, at.first.number()));
    revoke(at.central, at.first);
    odd.round();
    CHECK(at.central.journal.count(Event::other_root) == 1);
    CHECK(odd.standing().compared == agent::Compared::not_and_national_only);
}

TEST_CASE("However often a kiosk tells other keys no more than two are kept and none of another centre")
{
    NotComparedYet at;
    LedKiosk elsewhere{9, at.central, "Perronen"};
    SeededChance chance{4};
    for (std::uint64_t counter = 900; counter < 950; ++counter) {
        protocol::NewsRequest told;
        told.root = signing_key(chance).open();
        CHECK(
            ask(at.central, elsewhere, signed_request(elsewhere, protocol::news_path, encode(told), counter))
                .status == 200);
    }
    const auto look = at.central.store.look();
    CHECK(central::api::told_roots(*look, *look->centres().named("Perronen")).size() == 2);
    CHECK(central::api::told_roots(*look, *look->centres().named("Værestedet Havnen")).size() == 1);
    CHECK(at.central.journal.count(Event::other_root) >= 1);
}

TEST_CASE("Keys that are none are refused with the whole request")
{
    NotComparedYet at;
    const auto asked = encode(protocol::NewsRequest{.root = signing_key(at.first.chance).open()});
    auto text = std::string{asked.begin(), asked.end()};
    text.replace(text.find("\"root\":\"") + 8, 2, "zz");
    const frikort::core::base::Bytes bad{text.begin(), text.end()};
    const auto answer = ask(at.central, at.first, signed_request(at.first, protocol::news_path, bad, 900));
    CHECK(answer.status == 400);
}

TEST_CASE("Status lists the centres that nobody compared and what was told of them")
{
    NotComparedYet at;
    LedKiosk silent{9, at.central, "Perronen"};
    const auto page = [&] { return central::status_page(*at.central.store.look(), at.central.clock.now()); };
    CHECK_THAT(page(), ContainsSubstring("NOT COMPARED") &&
                           ContainsSubstring("Værestedet Havnen  national only  " + at.first.number().text() +
                                             "  " + at.first.device().hex().substr(0, 8)) &&
                           ContainsSubstring("Perronen           national only  none yet"));
    CHECK(page().find("ALARM") == std::string::npos);
    compare(at.central.store, "Perronen");
    REQUIRE(telephone(at.central, at.first.number()));
    CHECK(page().find("NOT COMPARED") == std::string::npos);
}

TEST_CASE("A centre from before there was anything to compare goes on being served and is listed")
{
    Central central;
    serve_as_before(central.store, "Værestedet Havnen");
    LedKiosk first{1, central};
    LedKiosk second{2, central};
    first.set_up();
    second.round();
    CHECK(second.holds(first.place.stream) > 0);
    CHECK(second.standing().compared == agent::Compared::not_and_served);
    CHECK_THAT(central::status_page(*central.store.look(), central.clock.now()),
               ContainsSubstring("all, as before"));
    REQUIRE(telephone(central, first.number()));
    second.round();
    CHECK(second.standing().compared == agent::Compared::yes);
}

TEST_CASE("Programs from before there was anything to tell are answered, and served where their centre is")
{
    for (const auto& head :
         {std::string{R"({"protocol":1,"since":0})"}, std::string{R"({"protocol":2,"since":0})"}}) {
        Central central;
        serve_as_before(central.store, "Perronen");
        LedKiosk served{1, central, "Perronen"};
        LedKiosk waits{2, central};
        served.set_up();
        waits.set_up();
        const auto body =
            frikort::core::base::ByteWriter{}.sized(frikort::core::base::view_of(head)).u32(0).take();
        std::uint64_t counter = 900;
        const auto news = [&](const Kiosk& kiosk) {
            const auto answer =
                ask(central, kiosk, signed_request(kiosk, protocol::news_path, body, ++counter));
            REQUIRE(answer.status == 200);
            return *protocol::decode_news_answer(answer.body);
        };
        CHECK(news(served).streams.size() == 1);
        CHECK(news(waits).streams.empty());
        CHECK(news(waits).upto == 0); // all of it is news once the centre was compared
        REQUIRE(telephone(central, waits.number()));
        CHECK(news(waits).streams.size() == 1);
    }
}

TEST_CASE("No card is looked at for a centre that nobody compared")
{
    NotComparedYet at;
    const auto proof = frikort::core::base::Hash{{1, 2, 3}};
    const auto asked = encode(protocol::FollowRequest{proof, proof});
    const auto answer =
        ask(at.central, at.first, signed_request(at.first, protocol::follow_path, asked, 900));
    CHECK(answer.status == 403);
    CHECK(protocol::decode_refused(answer.body)->fault == Fault::not_compared);
    CHECK(at.central.store.look()->follows().tries(proof).wrong == 0);
    // And its number is used up, as any other's.
    const auto again = ask(at.central, at.first, signed_request(at.first, protocol::follow_path, asked, 900));
    CHECK(protocol::decode_refused(again.body)->fault == Fault::behind);
}

TEST_CASE("A kiosk that lost what it wrote gets it back once its centre was compared")
{
    Central central;
    LedKiosk kiosk{1, central};
    kiosk.set_up();
    const Notebook notebook{5};
    kiosk.begin(notebook);
    kiosk.write(notebook, "first");
    kiosk.round();
    const auto number = kiosk.number();

    LedKiosk again{1, central}; // the same machine with an empty disk
    again.chance = SeededChance{99};
    for (int i = 0; i < 2; ++i) CHECK(again.round().end == End::done);
    CHECK(again.holds(notebook.stream) == 0);
    REQUIRE(telephone(central, number));
    CHECK(again.round().end == End::done);
    CHECK(again.holds(notebook.stream) == 2);
    again.write(notebook, "350 kr"); // goes on behind what it got back
    again.round();
    CHECK_FALSE(central.store.look()->kiosks().find(kiosk.device())->frozen);
    CHECK(central.of_stream(notebook.stream).size() == 3);
}
