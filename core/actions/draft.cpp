// SPDX-License-Identifier: MPL-2.0
#include "core/actions/draft.hpp"

#include "core/base/must.hpp"

namespace frikort::core::actions {

namespace {

// What the draft is sealed for: this notebook and nothing else.
base::Bytes purpose(const OpenNotebook& open)
{
    return base::ByteWriter{}.sized(base::view_of("frikort draft")).raw(open.stream().bytes()).take();
}

} // namespace

void keep_draft(store::Store& store, const Kiosk& kiosk, const OpenNotebook& open, std::string_view words)
{
    base::must(words.size() <= longest_draft);
    const auto sealed = open.newest().seal_local(purpose(open), base::view_of(words), kiosk.chance);
    const auto work = store.begin();
    work->drafts().keep(open.stream(), sealed);
    work->commit();
}

std::optional<std::string> take_draft(store::Store& store, const OpenNotebook& open)
{
    const auto sealed = store.begin()->drafts().of(open.stream());
    if (!sealed) return std::nullopt;
    for (const auto& keys : open.keys().keys()) {
        const auto words = keys.open_local(purpose(open), *sealed);
        if (words) return std::string{base::text_of(words->view())};
    }
    return std::nullopt;
}

void drop_draft(store::Store& store, const OpenNotebook& open)
{
    const auto work = store.begin();
    work->drafts().drop(open.stream());
    work->commit();
}

} // namespace frikort::core::actions
