// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/help/help.hpp"

#include "core/base/text.hpp"
#include "kiosk/app/assets.hpp"
#include "kiosk/screens/receipt/receipt.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seeded_chance.hpp"

// Asking for help without a window.

using namespace frikort::kiosk;
using namespace frikort::kiosk::screens::help;
namespace sheet = frikort::kiosk::screens::sheet;
namespace receipt = frikort::kiosk::screens::receipt;
using frikort::core::actions::NotSent;
using frikort::core::people::Receipt;
using frikort::core::support::Topic;
using frikort::core::support::Wish;
using namespace std::chrono_literals;

namespace {

const frikort::core::content::Texts& danish()
{
    static const auto assets = app::Assets::load(std::filesystem::path{FRIKORT_BINARY} / "share/frikort");
    return assets.of("da");
}

Effect choose(Model& model, std::size_t which) { return update(model, sheet::Choose{which}, danish()); }
Effect way(Model& model) { return update(model, sheet::Way{0}, danish()); }

void type(Model& model, std::string_view words)
{
    for (const char sign : words) update(model, sheet::Stroke{std::string{sign}}, danish());
    update(model, sheet::Stroke{widgets::Done{}}, danish());
}

// Pay, the first phrase, an answer on the screen.
Model at_check()
{
    auto model = begin(Staff::read, std::nullopt);
    choose(model, 2);
    choose(model, 0);
    choose(model, 1);
    return model;
}

Receipt some_receipt()
{
    frikort::tests::SeededChance chance{3};
    return Receipt::make(chance);
}

} // namespace

TEST_CASE("Somebody asks for help without writing a word")
{
    auto model = at_check();
    REQUIRE(model.step == Step::check);
    CHECK(model.asked.topic == Topic::pay);
    CHECK(model.asked.words == danish()("help.say.no_pay"));
    CHECK(model.asked.wish == Wish::read_answer);
    CHECK(way(model) == Effect::send);
    CHECK(model.step == Step::sending);
}

TEST_CASE("Where nobody reads there is nothing to choose and nothing to send")
{
    auto model = begin(Staff::nobody_reads, Topic::job);
    CHECK(model.step == Step::nobody);
    choose(model, 0);
    CHECK(way(model) == Effect::none);
    CHECK(model.step == Step::nobody);
    CHECK(view(model, Book::none, danish()).told.find("112") != std::string::npos);
}

TEST_CASE("However often Send is tapped it is sent once and going back leads to no second time")
{
    auto model = at_check();
    CHECK(way(model) == Effect::send);
    CHECK(way(model) == Effect::none);
    CHECK_FALSE(back(model));
    sent(model, some_receipt());
    CHECK(model.step == Step::receipt);
    CHECK_FALSE(back(model));
    CHECK(way(model) == Effect::none);
    CHECK(model.step == Step::sent);
    CHECK(way(model) == Effect::none);
    back(model);
    CHECK(model.step == Step::receipt);
    CHECK_FALSE(model.asked.words);
}

TEST_CASE("Each answer can be changed and the others stay")
{
    auto model = at_check();
    choose(model, 1);
    CHECK(model.step == Step::words);
    choose(model, 4);
    type(model, "Der mangler noget");
    REQUIRE(model.step == Step::check);
    CHECK(model.asked.words == "Der mangler noget");
    choose(model, 2);
    choose(model, 0);
    type(model, "Kim");
    REQUIRE(model.step == Step::check);
    CHECK(model.asked.whom == "Kim");
    choose(model, 0);
    choose(model, 3);
    CHECK(model.step == Step::check);
    CHECK(model.asked.topic == Topic::other);
    CHECK(model.asked.words == "Der mangler noget");
    choose(model, 2);
    choose(model, 1);
    CHECK_FALSE(model.asked.whom);
    back(model);
    CHECK(model.step == Step::how);
}

TEST_CASE("A chosen sentence goes when what it was about is changed")
{
    auto model = at_check();
    choose(model, 0);
    choose(model, 1);
    CHECK(model.step == Step::words);
    CHECK_FALSE(model.asked.words);
}

TEST_CASE("What looks like a CPR number is refused while it is written and typed words have a limit")
{
    auto model = begin(Staff::read, Topic::other);
    choose(model, 4);
    type(model, "Jeg er 010190-1234");
    CHECK(model.step == Step::typed_words);
    CHECK(model.problem == Problem::cpr);
    CHECK(model.typed.text.empty());
    for (int i = 0; i < 10'000; ++i) update(model, sheet::Stroke{std::string{"x"}}, danish());
    CHECK(model.typed.text.size() == frikort::core::support::longest_words);
    update(model, sheet::Stroke{std::string{"😀"}}, danish());
    update(model, sheet::Stroke{widgets::Done{}}, danish());
    CHECK(model.step == Step::how);
    choose(model, 0);
    type(model, "0101901234");
    CHECK(model.step == Step::whom);
    CHECK(model.problem == Problem::cpr);
    type(model, "");
    CHECK(model.problem == Problem::nobody_to_ask_for);
    const auto shown = [&] {
        type(model, "Kim");
        return view(model, Book::none, danish());
    }();
    CHECK(frikort::core::base::length(shown.lines[1].value) < 50);
}

TEST_CASE("When the centre went away meanwhile nothing is said to be sent")
{
    auto model = at_check();
    way(model);
    not_sent(model, NotSent::nobody_reads);
    CHECK(model.step == Step::nobody);
}

TEST_CASE("Letters that are no receipt say what is wrong with them and while one waits nothing is tried")
{
    auto model = receipt::begin(std::nullopt);
    CHECK_FALSE(receipt::update(model, sheet::Scanned{"HTTPS://EXAMPLE.DK"}, 0s));
    CHECK(model.problem == receipt::Problem::not_a_receipt);
    CHECK_FALSE(receipt::update(model, sheet::Scanned{std::string(10'000, 'A')}, 0s));
    CHECK(receipt::update(model, sheet::Scanned{std::string{some_receipt().qr_text().view()}}, 0s));
    CHECK(model.step == receipt::Step::opening);
    CHECK_FALSE(receipt::update(model, sheet::Scanned{std::string{some_receipt().qr_text().view()}}, 0s));
    receipt::not_opened(model, {frikort::core::actions::NotOpened::Why::unknown, 0, 30s}, 0s);
    CHECK(receipt::view(model, 1s, danish()).told.find("29 sekunder") != std::string::npos);
    CHECK_FALSE(receipt::update(model, sheet::Scanned{std::string{some_receipt().qr_text().view()}}, 10s));
    CHECK(receipt::update(model, sheet::Scanned{std::string{some_receipt().qr_text().view()}}, 31s));
}
