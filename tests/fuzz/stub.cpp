// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/stub.hpp"

#include <algorithm>

#include "tests/fuzz/target.hpp"

using namespace frikort;
using tests::fuzz::holds;

// A record without its body. What is taken is the same bytes again.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto whole = tests::fuzz::view(bytes, size);
    const auto stub = sync::protocol::decode_header_only(whole);
    if (!stub) return 0;
    const auto again = encode(*stub);
    holds(std::equal(again.begin(), again.end(), whole.begin(), whole.end()));
    holds(stub->stub().number > 0);
    return 0;
}
