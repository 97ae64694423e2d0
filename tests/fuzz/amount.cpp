// SPDX-License-Identifier: MPL-2.0
#include "core/money/money.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
using core::money::Money;
using tests::fuzz::holds;

// An amount is never read as one that is not one payment's, and is read again as it is written.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto amount = Money::parse(tests::fuzz::text(bytes, size));
    if (!amount) return 0;
    holds(amount->fits());
    holds(Money::parse(number(*amount, core::money::Separators::danish)) == *amount);
    holds(Money::parse(text(*amount, core::money::Separators::danish)) == *amount);
    return 0;
}
