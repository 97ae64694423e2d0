// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/centre/centre.hpp"
#include "tests/core/sealing/sample.hpp"
#include "tests/support/catch.hpp"

// Which keys sign for a member, and what holds where several kiosks say something of the same.

using namespace frikort::core;
using namespace frikort::core::centre;
using namespace frikort::tests;
using people::Role;
using sealing::SignPublic;

namespace {

using Keys = std::vector<SignPublic>;

SignPublic key(base::Byte of) { return {{of}}; }
const SignPublic root = key(1);
const SignPublic lones = key(10);
const MemberId lone{{10}};
const MemberId ida{{11}};

// What was said at several kiosks.
class Kiosks {
public:
    Kiosks()
    {
        sealing::start();
        say(0, root, MemberSet{lone, "Lone", Role::leader, lones, Keys{}});
    }
    // At a kiosk that has written `before` records and seen everything that was said so far, or only a part.
    Id say(std::uint64_t before, const SignPublic& writer, Body body,
           std::optional<std::size_t> seen = std::nullopt)
    {
        const std::span<const Fact> known{all.data(), seen.value_or(all.size())};
        return write(before, writer, std::move(body), fold(root, known).next_turn());
    }
    // As an older program does.
    Id say_as_before(std::uint64_t before, const SignPublic& writer, Body body)
    {
        return write(before, writer, std::move(body), 0);
    }
    // The same whatever comes first, and however often.
    Centre now()
    {
        const auto expected = fold(root, all);
        std::mt19937 random{5};
        auto shuffled = all;
        shuffled.push_back(all.front());
        shuffled.push_back(all.back());
        for (int i = 0; i < 30; ++i) {
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            const auto again = fold(root, shuffled);
            REQUIRE(again.members().size() == expected.members().size());
            for (std::size_t n = 0; n < expected.members().size(); ++n) {
                const auto& a = again.members()[n];
                const auto& b = expected.members()[n];
                CHECK((a.id == b.id && a.role == b.role && a.key == b.key && a.keys == b.keys));
            }
            CHECK(again.deeds().size() == expected.deeds().size());
            CHECK(again.next_turn() == expected.next_turn());
            CHECK(again.over().size() == expected.over().size());
            REQUIRE(again.jobs().size() == expected.jobs().size());
            for (std::size_t n = 0; n < expected.jobs().size(); ++n)
                CHECK(again.jobs()[n].job == expected.jobs()[n].job);
        }
        return expected;
    }
    Keys idas()
    {
        const auto centre = now();
        const auto* member = centre.member(ida);
        auto keys = member == nullptr ? Keys{} : member->keys;
        std::sort(keys.begin(), keys.end());
        return keys;
    }
    std::vector<Fact> all;

private:
    Id write(std::uint64_t before, const SignPublic& writer, Body body, std::uint64_t turn)
    {
        const auto id = chance_.name<Id>();
        const records::DeviceId device{{static_cast<base::Byte>(before % 7)}};
        all.push_back(
            {id, {before + all.size(), device, turn}, writer, {std::nullopt, std::move(body), turn}});
        return id;
    }
    FrozenChance chance_;
};

MemberSet idas_set(base::Byte of, Role role, std::optional<Keys> ended)
{
    return {ida, "Ida", role, key(of), std::move(ended)};
}

} // namespace

TEST_CASE("A member has a key for each kiosk they were let in at and what any of them signed counts")
{
    Kiosks kiosks;
    kiosks.say(300, lones, idas_set(20, Role::staff, Keys{}));
    kiosks.say(0, lones, MemberKey{ida, key(21)});
    CHECK(kiosks.idas() == Keys{key(20), key(21)});
    kiosks.say(0, key(21), JobSet{std::nullopt, {"Café Klare", "Opvask", "Spørg Ida"}});
    kiosks.say(300, key(20), JobSet{std::nullopt, {"Hotellet", "Rengøring", "Spørg Ida"}});
    const auto now = kiosks.now();
    CHECK(now.jobs().size() == 2);
    CHECK(now.name_of(key(21)) == "Ida");
    CHECK(now.deeds()[0].who == "Ida");
    CHECK(now.deeds()[2].whom == "Ida");
}

TEST_CASE("A new code ends every key its giver had seen and no other, and what they signed still counts")
{
    Kiosks kiosks;
    kiosks.say(300, lones, idas_set(20, Role::staff, Keys{}));
    kiosks.say(0, lones, MemberKey{ida, key(21)});
    const auto seen = kiosks.all.size();
    kiosks.say(0, key(21), JobSet{std::nullopt, {"Café Klare", "Opvask", "Spørg Ida"}});
    kiosks.say(300, lones, idas_set(22, Role::staff, Keys{key(20), key(21)}), seen);
    // Elsewhere, before that was heard of.
    kiosks.say(40, lones, MemberKey{ida, key(23)}, seen);
    CHECK(kiosks.idas() == Keys{key(22), key(23)});
    CHECK(kiosks.now().jobs().size() == 1);
    CHECK(kiosks.now().over().size() == 2);
    // Whatever is said of an ended key later.
    kiosks.say(0, lones, MemberKey{ida, key(20)});
    kiosks.say(0, lones, idas_set(21, Role::staff, Keys{}));
    CHECK(kiosks.idas() == Keys{key(22), key(23)});
}

