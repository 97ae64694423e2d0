// SPDX-License-Identifier: MPL-2.0
#include "core/store/brought.hpp"

#include <algorithm>
#include <utility>

namespace frikort::core::store {

using records::DeviceId;

namespace {

constexpr std::size_t mark = base::Id::size / 2; // bytes, all ones

base::ByteWriter said() { return std::move(base::ByteWriter{}.sized(base::view_of("frikort brought"))); }

} // namespace

DeviceId brought(const records::Hash& record)
{
    const auto name = records::digest(said().raw(record.view()).take());
    return *DeviceId::from(name.view().first(DeviceId::size));
}

base::Id brought_id(const records::Stub& record)
{
    const auto name = records::digest(said().raw(record.header.view()).raw(record.body.view()).take());
    auto id = *base::Id::from(name.view().first(base::Id::size));
    std::fill_n(id.bytes.begin(), mark, base::Byte{0xff});
    return id;
}

bool is_brought_id(const base::Id& id)
{
    return std::all_of(id.bytes.begin(), id.bytes.begin() + mark, [](auto byte) { return byte == 0xff; });
}

bool stands_alone(const Stock::Offer& offer)
{
    return offer.header.what == records::Class::erase && offer.header.device == brought(offer.stub.hash());
}

Stock::Offer brought(const records::Record& record)
{
    const auto stub = record.stub();
    auto header = *records::decode_header(record.header);
    header.device = brought(stub.hash());
    header.id = brought_id(stub);
    return {header, stub, Stock::Offer::Form::whole, records::encode(record)};
}

bool is_same_erasure(const Stock::Offer& offer, const DeviceId& kept_under, const records::Hash& previous,
                     const records::Hash& kept)
{
    if (offer.header.what != records::Class::erase || offer.form != Stock::Offer::Form::whole) return false;
    if (!stands_alone(offer) && kept_under != brought(kept)) return false;
    auto as_kept = offer.stub;
    as_kept.previous = previous;
    return as_kept.hash() == kept;
}

std::optional<base::Id> other_id(const Stock::Offer& offer)
{
    if (offer.header.what != records::Class::erase || offer.form != Stock::Offer::Form::whole)
        return std::nullopt;
    if (!stands_alone(offer)) return brought_id(offer.stub);
    const auto record = records::decode_record(offer.bytes);
    return records::decode_header(record->header)->id;
}

} // namespace frikort::core::store
