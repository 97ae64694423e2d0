// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/member.hpp"

#include <algorithm>

#include "core/sealing/body.hpp"
#include "core/sealing/cipher.hpp"

namespace frikort::core::sealing {

using base::BytesView;

namespace {

base::Bytes context_of(const MemberId& member)
{
    return base::ByteWriter{}.sized(base::view_of("frikort member 1")).raw(member.view()).take();
}

} // namespace

base::Bytes wrap_member(const Secret& stretched, const MemberId& member, const MemberKeys& keys,
                        base::Chance& chance)
{
    Secret both{2 * cipher::key_size};
    const auto seed = keys.sign.seed();
    const auto behind = std::copy(seed.begin(), seed.end(), both.span().begin());
    const auto inbox = keys.inbox.secret().view();
    std::copy(inbox.begin(), inbox.end(), behind);
    return cipher::encrypt(BodyKind::slot, stretched.view(), context_of(member), both.view(), chance);
}

std::optional<MemberKeys> unwrap_member(const Secret& stretched, const MemberId& member, BytesView wrapped)
{
    const auto both = cipher::decrypt(BodyKind::slot, stretched.view(), context_of(member), wrapped);
    if (!both || both->size() != 2 * cipher::key_size) return std::nullopt;
    return MemberKeys{SigningKey::from_seed(both->view().first(cipher::key_size)),
                      InboxKeys::from_secret(Secret::copy_of(both->view().subspan(cipher::key_size)))};
}

} // namespace frikort::core::sealing
