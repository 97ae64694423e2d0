// SPDX-License-Identifier: MPL-2.0
#include "core/people/card.hpp"

#include "core/people/centre_card.hpp"
#include "core/people/receipt.hpp"
#include "core/people/staff.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
using namespace core::people;
using tests::fuzz::holds;

// What a scanner reads or somebody types of a card. What is taken is the same card, as letters and as QR
// code.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto typed = tests::fuzz::text(bytes, size);
    if (const auto card = Card::read(typed)) {
        holds(card->number().size() == Card::number_letters);
        const auto by_hand =
            card->number_text() + " " + std::string{card->secret_text().view()} + card->check();
        holds(Card::read(by_hand) == *card);
        holds(Card::read(card->qr_text().view()) == *card);
    }
    if (const auto receipt = Receipt::read(typed)) {
        const auto again = Receipt::read(receipt->qr_text().view());
        holds(again && again->card() == receipt->card());
        holds(Receipt::is_marked(receipt->qr_text().view()));
    }
    if (const auto card = CentreCard::read(typed)) {
        holds(card->bytes().view().size() == CentreCard::size);
        holds(CentreCard::read(card->text().view()) == *card);
        holds(CentreCard::read(card->qr_text().view()) == *card);
    }
    const auto set_up = SetUpCode::typed(typed);
    holds(SetUpCode::typed(set_up.text().view()) == set_up);
    return 0;
}
