// SPDX-License-Identifier: MPL-2.0
#include "core/records/record.hpp"

#include <algorithm>

#include "tests/fuzz/target.hpp"

using namespace frikort;
using tests::fuzz::holds;

// A record as it comes over the wire and off the disk. What is taken is the same bytes again.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto whole = tests::fuzz::view(bytes, size);
    if (const auto header = core::records::decode_header(whole)) {
        const auto again = encode(*header); // what a newer program wrote behind it is left out
        holds(again.size() <= size && std::equal(again.begin(), again.end(), whole.begin()));
    }
    const auto record = core::records::decode_record(whole);
    if (!record) return 0;
    holds(size <= core::records::largest_record);
    const auto again = encode(*record);
    holds(std::equal(again.begin(), again.end(), whole.begin(), whole.end()));
    holds(record->stub().hash() == record->hash());
    return 0;
}
