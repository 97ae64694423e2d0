// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/signature.hpp"

#include <array>

#include "tests/fuzz/target.hpp"

using namespace frikort;
using sync::protocol::Claim;
using tests::fuzz::holds;

// The fields of a head that say who asks, a line each: host, digest, counter, input, signature. A line that
// is missing is a field that is missing.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    auto left = tests::fuzz::text(bytes, size);
    std::array<std::optional<std::string_view>, 5> lines;
    for (auto& line : lines) {
        const auto end = left.find('\n');
        if (end == std::string_view::npos) break;
        line = left.substr(0, end);
        left.remove_prefix(end + 1);
    }
    const Claim claim{"POST", "/sync/news", lines[0].value_or(""), lines[1], lines[2], lines[3], lines[4]};
    const auto read = sync::protocol::read(claim);
    if (claim.digest) sync::protocol::matches(*claim.digest, core::base::view_of(left));
    if (!read) return 0;
    holds(read->counter > 0 && read->counter < 1'000'000'000'000'000'000);
    holds(std::to_string(read->counter) == *claim.counter);
    holds(read->message.ends_with(claim.input->substr(claim.input->find('=') + 1)));
    holds(read->message.find(read->device.hex()) != std::string::npos ||
          read->message.find_first_of("ABCDEF") != std::string::npos);
    sync::protocol::proved(*read, core::sealing::SignPublic{});
    return 0;
}
