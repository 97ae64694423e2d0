// SPDX-License-Identifier: MPL-2.0
#include "core/actions/member_slots.hpp"

namespace frikort::core::actions {

using store::Slots;

namespace {

base::Hash lookup_of(const sealing::MemberId& member)
{
    return records::digest(
        base::ByteWriter{}.sized(base::view_of("frikort member")).raw(member.view()).take());
}

} // namespace

base::Bytes wrapped_for(const Kiosk& kiosk, const sealing::MemberId& member, const people::StaffCode& code,
                        const sealing::MemberKeys& keys)
{
    const auto stretched = sealing::stretch_member(member, code.bytes().view(), kiosk.pepper, kiosk.cost);
    return sealing::wrap_member(stretched, member, keys, kiosk.chance);
}

void keep_member_slot(store::Work& work, const OurCentre& centre, const sealing::MemberId& member,
                      const base::Bytes& wrapped)
{
    for (const auto& old : work.slots().find(Slots::Kind::member, lookup_of(member)))
        if (old.stream == centre.stream) work.slots().remove(old);
    if (!wrapped.empty())
        work.slots().add({Slots::Kind::member, lookup_of(member), centre.stream, 1, wrapped});
}

std::optional<base::Bytes> member_slot(store::Work& work, const OurCentre& centre,
                                       const sealing::MemberId& member)
{
    for (auto& slot : work.slots().find(Slots::Kind::member, lookup_of(member)))
        if (slot.stream == centre.stream) return std::move(slot.wrapped);
    return std::nullopt;
}

} // namespace frikort::core::actions