TEST_CASE("Two new codes given at two kiosks without a network both hold and the old one does at neither")
{
    Kiosks kiosks;
    kiosks.say(300, lones, idas_set(20, Role::staff, Keys{}));
    const auto seen = kiosks.all.size();
    kiosks.say(300, lones, idas_set(21, Role::staff, Keys{key(20)}), seen);
    kiosks.say(0, lones, idas_set(22, Role::staff, Keys{key(20)}), seen);
    CHECK(kiosks.idas() == Keys{key(21), key(22)});
}

TEST_CASE("Only a leader or the centre card lets a member in at one kiosk more or ends a key of theirs")
{
    Kiosks kiosks;
    kiosks.say(300, lones, idas_set(20, Role::staff, Keys{}));
    kiosks.say(0, key(20), MemberKey{ida, key(66)});            // a member themself
    kiosks.say(0, key(66), MemberKey{lone, key(66)});           // a stranger
    kiosks.say(0, key(66), MemberKey{MemberId{{66}}, key(66)}); // who is nobody
    kiosks.say(0, key(20), MemberSet{lone, "Lone", Role::leader, key(66), Keys{lones}});
    CHECK(kiosks.idas() == Keys{key(20)});
    CHECK(kiosks.now().member(lone)->keys == Keys{lones});
    kiosks.say(0, lones, MemberKey{MemberId{{66}}, key(66)}); // a leader, of nobody that was set
    kiosks.say(0, key(66), JobSet{std::nullopt, {"Café Klare", "Opvask", "Spørg Eve"}});
    CHECK(kiosks.now().jobs().empty());
    // A key of one cannot be ended as another's.
    kiosks.say(0, lones, idas_set(20, Role::staff, Keys{lones}));
    CHECK(kiosks.now().member(lone)->keys == Keys{lones});
    kiosks.say(0, root, MemberKey{ida, key(24)});
    CHECK(kiosks.idas() == Keys{key(20), key(24)});
    CHECK(kiosks.now().deeds().front().who.empty()); // everybody sees that the card was used
}

TEST_CASE("Who is removed at one kiosk has no key anywhere, also one that was made elsewhere meanwhile")
{
    Kiosks kiosks;
    kiosks.say(300, lones, idas_set(20, Role::staff, Keys{}));
    const auto seen = kiosks.all.size();
    kiosks.say(0, lones, MemberGone{ida}, seen);
    kiosks.say(300, lones, MemberKey{ida, key(21)}, seen);
    CHECK(kiosks.now().member(ida) == nullptr);
    REQUIRE(kiosks.now().over().size() == 1);
    CHECK(kiosks.now().over()[0].member == ida);
}

TEST_CASE("What is newer on one kiosk is newer on all, however many records each has written")
{
    Kiosks kiosks;
    kiosks.say(300, lones, idas_set(20, Role::staff, Keys{}));
    const auto job = kiosks.say(300, lones, JobSet{std::nullopt, {"Café Klare", "Opvask", "Spørg Lone"}});
    kiosks.say(0, lones, idas_set(20, Role::leader, Keys{}));
    kiosks.say(0, lones, JobSet{job, {"Café Klare", "Servering", "Spørg Lone"}});
    CHECK(kiosks.now().member(ida)->role == Role::leader);
    REQUIRE(kiosks.now().jobs().size() == 1);
    CHECK(kiosks.now().jobs()[0].job.work == "Servering");
}

TEST_CASE("A kiosk that names a turn beyond all others orders nothing for those who may write")
{
    Kiosks kiosks;
    kiosks.all.push_back(
        {Id{{77}}, {1, {}, last_turn}, key(99), {std::nullopt, Asked{{}, {}, {}}, last_turn}});
    CHECK(kiosks.now().next_turn() == 2);
    kiosks.all.push_back({Id{{78}}, {2, {}, last_turn}, lones, {std::nullopt, JobGone{}, last_turn}});
    CHECK(kiosks.now().next_turn() == last_turn); // what may be written
}

TEST_CASE("Records of a program before stand as they stood: the last one's key alone and the role it said")
{
    Kiosks kiosks;
    kiosks.all.clear();
    kiosks.say_as_before(0, root, MemberSet{lone, "Lone", Role::leader, lones});
    kiosks.say_as_before(10, lones, idas_set(20, Role::leader, std::nullopt));
    kiosks.say_as_before(20, lones, idas_set(21, Role::staff, std::nullopt));
    CHECK(kiosks.idas() == Keys{key(21)});
    CHECK(kiosks.now().member(ida)->role == Role::staff);
    // Each key may what was said with it.
    kiosks.say_as_before(30, key(21), MemberGone{lone});
    CHECK(kiosks.now().member(lone) != nullptr);
    // A newer program goes on from there.
    kiosks.say(0, lones, MemberKey{ida, key(22)});
    CHECK(kiosks.idas() == Keys{key(21), key(22)});
    kiosks.say(0, lones, idas_set(23, Role::staff, Keys{key(21), key(22)}));
    CHECK(kiosks.idas() == Keys{key(23)});
    // And a new code by the older one ends what it knew of.
    kiosks.say_as_before(400, lones, idas_set(24, Role::staff, std::nullopt));
    CHECK(kiosks.idas() == Keys{key(23), key(24)});
}
