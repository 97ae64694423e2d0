// SPDX-License-Identifier: MPL-2.0
#include "core/store/brought.hpp"

namespace frikort::core::store {

using records::DeviceId;

DeviceId brought(const records::Hash& record)
{
    const auto name =
        records::digest(base::ByteWriter{}.sized(base::view_of("frikort brought")).raw(record.view()).take());
    return *DeviceId::from(name.view().first(DeviceId::size));
}

bool stands_alone(const Stock::Offer& offer)
{
    return offer.header.what == records::Class::erase && offer.header.device == brought(offer.stub.hash());
}

Stock::Offer brought(const records::Record& record)
{
    auto header = *records::decode_header(record.header);
    header.device = brought(record.hash());
    return {header, record.stub(), Stock::Offer::Form::whole, records::encode(record)};
}

} // namespace frikort::core::store
