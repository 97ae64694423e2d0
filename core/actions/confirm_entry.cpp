// SPDX-License-Identifier: MPL-2.0
#include "core/actions/confirm_entry.hpp"

#include <algorithm>

#include "core/actions/read_notebook.hpp"
#include "core/actions/to_notebook.hpp"

namespace frikort::core::actions {

using base::no;

base::Result<void, NotDone> confirm_entry(store::Store& store, const Kiosk& kiosk, const OpenNotebook& open,
                                          const base::Id& entry, const Staff& staff, const base::Clock& clock)
{
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, staff, people::Right::write_pay);
    if (!centre) return no(centre.error());
    const auto book = read_notebook(*work, open).book;
    const auto* found = book.find(entry);
    if (found == nullptr || found->withdrawn) return no(NotDone::unknown);
    const notebook::Signer signer{staff.key().open().bytes};
    if (std::find(found->seen_by.begin(), found->seen_by.end(), signer) != found->seen_by.end())
        return no(NotDone::already);
    if (!write_to(*work, kiosk, open.stream(), notebook::Confirmed{entry, found->now}, staff.key()))
        return no(NotDone::unknown);
    write_doing(*work, kiosk, *centre, staff.key(), centre::Did{centre::Deed::confirmed_pay}, clock);
    work->commit();
    return {};
}

} // namespace frikort::core::actions
