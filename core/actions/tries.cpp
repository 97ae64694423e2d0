// SPDX-License-Identifier: MPL-2.0
#include "core/actions/tries.hpp"

#include <algorithm>

#include "core/base/must.hpp"
#include "core/people/lockout.hpp"

namespace frikort::core::actions {

using people::Lockout;
using std::chrono::seconds;
using store::Waits;

namespace {

Waits::Wait one_more(const Waits::Wait& before, const Lockout& lockout)
{
    const auto wrong = before.wrong + 1;
    return {wrong, lockout.wait_after(wrong)};
}

} // namespace

base::Hash subject_of(const records::StreamId& stream)
{
    return records::digest(
        base::ByteWriter{}.sized(base::view_of("frikort wait notebook")).raw(stream.bytes()).take());
}

base::Hash subject_of_kiosk() { return records::digest(base::view_of("frikort wait kiosk")); }

base::Hash subject_of_member(const sealing::MemberId& member)
{
    return records::digest(
        base::ByteWriter{}.sized(base::view_of("frikort wait member")).raw(member.view()).take());
}

base::Hash subject_of_set_up() { return records::digest(base::view_of("frikort wait set up")); }

base::Result<OneTry, NotOpened> OneTry::count(store::Work& work, const base::Hash& subject)
{
    const auto before = work.waits().of(subject);
    if (before.left > seconds{0}) return base::no(NotOpened{NotOpened::Why::wait, 0, before.left});
    const auto now = one_more(before, people::notebook_lockout);
    work.waits().keep(subject, now);
    return OneTry{subject, now};
}

NotOpened OneTry::wrong() const
{
    return {NotOpened::Why::wrong_code, people::notebook_lockout.left_after(now_.wrong), now_.left};
}

NotOpened count_unknown(store::Work& work)
{
    const auto subject = subject_of_kiosk();
    const auto before = work.waits().of(subject);
    if (before.left > seconds{0}) return {NotOpened::Why::wait, 0, before.left};
    const auto now = one_more(before, people::kiosk_lockout);
    work.waits().keep(subject, now);
    return {NotOpened::Why::unknown, people::kiosk_lockout.left_after(now.wrong), now.left};
}

Try::Try(store::Work& work, std::span<const records::StreamId> streams)
{
    for (const auto& stream : streams) {
        if (includes(stream)) continue;
        const auto before = work.waits().of(subject_of(stream));
        if (before.left > seconds{0}) {
            shortest_ = shortest_ == seconds{0} ? before.left : std::min(shortest_, before.left);
            continue;
        }
        const auto now = one_more(before, people::notebook_lockout);
        work.waits().keep(subject_of(stream), now);
        counted_.push_back({stream, before, now});
    }
}

bool Try::includes(const records::StreamId& stream) const
{
    return std::any_of(counted_.begin(), counted_.end(),
                       [&](const auto& one) { return one.stream == stream; });
}

NotOpened Try::must_wait() const { return {NotOpened::Why::wait, 0, shortest_}; }

NotOpened Try::wrong() const
{
    base::must(!none_left());
    const auto most = std::max_element(counted_.begin(), counted_.end(), [](const auto& a, const auto& b) {
        return a.now.wrong < b.now.wrong;
    });
    return {NotOpened::Why::wrong_code, people::notebook_lockout.left_after(most->now.wrong), most->now.left};
}

void Try::take_back(store::Work& work, const records::StreamId& opened) const
{
    for (const auto& one : counted_) {
        const auto subject = subject_of(one.stream);
        if (one.stream == opened || one.before.wrong == 0)
            work.waits().clear(subject);
        else
            work.waits().keep(subject, one.before);
    }
    work.waits().clear(subject_of_kiosk());
}

} // namespace frikort::core::actions
