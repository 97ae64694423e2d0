// SPDX-License-Identifier: MPL-2.0
#include "core/actions/set_up_centre.hpp"

#include <algorithm>
#include <array>

#include "core/actions/centre_facts.hpp"
#include "core/actions/centre_root.hpp"
#include "core/actions/member_slots.hpp"
#include "core/actions/pen.hpp"
#include "core/actions/tries.hpp"
#include "core/base/must.hpp"
#include "core/people/call_name.hpp"

namespace frikort::core::actions {

using base::no;
using sealing::InboxKeys;
using sealing::NotebookKeys;

namespace {

// For a further kiosk: what it needs to join, to be opened with the centre card alone.
void write_for_the_card(store::Work& work, const Kiosk& kiosk, const records::StreamId& stream,
                        const NotebookKeys& keys, const InboxKeys& inbox, const sealing::RecoveryPair& card)
{
    const auto first = keys.secret().view();
    const auto second = inbox.secret().view();
    sealing::Secret both{first.size() + second.size()};
    std::copy(second.begin(), second.end(), std::copy(first.begin(), first.end(), both.span().begin()));
    const std::array readers{card.open()};
    Pen{work, kiosk, stream, keys}.share(readers, both.view(), card.root());
}

} // namespace

SetUp set_up_of(store::Store& store, const Kiosk& kiosk)
{
    const auto work = store.begin();
    if (kept_centre(*work, kiosk.pepper)) return SetUp::done;
    return invited(*work) ? SetUp::invited : SetUp::not_invited;
}

std::optional<people::SetUpCode> invite_set_up(store::Store& store, const Kiosk& kiosk,
                                               const records::StreamId& centre)
{
    const auto work = store.begin();
    if (kept_centre(*work, kiosk.pepper)) return std::nullopt;
    auto code = people::SetUpCode::make(kiosk.chance);
    keep_invitation(*work, kiosk.pepper, centre, code);
    work->commit();
    return code;
}

base::Result<void, NotOpened> check_set_up_code(store::Store& store, const Kiosk& kiosk,
                                                const people::SetUpCode& code)
{
    const auto work = store.begin();
    const auto attempt = OneTry::count(*work, subject_of_set_up());
    if (!attempt) return no(attempt.error());
    const bool right = is_invited(*work, kiosk.pepper, code);
    if (right) attempt->right(*work);
    work->commit();
    if (!right) return no(attempt->wrong());
    return {};
}

base::Result<Founded, NotDone> set_up_centre(store::Store& store, const Kiosk& kiosk,
                                             const people::SetUpCode& code, std::string_view name,
                                             const people::StaffCode& leaders_code,
                                             const people::CentreCard& card, const base::Clock& clock)
{
    auto called = people::free_text(name, centre::longest_name);
    if (!called) return no(NotDone::unfit);
    const auto card_bytes = card.bytes();
    const auto pair = sealing::RecoveryPair::from_card(base::view_of(card_bytes.view()));
    base::must(pair.has_value());
    centre::Member leader{
        kiosk.chance.name<sealing::MemberId>(), std::move(*called), people::Role::leader, {}};
    sealing::MemberKeys keys{sealing::SigningKey::random(kiosk.chance), InboxKeys::random(kiosk.chance)};
    leader.key = keys.sign.open();
    leader.keys = {leader.key};
    const auto slot = wrapped_for(kiosk, leader.id, leaders_code, keys); // slow: before the store is held

    const auto work = store.begin();
    if (kept_centre(*work, kiosk.pepper)) return no(NotDone::already);
    const auto stream = invited(*work);
    if (!stream || !is_invited(*work, kiosk.pepper, code)) return no(NotDone::no_centre);
    // Others set it up already: its keys are theirs, and this kiosk joins them (join_centre).
    if (is_begun(*work, *stream) || is_centre_expected(*work) || is_begun_elsewhere(*work))
        return no(NotDone::already);
    const OurCentre made{*stream, NotebookKeys::random(kiosk.chance), pair->root().open(), {}};
    keep_centre(*work, kiosk.pepper, made.stream, made.keys, made.root, kiosk.chance);
    write_for_the_card(*work, kiosk, made.stream, made.keys, keys.inbox, *pair);
    write_doing(*work, kiosk, made, pair->root(), centre::Made{pair->open(), keys.inbox.open()}, clock);
    write_doing(*work, kiosk, made, pair->root(),
                centre::MemberSet{leader.id, leader.name, leader.role, leader.key,
                                  std::vector<sealing::SignPublic>{}},
                clock);
    keep_member_slot(*work, made, leader.id, leader.key, slot);
    drop_invitation(*work);
    work->commit();
    return Founded{card, Staff{std::move(leader), std::move(keys)}, pair->open()};
}

} // namespace frikort::core::actions
