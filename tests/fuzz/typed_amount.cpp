// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/log_pay/typed.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
using namespace kiosk::screens::log_pay;
using core::money::Separators;
using tests::fuzz::holds;

// Signs of the pad one after the other: amounts and hours.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    std::string amount;
    std::string hours;
    for (const char sign : tests::fuzz::text(bytes, size)) {
        if (std::string_view{"0123456789,"}.find(sign) == std::string_view::npos)
            continue; // no key of the pad
        amount = with_sign(amount, sign, Step::amount);
        hours = with_sign(hours, sign, Step::hours);
    }
    holds(amount.size() <= 11 && hours.size() <= 6);
    shown_amount(amount, Separators::english);
    shown_hours(hours, Separators::danish);
    if (const auto read = amount_typed(amount)) {
        holds(read->fits());
        holds(core::money::Money::parse(shown_amount(amount, Separators::danish)) == *read);
    }
    if (const auto minutes = minutes_typed(hours))
        holds(*minutes > 0 && *minutes <= core::notebook::most_minutes);
    // What was kept of an earlier day may be anything.
    const std::string kept{tests::fuzz::text(bytes, size)};
    if (const auto read = amount_typed(kept)) holds(read->fits());
    if (const auto minutes = minutes_typed(kept))
        holds(*minutes > 0 && *minutes <= core::notebook::most_minutes);
    shown_amount(kept, Separators::danish);
    return 0;
}
