// SPDX-License-Identifier: MPL-2.0
#include "core/store/erasures.hpp"

#include <fstream>
#include <iterator>

#include "core/records/record.hpp"
#include "core/store/disk/append_only.hpp"
#include "core/store/store.hpp"

namespace frikort::core::store {

namespace {

struct Read {
    std::vector<base::Bytes> records;
    std::size_t whole = 0; // bytes
};

Read read(base::BytesView bytes)
{
    base::ByteReader reader{bytes};
    Read found;
    while (!reader.at_end()) {
        const auto record = reader.sized();
        if (!reader.fits()) break;
        if (!records::decode_record(record))
            throw StoreFailure{StoreFailure::Kind::damaged, "the file of erasures holds something else"};
        found.records.emplace_back(record.begin(), record.end());
        found.whole += sizeof(std::uint32_t) + record.size();
    }
    return found;
}

} // namespace

void Erasures::keep(std::span<const base::Bytes> records) const
{
    base::ByteWriter writer;
    for (const auto& record : records) writer.sized(record);
    const disk::AppendOnly file{file_};
    file.add(read(file.content()).whole, writer.take());
}

std::vector<base::Bytes> Erasures::all() const
{
    std::ifstream in{file_, std::ios::binary};
    return read(base::Bytes{std::istreambuf_iterator<char>{in}, {}}).records;
}

} // namespace frikort::core::store
