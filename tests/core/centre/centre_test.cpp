// SPDX-License-Identifier: MPL-2.0
#include "core/centre/centre.hpp"

#include <algorithm>

#include "tests/core/sealing/sample.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::centre;
using namespace frikort::tests;
using people::Role;

namespace {

// Facts as people at a centre would make them.
class Facts {
public:
    Facts() { sealing::start(); }
    FrozenChance chance;
    sealing::SignPublic root = key(1);
    std::vector<Fact> all;

    static sealing::SignPublic key(base::Byte of) { return {{of}}; }
    static MemberId member(base::Byte of) { return {{of}}; }
    Id add(const sealing::SignPublic& writer, Body body)
    {
        const auto id = chance.name<Id>();
        all.push_back({id, {all.size() + 1, {}}, writer, {std::nullopt, std::move(body)}});
        return id;
    }
    void set(const sealing::SignPublic& writer, base::Byte who, const char* name, Role role)
    {
        add(writer, MemberSet{member(who), name, role, key(who)});
    }
    Centre now() { return fold(root, all); }
};

} // namespace

TEST_CASE("A centre is the same in whatever order its records come and however often")
{
    Facts facts;
    facts.set(facts.root, 10, "Lone", Role::leader);
    facts.set(Facts::key(10), 11, "Ida", Role::staff);
    const auto job = facts.add(Facts::key(11), JobSet{std::nullopt, {"Café Klare", "Opvask", "Spørg Lone"}});
    facts.add(Facts::key(11), JobSet{job, {"Café Klare", "Servering", "Spørg Lone"}});
    const auto asked = facts.chance.name<Id>();
    facts.add(Facts::key(99), Asked{{}, asked, asked});
    const auto expected = facts.now();
    REQUIRE(expected.jobs().size() == 1);
    CHECK(expected.jobs()[0].job.work == "Servering");

    std::mt19937 random{3};
    for (int i = 0; i < 20; ++i) {
        facts.all.push_back(facts.all[i % 5]);
        std::shuffle(facts.all.begin(), facts.all.end(), random);
        const auto now = facts.now();
        REQUIRE(now.members().size() == 2);
        CHECK(now.members()[0].name == "Lone");
        REQUIRE(now.jobs().size() == 1);
        CHECK(now.jobs()[0].job == expected.jobs()[0].job);
        CHECK(now.waiting() == 1);
    }
}

TEST_CASE("Nobody makes themselves a member")
{
    Facts facts;
    facts.set(facts.root, 10, "Lone", Role::leader);
    facts.set(Facts::key(66), 66, "Eve", Role::leader);
    facts.set(Facts::key(10), 11, "Tom", Role::volunteer);
    facts.set(Facts::key(11), 11, "Tom", Role::leader); // a volunteer who would like to be more
    const auto now = facts.now();
    REQUIRE(now.members().size() == 2);
    CHECK(now.members()[1].role == Role::volunteer);
    facts.add(Facts::key(66), MemberGone{Facts::member(10)});
    CHECK(facts.now().members().size() == 2);
}

TEST_CASE("A member who was removed stays removed whatever is written about them later")
{
    Facts facts;
    facts.set(facts.root, 10, "Lone", Role::leader);
    facts.set(Facts::key(10), 11, "Ida", Role::staff);
    facts.add(Facts::key(10), MemberGone{Facts::member(11)});
    facts.set(Facts::key(10), 11, "Ida", Role::leader);
    const auto now = facts.now();
    CHECK(now.members().size() == 1);
    CHECK(now.member(Facts::member(11)) == nullptr);
    CHECK(now.name_of(Facts::key(11)) == "Ida"); // what they did is still theirs
}

TEST_CASE("A request waits until every message of it was handled by somebody who may")
{
    Facts facts;
    facts.set(facts.root, 10, "Lone", Role::leader);
    facts.set(Facts::key(10), 11, "Tom", Role::volunteer);
    const auto first = facts.chance.name<Id>();
    const auto second = facts.chance.name<Id>();
    facts.add(Facts::key(99), Asked{{}, first, first});
    facts.add(Facts::key(11), Handled{first, {first}, Handled::How::closed}); // not for a volunteer
    CHECK(facts.now().waiting() == 1);
    facts.add(Facts::key(10), Handled{first, {first}, Handled::How::answered});
    CHECK(facts.now().waiting() == 0);
    facts.add(Facts::key(99), Asked{{}, first, second}); // writes on
    CHECK(facts.now().waiting() == 1);
    CHECK(facts.now().request(first)->unanswered == std::vector{second});
}

