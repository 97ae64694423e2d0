// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/head.hpp"

#include "tests/fuzz/target.hpp"

using namespace frikort;
using tests::fuzz::holds;

// A head as JSON, and every way to take a field out of it.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto head = sync::protocol::read_head(tests::fuzz::text(bytes, size));
    if (!head) return 0;
    for (const auto& [name, value] : head->items()) {
        sync::protocol::Fields fields{*head};
        holds(fields.count(name.c_str()) <= std::uint64_t{1} << 63);
        holds(fields.text(name.c_str()).size() <= 200);
        fields.flag(name.c_str());
        holds(fields.list(name.c_str()).size() <= 512);
        fields.object(name.c_str());
        holds(!fields.good()); // no value is all of these
    }
    holds(sync::protocol::read_head(head->dump()) == *head);
    return 0;
}
