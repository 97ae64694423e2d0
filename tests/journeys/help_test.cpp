// SPDX-License-Identifier: MPL-2.0
#include "core/actions/answer.hpp"
#include "core/actions/messages.hpp"
#include "tests/journeys/staffed_kiosk.hpp"
#include "tests/support/catch.hpp"

// "Få hjælp" through the real screens: asking, and reading the answer.

using namespace frikort::core;
using frikort::kiosk::ui::Role;
using frikort::tests::StaffedKiosk;

namespace {

struct AskingKiosk : StaffedKiosk {
    AskingKiosk()
    {
        set_up();
        tap("bar.close");
    }
    std::vector<actions::Waiting> waiting() { return *actions::waiting_requests(store(), machine(), lone()); }
    void answer(const char* words)
    {
        for (const auto& each : waiting())
            REQUIRE(actions::answer_request(store(), machine(), lone(), each, words,
                                            actions::Although::nobody_else, clock()));
    }
    // From the page of topics to "Send", with a chosen sentence.
    void ask()
    {
        tap("help.pay");
        tap("help.say.no_pay");
        tap("help.how.screen");
        tap("help.send");
    }
    // Without a notebook; gives the letters of the receipt.
    std::string ask_alone()
    {
        tap("help.title");
        ask();
        auto letters = card_letters();
        tap("help.receipt.kept");
        tap("help.sent.done");
        return letters;
    }
    static std::string without_blanks(const std::string& letters)
    {
        std::string close;
        for (const char sign : letters)
            if (sign != ' ') close += sign;
        return close;
    }
};

} // namespace

TEST_CASE("Somebody without a notebook asks and reads the answer with the receipt after the plug was pulled")
{
    AskingKiosk kiosk;
    kiosk.tap("help.title");
    CHECK(kiosk.shows("112"));
    kiosk.tap("help.pay");
    kiosk.tap("help.say.no_pay");
    kiosk.tap("help.how.screen");
    CHECK(kiosk.shows("Vi spørger ikke, hvem du er."));
    kiosk.tap("help.send");
    CHECK(kiosk.shows("Den, der har kvitteringen, kan læse svaret."));
    const auto letters = kiosk.card_letters();
    kiosk.tap("help.receipt.kept");
    CHECK(kiosk.shows("Det kan tage nogle dage."));
    kiosk.tap("help.sent.done");
    CHECK(kiosk.shows("1 venter"));

    kiosk.restart();
    kiosk.stage().scan("FR" + AskingKiosk::without_blanks(letters));
    CHECK(kiosk.shows("Vi har ikke svaret endnu."));
    kiosk.tap("bar.close");
    kiosk.answer("Pengene kommer fredag");
    kiosk.tap("help.title");
    kiosk.tap("help.receipt");
    kiosk.tap("receipt.type");
    kiosk.press(AskingKiosk::without_blanks(letters));
    kiosk.tap("action.next");
    CHECK(kiosk.shows("Lone svarede 21. november 2025"));
    CHECK(kiosk.shows("Pengene kommer fredag"));
    kiosk.tap("messages.more");
    kiosk.press("TAK");
    kiosk.tap("help.send");
    kiosk.tap("help.sent.done");
    CHECK(kiosk.shows("Tak"));
    REQUIRE(kiosk.waiting().size() == 1);
    CHECK(kiosk.waiting()[0].conversation->said.back().words == "Tak");
}

TEST_CASE("A receipt leads to its messages only and the next person finds nothing of them")
{
    AskingKiosk kiosk;
    const auto letters = kiosk.ask_alone();
    kiosk.answer("Pengene kommer fredag");
    kiosk.stage().scan("FR" + AskingKiosk::without_blanks(letters));
    CHECK(kiosk.shows("Pengene kommer fredag"));
    CHECK_FALSE(kiosk.shows("Skriv ny løn"));
    kiosk.stage().scan("FR" + AskingKiosk::without_blanks(letters));
    CHECK(kiosk.shows("Pengene kommer fredag"));
    kiosk.tap("bar.back");
    CHECK(kiosk.shows("Hej. Hvad vil du?"));
    kiosk.tap("help.title");
    CHECK(kiosk.shows("Jeg har en kvittering"));
    CHECK_FALSE(kiosk.shows("Mine beskeder"));
}

