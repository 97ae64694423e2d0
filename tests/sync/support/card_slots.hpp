// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/sealing/stretch.hpp"
#include "tests/sync/support/asking.hpp"

// A card and what is written of it, with keys that whoever writes has.
namespace frikort::tests {

inline const core::base::Hash card{{7}};
inline const core::base::Hash proof{{8}};

// Signed by these keys, in the generation that they are of.
template <class Body>
core::records::Record write_key(Kiosk& kiosk, const core::records::StreamId& stream, const Body& body,
                                const core::sealing::NotebookKeys& keys)
{
    const auto work = kiosk.store.begin();
    const auto tip = work->records().tip(kiosk.device());
    const auto header =
        encode(core::records::Header{kiosk.chance.name<core::base::Id>(), stream, keys.generation(),
                                     core::records::Class::key, kiosk.device(), tip.number + 1});
    const core::records::Record record{header, tip.hash, core::sealing::sign_body(header, body, keys)};
    work->records().add(record, core::store::Delivery::waiting);
    work->commit();
    return record;
}

inline core::records::Record put_slot(Kiosk& kiosk, const core::records::StreamId& stream,
                                      const core::sealing::NotebookKeys& keys,
                                      const core::base::Hash& opens = proof)
{
    const core::sealing::OpenSlot slot{
        core::sealing::OpenSlot::Kind::card, card, core::sealing::verifier_of(opens.view()), {5, 1, 2, 3}};
    return write_key(kiosk, stream, slot, keys);
}

inline core::records::Record put_slot(Kiosk& kiosk, const Notebook& notebook)
{
    return put_slot(kiosk, notebook.stream, notebook.keys);
}

inline core::records::Record renew(Kiosk& kiosk, const core::records::StreamId& stream,
                                   const core::sealing::NotebookKeys& before,
                                   const core::sealing::NotebookKeys& next)
{
    return write_key(kiosk, stream, core::sealing::next_generation(stream, next, before, {}, kiosk.chance),
                     next);
}

} // namespace frikort::tests