TEST_CASE("Of two choices about names every kiosk takes the same, by their numbers and only of leaders")
{
    Facts facts;
    facts.set(facts.root, 10, "Lone", Role::leader);
    facts.set(Facts::key(10), 11, "Ida", Role::staff);
    CHECK(facts.now().by_name() == ByName::yes);
    const auto say = [&](const sealing::SignPublic& writer, ByName allowed, std::uint64_t turn,
                         std::uint64_t number, base::Byte device) {
        facts.add(writer, OpenByName{allowed});
        facts.all.back().origin = {number, {{device}}, turn};
    };
    say(Facts::key(10), ByName::no, 5, 40, 1);
    CHECK(facts.now().by_name() == ByName::no);
    say(Facts::key(10), ByName::yes, 5, 3, 2); // made elsewhere at the same time: the larger number holds
    CHECK(facts.now().by_name() == ByName::no);
    say(Facts::key(10), ByName::yes, 5, 40, 2); // then the device's
    CHECK(facts.now().by_name() == ByName::yes);
    say(Facts::key(10), ByName::no, 6, 1, 1); // whoever wrote it had seen the others
    CHECK(facts.now().by_name() == ByName::no);
    for (const auto& writer : {facts.root, Facts::key(11), Facts::key(99)})
        say(writer, ByName::yes, 7, 90, 3);
    for (int i = 0; i < 5; ++i) {
        CHECK(facts.now().by_name() == ByName::no);
        std::rotate(facts.all.begin(), facts.all.begin() + 2, facts.all.end());
    }
}

TEST_CASE("What stands in a doing comes back as it was and what is wrong is refused")
{
    const Id id{{9}};
    const std::vector<Body> bodies{MemberSet{Facts::member(3), "Åse", Role::staff, Facts::key(4)},
                                   MemberSet{Facts::member(3), "Åse", Role::staff, Facts::key(4),
                                             std::vector{Facts::key(5), Facts::key(6)}},
                                   MemberKey{Facts::member(3), Facts::key(7)},
                                   MemberGone{Facts::member(3)},
                                   JobSet{std::nullopt, {"Café", "Opvask", "Spørg"}},
                                   JobSet{id, {"Café", "Opvask", "Spørg"}},
                                   JobGone{id},
                                   Asked{{records::StreamKind::notebook, {{5}}}, id, id},
                                   Handled{id, {id, id}, Handled::How::closed},
                                   Did{Deed::recovered},
                                   Did{Deed::lifted_wait},
                                   Did{Deed::laid_aside},
                                   OpenByName{ByName::yes},
                                   OpenByName{ByName::no}};
    for (const auto& body : bodies) {
        const Doing doing{base::Date::from(2025, 11, 21), body, 12};
        const auto again = decode(encode(doing));
        REQUIRE(again);
        CHECK(*again == doing);
    }
    CHECK(decode(R"({"kind":"party"})")->body == Body{Unknown{"party"}});
    CHECK(decode(R"({"kind":"did","deed":7})")->body == Body{Did{Deed::lifted_wait}});
    CHECK(decode(R"({"kind":"did","deed":10})")->body == Body{Unknown{"did"}});
    CHECK(decode(R"({"kind":"open_by_name","allowed":false,"wish":1})")->body ==
          Body{OpenByName{ByName::no}});
    CHECK(decode(R"({"kind":"open_by_name"})").error() == Malformed::wrong_shape);
    CHECK(decode(R"({"kind":"open_by_name","allowed":0})").error() == Malformed::wrong_shape);
    CHECK(decode(R"({"kind":"did","deed":0})").error() == Malformed::wrong_shape);
    CHECK(decode(R"({"kind":"job_gone","job":null,"turn":null})").error() == Malformed::bad_id);
    CHECK(decode(R"({"kind":"party","turn":null,"day":null})")->turn == 0);
    for (const auto* turn : {"-1", "1.0", "\"1\"", "9007199254740993"})
        CHECK(decode(std::string{R"({"kind":"party","turn":)"} + turn + "}").error() ==
              Malformed::wrong_shape);
    CHECK(decode("[]").error() == Malformed::wrong_shape);
    CHECK(decode("{").error() == Malformed::not_json);
    CHECK(decode(R"({"kind":"job","place":"","work":"a","how":"b"})").error() == Malformed::bad_text);
    CHECK(decode(R"({"kind":"job_gone","job":"00"})").error() == Malformed::bad_id);
    CHECK(decode(R"({"kind":"member_gone","member":"03","day":"2025-02-30"})").error() ==
          Malformed::bad_date);
    CHECK(decode(R"({"kind":"made","recovery":"00","inbox":"00"})").error() == Malformed::bad_key);
}
