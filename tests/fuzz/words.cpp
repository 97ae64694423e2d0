// SPDX-License-Identifier: MPL-2.0
#include "core/base/text.hpp"
#include "core/people/call_name.hpp"
#include "core/people/cpr.hpp"
#include "kiosk/ui/utf8.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
using tests::fuzz::holds;

// Free words: what is taken for plain text is UTF-8 that a screen can show, and nothing that looks like a CPR
// number gets through.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto typed = tests::fuzz::text(bytes, size);
    std::size_t letters = 0;
    for (const char32_t letter : kiosk::ui::Letters{typed}) {
        holds(letter <= 0x10ffff && (letter < 0xd800 || letter > 0xdfff));
        ++letters;
    }
    holds(letters <= size);
    core::people::looks_like_cpr(typed);
    if (!core::base::is_plain_text(typed)) {
        holds(!core::people::free_text(typed, size + 1));
        return 0;
    }
    holds(core::base::length(typed) == letters);
    const auto tidied = core::base::tidy(typed);
    holds(core::base::is_plain_text(tidied) && core::base::tidy(tidied) == tidied);
    const auto folded = core::base::fold_case(typed);
    holds(core::base::is_plain_text(folded) && core::base::fold_case(folded) == folded);
    if (const auto text = core::people::free_text(typed, 60)) {
        holds(*text == tidied && core::base::length(*text) <= 60 && !core::people::looks_like_cpr(*text));
    }
    if (const auto name = core::people::CallName::from(typed)) {
        holds(core::people::CallName::from(name->text()) == *name);
    }
    return 0;
}
