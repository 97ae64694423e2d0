// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/stub.hpp"

#include "core/base/must.hpp"

namespace frikort::sync::protocol {

using core::base::ByteReader;
using core::base::no;
using core::records::Hash;
using core::records::Malformed;

core::records::Stub HeaderOnly::stub() const
{
    const auto read = core::records::decode_header(header);
    core::base::must(read.has_value());
    return {read->device, read->number, previous, core::records::digest(header), body};
}

HeaderOnly without_body(const core::records::Record& record)
{
    return {record.header, record.previous, core::records::digest(record.body)};
}

core::base::Bytes encode(const HeaderOnly& stub)
{
    return core::base::ByteWriter{}.sized(stub.header).raw(stub.previous.view()).raw(stub.body.view()).take();
}

core::base::Result<HeaderOnly, Malformed> decode_header_only(core::base::BytesView bytes)
{
    ByteReader reader{bytes};
    const auto header = reader.sized();
    const auto previous = Hash::from(reader.raw(Hash::size));
    const auto body = Hash::from(reader.raw(Hash::size));
    if (!reader.fits() || !previous || !body) return no(Malformed::too_short);
    if (!reader.at_end()) return no(Malformed::bad_length);
    if (const auto read = core::records::decode_header(header); !read) return no(read.error());
    return HeaderOnly{{header.begin(), header.end()}, *previous, *body};
}

} // namespace frikort::sync::protocol
