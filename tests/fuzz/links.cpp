// SPDX-License-Identifier: MPL-2.0
#include "core/content/links.hpp"

#include "tests/fuzz/target.hpp"

using namespace frikort;
using tests::fuzz::holds;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto read = core::content::Links::from_json(tests::fuzz::text(bytes, size));
    if (!read) return 0;
    for (const auto& link : read->all()) {
        holds(link.address.starts_with("https://") && link.address.size() <= 300);
        const auto* found = read->find(link.id);
        holds(found != nullptr && found->address == link.address);
        holds(!link.title_in("xx").empty());
    }
    return 0;
}
