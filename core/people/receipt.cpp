// SPDX-License-Identifier: MPL-2.0
#include "core/people/receipt.hpp"

#include <string>

namespace frikort::core::people {

namespace {

constexpr std::string_view mark = "FR";
constexpr std::string_view cards_mark = "FK";

} // namespace

base::Result<Receipt, Misread> Receipt::read(std::string_view scanned_or_typed)
{
    const auto found = spelled_base32(scanned_or_typed);
    if (!found) return base::no(found.error());
    auto text = found->view();
    if (text.starts_with(cards_mark) && text.size() > Card::number_letters + Card::secret_letters + 1)
        return base::no(Misread::not_a_card);
    if (text.starts_with(mark) && text.size() > Card::number_letters + Card::secret_letters + 1)
        text.remove_prefix(mark.size());
    auto card = Card::read(text);
    if (!card) return base::no(card.error());
    return Receipt{std::move(*card)};
}

bool Receipt::is_marked(std::string_view scanned)
{
    const auto found = spelled_base32(scanned);
    return found && found->view().starts_with(mark) &&
           found->size() == mark.size() + Card::number_letters + Card::secret_letters + 1;
}

Wiped Receipt::qr_text() const
{
    Wiped text{mark};
    const auto whole = card_.qr_text();
    text.append(whole.view().substr(cards_mark.size()));
    return text;
}

Code Receipt::code() { return Code::of_receipts(); }

} // namespace frikort::core::people
