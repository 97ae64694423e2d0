// SPDX-License-Identifier: MPL-2.0
#include "core/centre/doing.hpp"
#include "core/notebook/body.hpp"
#include "core/support/message.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
using tests::fuzz::holds;

// What stands inside a sealed record, written by whoever has the keys: a notebook's entries, what happens at
// a centre, messages. What was read is written, and read again, and is the same.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto json = tests::fuzz::text(bytes, size);
    namespace notebook = core::notebook;
    if (const auto body = notebook::decode(json); body && !std::holds_alternative<notebook::Unknown>(*body))
        holds(notebook::decode(notebook::encode(*body)) == *body);
    namespace centre = core::centre;
    if (const auto doing = centre::decode(json);
        doing && !std::holds_alternative<centre::Unknown>(doing->body))
        holds(centre::decode(centre::encode(*doing)) == *doing);
    namespace support = core::support;
    if (const auto message = support::decode(json))
        holds(support::decode(support::encode(*message)) == *message);
    return 0;
}
