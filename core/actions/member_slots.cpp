// SPDX-License-Identifier: MPL-2.0
#include "core/actions/member_slots.hpp"

#include <algorithm>
#include <array>

namespace frikort::core::actions {

using store::Slots;

namespace {

base::Hash lookup_of(const sealing::MemberId& member)
{
    return records::digest(
        base::ByteWriter{}.sized(base::view_of("frikort member")).raw(member.view()).take());
}

// As it stands in databases: this byte, the public key, and what is wrapped; of an older program what is
// wrapped alone, which begins with its own kind.
constexpr base::Byte with_key = 0x80;

struct Opens {
    std::optional<sealing::SignPublic> key;
    base::Bytes wrapped;
};

Opens read(const base::Bytes& kept)
{
    constexpr auto behind = 1 + sealing::SignPublic::size;
    if (kept.size() <= behind || kept[0] != with_key) return {std::nullopt, kept};
    sealing::SignPublic key;
    std::copy_n(kept.begin() + 1, sealing::SignPublic::size, key.bytes.begin());
    return {key, {kept.begin() + behind, kept.end()}};
}

bool holds(const Opens& slot, const centre::Member& member)
{
    return !slot.key || centre::signs_for(*slot.key, member);
}

} // namespace

sealing::MemberKeys fresh_member_keys(const Kiosk& kiosk, const sealing::InboxKeys& inbox)
{
    return {sealing::SigningKey::random(kiosk.chance),
            sealing::InboxKeys::from_secret(sealing::Secret::copy_of(inbox.secret().view()))};
}

base::Bytes wrapped_for(const Kiosk& kiosk, const sealing::MemberId& member, const people::StaffCode& code,
                        const sealing::MemberKeys& keys)
{
    const auto stretched = sealing::stretch_member(member, code.bytes().view(), kiosk.pepper, kiosk.cost);
    return sealing::wrap_member(stretched, member, keys, kiosk.chance);
}

void keep_member_slot(store::Work& work, const OurCentre& centre, const sealing::MemberId& member,
                      const sealing::SignPublic& key, const base::Bytes& wrapped)
{
    remove_member_slot(work, centre, member);
    const std::array first{with_key};
    auto kept = base::ByteWriter{}.raw(first).raw(key.view()).raw(wrapped).take();
    work.slots().add({Slots::Kind::member, lookup_of(member), centre.stream, 1, std::move(kept)});
}

void remove_member_slot(store::Work& work, const OurCentre& centre, const sealing::MemberId& member)
{
    for (const auto& old : work.slots().find(Slots::Kind::member, lookup_of(member)))
        if (old.stream == centre.stream) work.slots().remove(old);
}

std::optional<base::Bytes> member_slot(store::Work& work, const OurCentre& centre,
                                       const centre::Member& member)
{
    for (const auto& slot : work.slots().find(Slots::Kind::member, lookup_of(member.id))) {
        auto opens = read(slot.wrapped);
        if (slot.stream == centre.stream && holds(opens, member)) return std::move(opens.wrapped);
    }
    return std::nullopt;
}

bool remove_dead_slots(store::Work& work, const OurCentre& centre)
{
    const auto& over = centre.now.over();
    bool any = false;
    for (const auto& slot : work.slots().of_stream(centre.stream)) {
        if (slot.kind != Slots::Kind::member) continue;
        const auto key = read(slot.wrapped).key;
        const bool dead = std::any_of(over.begin(), over.end(), [&](const centre::Over& one) {
            return slot.lookup == lookup_of(one.member) && (!one.key || one.key == key);
        });
        if (!dead) continue;
        work.slots().remove(slot);
        any = true;
    }
    return any;
}

} // namespace frikort::core::actions
