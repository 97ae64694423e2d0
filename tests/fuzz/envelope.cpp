// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/envelope.hpp"

#include <algorithm>

#include "tests/fuzz/target.hpp"

using namespace frikort;
using tests::fuzz::holds;

// The outermost of every message. What is taken is the same bytes again.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto whole = tests::fuzz::view(bytes, size);
    const auto envelope = sync::protocol::decode_envelope(whole);
    if (!envelope) return 0;
    std::vector<core::base::Bytes> blobs;
    for (const auto& blob : envelope->blobs) blobs.emplace_back(blob.begin(), blob.end());
    const auto again = sync::protocol::encode_envelope(envelope->head, blobs);
    holds(std::equal(again.begin(), again.end(), whole.begin(), whole.end()));
    return 0;
}
