// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/names.hpp"

#include "core/base/id.hpp"
#include "core/records/record.hpp"
#include "sync/protocol/base64.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
using sync::protocol::Fault;
using tests::fuzz::holds;

// Words, hexadecimal and base64: each has one way to be written, hexadecimal two.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto word = tests::fuzz::text(bytes, size);
    const auto fault = sync::protocol::fault_of(word);
    holds(fault == Fault::unknown || sync::protocol::word_of(fault) == word);
    if (const auto read = sync::protocol::from_base64(word)) holds(sync::protocol::to_base64(*read) == word);
    if (const auto read = core::base::from_hex(word)) {
        holds(core::base::from_hex(core::base::to_hex(*read)) == read);
        if (const auto stream = core::records::StreamId::from(*read)) holds(stream->bytes() == *read);
    }
    if (const auto name = core::base::Hash::from_hex(word)) holds(name->hex().size() == word.size());
    return 0;
}
