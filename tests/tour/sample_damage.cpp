// SPDX-License-Identifier: MPL-2.0
#include "core/actions/open_notebook.hpp"
#include "core/actions/rescued.hpp"
#include "tests/support/made_records.hpp"
#include "tests/tour/sample_kiosk.hpp"

namespace frikort::tests::tour {

void SampleKiosk::damage()
{
    const auto kim = core::actions::open_with_card(store_, kiosk_, *kim_, *core::people::Pin::typed(code));
    const auto work = store_.begin();
    core::store::Rescue told;
    told.kept = "kiosk.db.damaged-2025-11-20";
    told.numbers = core::store::Rescue::Numbers::known;
    told.last = work->records().tip(kiosk_.device());
    told.lost = {{41, kim->stream()}, {42, kim->stream()}, {43, std::nullopt}, {50, std::nullopt}};
    core::actions::note_rescue(*work, told, kiosk_.device(), "2025-11-20");
    core::actions::heard_all_back(*work, kiosk_.device(), 0, {});
    work->commit();
}

void SampleKiosk::shut_kims_book()
{
    for (int wrong = 0; wrong < 3; ++wrong)
        core::actions::open_with_card(store_, kiosk_, *kim_, *core::people::Pin::typed("902846"));
}

void SampleKiosk::be_refused()
{
    const auto work = store_.begin();
    std::size_t line = 0;
    for (const auto& record : work->outbox().waiting(12, 10'000'000)) {
        const char* reason = line == 4               ? nullptr
                             : line < 3 || line == 5 ? "other_record"
                             : line == 6             ? "too_large"
                                                     : core::store::fork_word;
        ++line;
        if (reason == nullptr) continue;
        const auto id = core::records::decode_header(record.header)->id;
        work->outbox().mark(id, core::store::Delivery::rejected, reason);
    }
    work->commit();
}

void SampleKiosk::spoil()
{
    const auto kim = core::actions::open_with_card(store_, kiosk_, *kim_, *core::people::Pin::typed(code));
    const auto work = store_.begin();
    const auto first = made({.in = kim->stream(), .body = core::base::Bytes(296, 5)});
    work->records().add(first, core::store::Delivery::foreign);
    work->records().add(
        made({.number = 2, .in = kim->stream(), .body = core::base::Bytes(296, 6), .previous = first.hash()}),
        core::store::Delivery::foreign);
    work->commit();
}

} // namespace frikort::tests::tour
