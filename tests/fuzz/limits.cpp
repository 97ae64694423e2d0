// SPDX-License-Identifier: MPL-2.0
#include "core/allowance/allowance.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
using tests::fuzz::holds;

// The yearly limits: whole or refused, each with a source, in order and without overlap.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto read = core::allowance::Allowances::from_json(tests::fuzz::text(bytes, size));
    if (!read) return 0;
    const core::allowance::Allowance* before = nullptr;
    for (const auto& one : read->all()) {
        holds(one.from <= one.until && one.from.year() == one.year && one.until.year() == one.year);
        holds(one.limit.fits() && !one.sources.empty());
        for (const auto& source : one.sources) holds(source.address.starts_with("https://"));
        holds(before == nullptr || before->until < one.from);
        holds(!read->in(one.year).empty());
        before = &one;
    }
    read->latest_before(2025);
    return 0;
}
