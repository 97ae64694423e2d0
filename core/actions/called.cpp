// SPDX-License-Identifier: MPL-2.0
#include "core/actions/called.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/actions/read_notebook.hpp"
#include "core/base/text.hpp"
#include "core/people/call_name.hpp"

namespace frikort::core::actions {

using base::no;
using records::StreamId;
using store::Slots;

namespace {

// The same for all, so that all are found.
base::Hash lookup()
{
    return records::digest(base::ByteWriter{}.sized(base::view_of("frikort called")).take());
}

base::Bytes purpose(const StreamId& stream)
{
    return base::ByteWriter{}.sized(base::view_of("frikort called")).raw(stream.bytes()).take();
}

// The day as it is written, 10 letters, or none; then the name.
std::string words(const std::string& name, const base::Clock& clock)
{
    return (clock.trusted() ? clock.today().iso() : std::string(10, ' ')) + name;
}

std::optional<CalledNotebook> read(const Slots::Slot& slot, const sealing::InboxKeys& inbox)
{
    const auto shared = sealing::open_shared(inbox, purpose(slot.stream), slot.wrapped);
    if (!shared) return std::nullopt;
    const auto text = base::text_of(shared->plain.view());
    if (text.size() < 10) return std::nullopt;
    auto name = people::CallName::from(text.substr(10));
    if (!name) return std::nullopt;
    return CalledNotebook{slot.stream, name->text(), base::Date::from_iso(std::string{text.substr(0, 10)})};
}

} // namespace

void note_use(store::Store& store, const Kiosk& kiosk, const OpenNotebook& open, const base::Clock& clock)
{
    if (!kiosk.inbox) return;
    const auto work = store.begin();
    const auto name = read_notebook(*work, open).book.call_name();
    if (!name) return;
    auto plain = words(*name, clock);
    const std::array readers{*kiosk.inbox};
    auto sealed = sealing::seal_shared(readers, purpose(open.stream()), base::view_of(plain),
                                       kiosk.device_key, kiosk.chance);
    sealing::wipe(plain);
    for (const auto& old : work->slots().of_stream(open.stream()))
        if (old.kind == Slots::Kind::called) work->slots().remove(old);
    work->slots().add({Slots::Kind::called, lookup(), open.stream(), 1, std::move(sealed)});
    work->commit();
}

base::Result<std::vector<CalledNotebook>, NotDone> find_notebooks(store::Store& store, const Kiosk& kiosk,
                                                                  const Staff& staff)
{
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, staff, people::Right::find_notebooks);
    if (!centre) return no(centre.error());
    std::vector<CalledNotebook> found;
    for (const auto& slot : work->slots().find(Slots::Kind::called, lookup()))
        if (auto one = read(slot, staff.inbox())) found.push_back(std::move(*one));
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tuple{base::fold_case(a.name), b.last_used, a.stream} <
               std::tuple{base::fold_case(b.name), a.last_used, b.stream};
    });
    return found;
}

} // namespace frikort::core::actions
