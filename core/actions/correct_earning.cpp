// SPDX-License-Identifier: MPL-2.0
#include "core/actions/correct_earning.hpp"

#include <algorithm>

#include "core/actions/pen.hpp"
#include "core/actions/read_notebook.hpp"

namespace frikort::core::actions {

using base::no;
using base::Result;
using notebook::Earning;
using notebook::Version;
using Reason = std::optional<std::string>;

namespace {

Result<Version, NotLogged> fit_version(const Version& now, const base::Clock& clock)
{
    const auto* earning = std::get_if<Earning>(&now);
    if (earning == nullptr) return now;
    auto fitting = fit(*earning, clock);
    if (!fitting) return no(fitting.error());
    return Version{std::move(*fitting)};
}

Result<Reason, NotLogged> fit_reason(const Reason& reason)
{
    if (!reason) return Reason{};
    auto text = people::free_text(*reason, notebook::longest_reason);
    if (text) return Reason{std::move(*text)};
    if (text.error() == people::Unfit::empty) return Reason{};
    return no(text.error() == people::Unfit::looks_like_cpr ? NotLogged::reason_like_cpr
                                                            : NotLogged::bad_reason);
}

bool says_already(const notebook::Entry& entry, const Version& now)
{
    if (entry.contested) return false;
    if (const auto* earning = std::get_if<Earning>(&now)) return !entry.withdrawn && entry.now == *earning;
    return entry.withdrawn;
}

std::vector<base::Id> replaced_by_new(const notebook::Entry& entry)
{
    auto ids = entry.told_by;
    ids.resize(std::min(ids.size(), notebook::most_replaced));
    return ids;
}

} // namespace

Result<base::Id, NotLogged> correct_earning(store::Store& store, const Kiosk& kiosk, const OpenNotebook& open,
                                            const base::Id& entry, const Version& now, const Reason& reason,
                                            const base::Clock& clock)
{
    const auto version = fit_version(now, clock);
    if (!version) return no(version.error());
    const auto why = fit_reason(reason);
    if (!why) return no(why.error());

    const auto work = store.begin();
    const auto read = read_notebook(*work, open);
    const auto* found = read.book.find(entry);
    if (found == nullptr) return no(NotLogged::unknown_entry);
    if (says_already(*found, *version)) return no(NotLogged::unchanged);

    const notebook::Correction correction{entry, replaced_by_new(*found), *version, *why};
    const auto id = Pen{*work, kiosk, open.stream(), open.newest()}.write(correction);
    work->drafts().drop(open.stream());
    work->commit();
    return id;
}

} // namespace frikort::core::actions
