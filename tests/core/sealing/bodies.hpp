// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include "core/sealing/key_record.hpp"
#include "tests/core/sealing/family.hpp"

namespace frikort::tests {

namespace base = core::base;
namespace records = core::records;
namespace sealing = core::sealing;

struct Bodies {
    Family family;
    base::Bytes header = header_of(family.stream, 2, records::Class::key);
    const sealing::NotebookKeys& second = family.after(family.first());
    sealing::Generation generation =
        sealing::next_generation(family.stream, second, family.first(), {}, family.chance);
    sealing::OpenSlot card{
        sealing::OpenSlot::Kind::card, sealing::card_lookup("7K3QXW9AB"), base::Hash{}, {5, 1, 2, 3}};
    sealing::OpenSlot recovery{
        sealing::OpenSlot::Kind::recovery, family.stream.name, std::nullopt, {6, 4, 5}};
    sealing::Erase some{{base::Id{}, base::Id{{1, 2, 3}}}, {generation.link}};
    sealing::Erase whole{{}, {generation.link}};
};

// A body with the statement changed at a byte, rightly signed by a newer or careless program.
inline base::Bytes with_statement(const Bodies& bodies, base::BytesView body,
                                  const std::function<void(base::Bytes&)>& change)
{
    base::ByteReader reader{body};
    const auto kind = reader.u8();
    const auto view = reader.sized();
    base::Bytes statement{view.begin(), view.end()};
    change(statement);
    const auto head = records::digest(bodies.header);
    const auto message = base::ByteWriter{}
                             .sized(base::view_of("frikort signed body 1"))
                             .sized({&kind, 1})
                             .sized(head.view())
                             .sized(statement)
                             .take();
    return base::ByteWriter{}.u8(kind).sized(statement).raw(bodies.second.sign(message).view()).take();
}

} // namespace frikort::tests
