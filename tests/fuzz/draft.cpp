// SPDX-License-Identifier: MPL-2.0
#include "core/base/text.hpp"
#include "kiosk/screens/log_pay/log_pay.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
using namespace kiosk::screens::log_pay;
using tests::fuzz::holds;

// A half-done entry as it was kept: nothing in it is more than somebody could have answered.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto answers = from_kept(tests::fuzz::text(bytes, size));
    if (!answers) return 0;
    holds(from_kept(kept(*answers)) == answers);
    if (answers->worked && answers->worked->minutes)
        holds(*answers->worked->minutes > 0 && *answers->worked->minutes <= core::notebook::most_minutes);
    if (answers->place && answers->place->name) holds(core::base::is_plain_text(*answers->place->name));
    holds(answers->amount.find_first_not_of("0123456789.,") == std::string::npos);
    return 0;
}
