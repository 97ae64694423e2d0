// SPDX-License-Identifier: MPL-2.0
#include "core/records/sum.hpp"

namespace frikort::core::records {

void Sum::add(const Id& id, const Hash& digest_of_record)
{
    const auto one = digest(base::ByteWriter{}.raw(id.view()).raw(digest_of_record.view()).take());
    for (std::size_t i = 0; i < Hash::size; ++i)
        value_.bytes[i] = static_cast<base::Byte>(value_.bytes[i] ^ one.bytes[i]);
}

} // namespace frikort::core::records
