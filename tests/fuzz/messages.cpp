// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/messages.hpp"

#include "tests/fuzz/target.hpp"

using namespace frikort;
using namespace sync::protocol;
using tests::fuzz::holds;

namespace {

// What was read is written, and read again, and is the same.
template <class Decode>
void read(Decode decode, BytesView bytes)
{
    const auto message = decode(bytes);
    if (!message) return;
    const auto written = encode(*message);
    const auto again = decode(written);
    holds(again.has_value());
    holds(encode(*again) == written);
}

} // namespace

// The first byte says which message.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size == 0) return 0;
    const auto message = tests::fuzz::view(bytes + 1, size - 1);
    switch (bytes[0]) {
    case 'n':
        return read(decode_news_request, message), 0;
    case 'N':
        return read(decode_news_answer, message), 0;
    case 'l':
        return read(decode_pull_request, message), 0;
    case 'L':
        return read(decode_pull_answer, message), 0;
    case 's':
        return read(decode_push_request, message), 0;
    case 'S':
        return read(decode_push_answer, message), 0;
    case 'e':
        return read(decode_enrol_request, message), 0;
    case 'E':
        return read(decode_enrol_answer, message), 0;
    case 'f':
        return read(decode_follow_request, message), 0;
    case 'F':
        return read(decode_follow_answer, message), 0;
    default:
        return read(decode_refused, message), 0;
    }
}