TEST_CASE("With a notebook open the request and its answer stand in the notebook")
{
    AskingKiosk kiosk;
    kiosk.begin_notebook("BO");
    kiosk.tap("new.recovery.no");
    const auto card = kiosk.take_card();
    kiosk.tap("help.title");
    kiosk.ask();
    CHECK_FALSE(kiosk.shows("kvittering"));
    kiosk.tap("help.sent.done");
    CHECK(kiosk.shows("Få hjælp"));
    kiosk.tap("bar.close");
    kiosk.answer("Pengene kommer fredag");
    kiosk.open_with(card);
    CHECK_FALSE(kiosk.shows("Pengene kommer fredag"));
    kiosk.tap("messages.answered");
    kiosk.tap("help.pay");
    CHECK(kiosk.shows("Pengene kommer fredag"));
    kiosk.tap("messages.more");
    kiosk.press("TAK");
    kiosk.tap("help.send");
    kiosk.tap("help.sent.done");
    kiosk.tap("bar.back");
    kiosk.tap("bar.back");
    CHECK(kiosk.shows("Få hjælp"));
    CHECK_FALSE(kiosk.shows("Du har fået svar"));
}

TEST_CASE("A request is sent once however somebody taps and goes back")
{
    AskingKiosk kiosk;
    kiosk.ask_alone();
    CHECK(kiosk.waiting().size() == 1);
    kiosk.tap("help.title");
    kiosk.ask();
    for (int i = 0; i < 3; ++i) {
        kiosk.tap("help.receipt.kept");
        kiosk.tap("bar.back");
    }
    kiosk.tap("bar.home");
    CHECK(kiosk.waiting().size() == 2);
}

TEST_CASE("Where no centre was set up the help page sends to the staff and to 112")
{
    frikort::tests::KioskInTheHouse kiosk;
    kiosk.tap("help.title");
    CHECK(kiosk.shows("112"));
    CHECK(kiosk.shows("Gå hen og spørg dem."));
    CHECK_FALSE(kiosk.shows("Noget andet"));
}

TEST_CASE("A CPR number goes into no message and what a scanner types in the middle changes nothing")
{
    AskingKiosk kiosk;
    kiosk.tap("help.title");
    kiosk.tap("help.other");
    kiosk.tap("help.words.own");
    kiosk.tap("keyboard.digits");
    kiosk.press("0101901234");
    kiosk.tap("action.next");
    CHECK(kiosk.shows("ligner et CPR-nummer"));
    kiosk.stage().scan(std::string(10'000, 'A'));
    kiosk.stage().scan("FKK7M2Q9XWT");
    kiosk.stage().type("Hej 😀");
    kiosk.tap("action.next");
    kiosk.tap("help.how.screen");
    kiosk.tap("help.send");
    kiosk.stage().scan("FKK7M2Q9XWT");
    REQUIRE(kiosk.waiting().size() == 1);
    CHECK(kiosk.waiting()[0].conversation->said[0].words == "Hej 😀");
}

TEST_CASE("A receipt that nobody gave out opens nothing and something else is said to be no receipt")
{
    AskingKiosk kiosk;
    const auto letters = kiosk.ask_alone();
    kiosk.tap("help.title");
    kiosk.tap("help.receipt");
    kiosk.stage().scan("HTTPS://EXAMPLE.DK");
    CHECK(kiosk.shows("Det er ikke en kvittering."));
    const auto other = people::Receipt::make(kiosk.machine().chance);
    kiosk.stage().scan(other.qr_text().view());
    CHECK(kiosk.shows("Vi kender den ikke her"));
    kiosk.tap("action.again");
    kiosk.stage().scan("FR" + AskingKiosk::without_blanks(letters));
    CHECK(kiosk.shows("Du skrev 21. november 2025"));
}
