// SPDX-License-Identifier: MPL-2.0
#include "core/actions/erase_notebook.hpp"

#include "core/actions/pen.hpp"
#include "core/actions/rings.hpp"
#include "core/actions/settle.hpp"
#include "core/base/must.hpp"

namespace frikort::core::actions {

Erased erase_notebook(store::Store& store, const Kiosk& kiosk, const OpenNotebook& open)
{
    const auto work = store.begin();
    if (is_erased(*work, open.stream())) return Erased::yes; // elsewhere, while it was open here
    const auto known = generations_of(*work, open.stream());
    const auto* newest = known.newest();
    if (newest == nullptr || newest->link.keys != open.newest().open()) return Erased::newer_card;

    Pen{*work, kiosk, open.stream(), open.newest()}.sign(sealing::Erase{{}, known.links()});
    settle(*work, open.stream());
    base::must(work->records().of_stream(open.stream(), records::Class::content).empty());
    work->commit();
    return Erased::yes;
}

} // namespace frikort::core::actions
