// SPDX-License-Identifier: MPL-2.0
#include "core/people/call_name.hpp"

#include "core/base/text.hpp"

namespace frikort::core::people {

base::Result<std::string, Unfit> free_text(std::string_view typed, std::size_t most)
{
    if (!base::is_plain_text(typed)) return base::no(Unfit::not_plain);
    auto text = base::tidy(typed);
    if (text.empty()) return base::no(Unfit::empty);
    if (base::length(text) > most) return base::no(Unfit::too_long);
    if (looks_like_cpr(text)) return base::no(Unfit::looks_like_cpr);
    return text;
}

base::Result<CallName, Unfit> CallName::from(std::string_view typed)
{
    auto text = free_text(typed, longest);
    if (!text) return base::no(text.error());
    return CallName{std::move(*text)};
}

std::string CallName::folded() const { return base::fold_case(text_); }

} // namespace frikort::core::people
