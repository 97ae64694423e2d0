// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/key_record.hpp"

#include "core/base/must.hpp"
#include "core/sealing/body.hpp"
#include "core/sealing/cipher.hpp"
#include "core/sealing/link.hpp"

namespace frikort::core::sealing {

using base::Bytes;
using base::BytesView;
using base::must;
using base::no;
using base::Result;

namespace {

struct Parts {
    BytesView statement;
    Signature signature;
};

Result<Parts, Malformed> parts_of(BytesView body)
{
    base::ByteReader reader{body};
    reader.u8(); // the kind, which the caller knows
    const auto statement = reader.sized();
    const auto signature = Signature::from(reader.raw(Signature::size));
    if (!reader.at_end() || !signature) return no(Malformed::cut_off);
    return Parts{statement, *signature};
}

Bytes signed_bytes(BodyKind kind, BytesView header, BytesView statement)
{
    const auto head = records::digest(header);
    const auto kind_byte = static_cast<base::Byte>(kind);
    return cipher::join_open(
        {base::view_of("frikort signed body 1"), {&kind_byte, 1}, head.view(), statement});
}

Bytes signed_body(BodyKind kind, BytesView header, BytesView statement, const NotebookKeys& keys)
{
    return base::ByteWriter{}
        .u8(static_cast<std::uint8_t>(kind))
        .sized(statement)
        .raw(keys.sign(signed_bytes(kind, header, statement)).view())
        .take();
}

Result<BytesView, Malformed> statement_of(BodyKind kind, BytesView body)
{
    if (kind_of(body) != kind) return no(Malformed::other_kind);
    const auto parts = parts_of(body);
    if (!parts) return no(parts.error());
    return parts->statement;
}

void write(base::ByteWriter& writer, const Link& link)
{
    writer.raw(link.keys.sign.view()).raw(link.keys.box.view()).raw(link.by_before.view());
}

template <class Named>
Named name_from(base::ByteReader& reader)
{
    return Named::from(reader.raw(Named::size)).value_or(Named{});
}

Link link_from(base::ByteReader& reader)
{
    Link link;
    link.keys.sign = name_from<SignPublic>(reader);
    link.keys.box = name_from<BoxPublic>(reader);
    link.by_before = name_from<Signature>(reader);
    return link;
}

// The first has nothing before it; every other begins with the one before it.
bool in_order(const Generation& generation)
{
    if (generation.number == 1) return generation.earlier.empty();
    if (generation.earlier.empty() || generation.earlier[0].generation + 1 != generation.number) return false;
    for (const auto& earlier : generation.earlier) {
        if (earlier.generation == 0 || earlier.generation >= generation.number) return false;
    }
    return true;
}

} // namespace

Bytes sign_body(BytesView header, const Generation& generation, const NotebookKeys& keys)
{
    must(generation.number <= most_generations && generation.earlier.size() <= most_generations);
    base::ByteWriter statement;
    statement.u32(generation.number);
    write(statement, generation.link);
    statement.u32(static_cast<std::uint32_t>(generation.earlier.size()));
    for (const auto& earlier : generation.earlier) {
        statement.u32(earlier.generation).raw(earlier.whose.view()).sized(earlier.sealed);
    }
    return signed_body(BodyKind::signed_generation, header, statement.take(), keys);
}

Bytes sign_body(BytesView header, const OpenSlot& slot, const NotebookKeys& keys)
{
    base::ByteWriter statement;
    statement.u8(static_cast<std::uint8_t>(slot.kind)).raw(slot.lookup.view());
    statement.sized(slot.verifier ? slot.verifier->view() : BytesView{}).sized(slot.wrapped);
    return signed_body(BodyKind::signed_slot, header, statement.take(), keys);
}

Bytes sign_body(BytesView header, const Erase& erase, const NotebookKeys& keys)
{
    must(erase.records.size() <= most_erased_at_once && erase.links.size() <= most_generations);
    base::ByteWriter statement;
    statement.u32(static_cast<std::uint32_t>(erase.records.size()));
    for (const auto& id : erase.records) statement.raw(id.view());
    statement.u32(static_cast<std::uint32_t>(erase.links.size()));
    for (const auto& link : erase.links) write(statement, link);
    return signed_body(BodyKind::signed_erase, header, statement.take(), keys);
}

Result<Generation, Malformed> decode_generation(BytesView body)
{
    const auto statement = statement_of(BodyKind::signed_generation, body);
    if (!statement) return no(statement.error());
    base::ByteReader reader{*statement};
    Generation generation;
    generation.number = reader.u32();
    generation.link = link_from(reader);
    const auto count = reader.u32();
    if (count > most_generations) return no(Malformed::bad_value);
    for (std::uint32_t i = 0; i < count && reader.fits(); ++i) {
        Earlier earlier{reader.u32(), name_from<SignPublic>(reader), {}};
        const auto sealed = reader.sized();
        earlier.sealed.assign(sealed.begin(), sealed.end());
        generation.earlier.push_back(std::move(earlier));
    }
    if (!reader.fits()) return no(Malformed::cut_off);
    const bool holds = generation.number >= 1 && generation.number <= most_generations &&
                       in_order(generation) && usable(generation.link.keys.box);
    if (!holds) return no(Malformed::bad_value);
    return generation;
}

Result<OpenSlot, Malformed> decode_slot(BytesView body)
{
    const auto statement = statement_of(BodyKind::signed_slot, body);
    if (!statement) return no(statement.error());
    base::ByteReader reader{*statement};
    OpenSlot slot;
    slot.kind = static_cast<OpenSlot::Kind>(reader.u8());
    slot.lookup = name_from<base::Hash>(reader);
    const auto verifier = reader.sized();
    const auto wrapped = reader.sized();
    if (!reader.fits()) return no(Malformed::cut_off);

    slot.verifier = base::Hash::from(verifier);
    slot.wrapped.assign(wrapped.begin(), wrapped.end());
    const bool card =
        slot.kind == OpenSlot::Kind::card && slot.verifier && kind_of(wrapped) == BodyKind::slot;
    const bool recovery =
        slot.kind == OpenSlot::Kind::recovery && verifier.empty() && kind_of(wrapped) == BodyKind::recovery;
    if (!card && !recovery) return no(Malformed::bad_value);
    return slot;
}

Result<Erase, Malformed> decode_erase(BytesView body)
{
    const auto statement = statement_of(BodyKind::signed_erase, body);
    if (!statement) return no(statement.error());
    base::ByteReader reader{*statement};
    Erase erase;
    const auto records = reader.u32();
    if (records > most_erased_at_once) return no(Malformed::bad_value);
    for (std::uint32_t i = 0; i < records && reader.fits(); ++i) {
        erase.records.push_back(name_from<base::Id>(reader));
    }
    const auto links = reader.u32();
    if (links == 0 && reader.fits()) return no(Malformed::bad_value);
    if (links > most_generations) return no(Malformed::bad_value);
    for (std::uint32_t i = 0; i < links && reader.fits(); ++i) erase.links.push_back(link_from(reader));
    if (!reader.fits()) return no(Malformed::cut_off);
    return erase;
}

bool signed_by(const SignPublic& key, BytesView header, BytesView body)
{
    const auto kind = kind_of(body);
    const auto parts = parts_of(body);
    return kind && parts && verified(key, signed_bytes(*kind, header, parts->statement), parts->signature);
}

} // namespace frikort::core::sealing
