// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

using core::support::Topic;
using core::support::Wish;

namespace {

std::string own_words(const SampleKiosk& kiosk)
{
    const bool danish = kiosk.texts().language() == "da";
    return danish ? "Jeg har været hos Havnens Have to gange, men der er ikke kommet penge endnu."
                  : "I have worked at Havnens Have twice, but no money has come yet.";
}

const char* an_answer(const SampleKiosk& kiosk)
{
    return kiosk.texts().language() == "da"
               ? "Vi har talt med dem. Pengene kommer fredag. Kom forbi kontoret."
               : "We spoke to them. The money comes on Friday. Come and see us.";
}

void ask_for_help(SampleKiosk& kiosk)
{
    kiosk.staff_it();
    kiosk.tap("help.title");
}

} // namespace

std::vector<Scene> help_scenes(core::base::Date day)
{
    return {
        go(
            day, "help-nobody-reads", [](SampleKiosk& kiosk) { kiosk.tap("help.title"); }, From::start),
        go(day, "help", ask_for_help, From::start),
        go(day, "help-words", [](SampleKiosk& kiosk) { kiosk.tap("help.pay"); }),
        go(day, "help-typed",
           [](SampleKiosk& kiosk) {
               kiosk.tap("help.words.own");
               kiosk.stage().type(own_words(kiosk) + " " + own_words(kiosk));
           }),
        go(day, "help-typed-like-cpr",
           [](SampleKiosk& kiosk) {
               kiosk.stage().type(" 010190-1234");
               kiosk.tap("action.next");
           }),
        go(day, "help-how",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.back");
               kiosk.tap("help.say.no_pay");
           }),
        go(day, "help-whom", [](SampleKiosk& kiosk) { kiosk.tap("help.how.talk"); }),
        go(day, "help-whom-nobody", [](SampleKiosk& kiosk) { kiosk.tap("action.next"); }),
        go(day, "help-check",
           [](SampleKiosk& kiosk) {
               kiosk.spell("KIM");
               kiosk.tap("action.next");
           }),
        go(day, "help-receipt", [](SampleKiosk& kiosk) { kiosk.tap("help.send"); }),
        go(day, "help-sent", [](SampleKiosk& kiosk) { kiosk.tap("help.receipt.kept"); }),
        go(
            day, "receipt",
            [](SampleKiosk& kiosk) {
                ask_for_help(kiosk);
                kiosk.tap("help.receipt");
            },
            From::start),
        go(day, "receipt-typed",
           [](SampleKiosk& kiosk) { kiosk.tap("receipt.type"), kiosk.spell("K7M2Q9"); }),
        go(day, "receipt-too-short", [](SampleKiosk& kiosk) { kiosk.tap("action.next"); }),
        go(day, "receipt-unknown",
           [](SampleKiosk& kiosk) {
               SeededChance chance{7};
               kiosk.tap("bar.back");
               kiosk.stage().scan(core::people::Receipt::make(chance).qr_text().view());
           }),
        go(
            day, "message-not-answered",
            [](SampleKiosk& kiosk) {
                kiosk.staff_it();
                kiosk.stage().scan(
                    kiosk.ask_alone({Topic::pay, Wish::be_talked_to, own_words(kiosk), "Kim"}));
            },
            From::start),
        go(day, "message-more", [](SampleKiosk& kiosk) { kiosk.tap("messages.more"); }),
        go(
            day, "message-answered",
            [](SampleKiosk& kiosk) {
                kiosk.staff_it();
                const auto receipt =
                    kiosk.ask_alone({Topic::pay, Wish::read_answer, own_words(kiosk), std::nullopt});
                kiosk.answer(an_answer(kiosk));
                kiosk.stage().scan(receipt);
            },
            From::start),
        go(
            day, "help-check-book",
            [](SampleKiosk& kiosk) {
                kiosk.staff_it();
                kiosk.open_book_of(kiosk.card_of_kim());
                kiosk.tap("help.title");
                kiosk.tap("help.frikort");
                kiosk.tap("help.say.apply");
                kiosk.tap("help.how.screen");
            },
            From::start),
        go(day, "help-sent-book", [](SampleKiosk& kiosk) { kiosk.tap("help.send"); }),
        go(day, "overview-answered",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.close");
               kiosk.dress();
               kiosk.answer(an_answer(kiosk));
               kiosk.open_book_of(kiosk.card_of_kim());
           }),
        go(day, "messages",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.close");
               kiosk.dress();
               kiosk.open_book_of(kiosk.card_of_bo());
               for (const auto* topic : {"help.pay", "help.other"}) {
                   kiosk.tap("help.title");
                   kiosk.tap(topic);
                   kiosk.tap("help.words.none");
                   kiosk.tap("help.how.screen");
                   kiosk.tap("help.send");
                   kiosk.tap("help.sent.done");
               }
               kiosk.answer(an_answer(kiosk));
               kiosk.tap("bar.close");
               kiosk.dress();
               kiosk.open_book_of(kiosk.card_of_bo());
               kiosk.tap("messages.answered");
           }),
    };
}

} // namespace frikort::tests::tour
