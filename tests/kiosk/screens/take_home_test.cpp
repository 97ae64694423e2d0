// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/take_home/take_home.hpp"

#include <algorithm>

#include "tests/kiosk/widgets/on_every_panel.hpp"
#include "tests/support/catch.hpp"

using namespace frikort;
using namespace frikort::kiosk;
using namespace frikort::kiosk::screens::take_home;
using core::base::Date;
using core::money::Money;

namespace {

core::content::Texts texts(const std::string& language = "da")
{
    return *core::content::Texts::load(FRIKORT_BINARY "/share/frikort/locale/" + language + ".mo");
}

// Payments of so many days back from the end of 2023, which has two limits.
core::notebook::Year year_with(std::size_t payments, const std::optional<std::string>& place)
{
    core::notebook::Year year;
    year.year = 2023;
    for (std::size_t i = 0; i < payments; ++i) {
        const int month = 12 - static_cast<int>(i % 12);
        const auto day = *Date::from(2023, month, 1 + static_cast<int>(i % 28));
        const core::notebook::Entry entry{.id = {},
                                          .now = {day, place, std::nullopt, Money::kroner(1234)},
                                          .others = {},
                                          .told_by = {},
                                          .origin = {}};
        year.sum = year.sum + entry.now.amount;
        year.months[static_cast<std::size_t>(month - 1)] = Money::kroner(1234);
        year.entries.push_back(entry);
    }
    year.count = payments;
    return year;
}

std::vector<core::allowance::Allowance> two_limits()
{
    using core::allowance::Allowance;
    const Allowance first{2023,
                          *Date::from(2023, 1, 1),
                          *Date::from(2023, 6, 30),
                          Money::kroner(20'000),
                          Allowance::Covers::period,
                          {{"S4", std::string(70, 'k'), "https://example.dk"}},
                          "2026-11"};
    auto second = first;
    second.from = *Date::from(2023, 7, 1);
    second.until = *Date::from(2023, 12, 31);
    return {first, second};
}

} // namespace

TEST_CASE("Every code to take home says whose numbers it holds, is small enough to scan and holds no link")
{
    const auto language = GENERATE(std::string{"da"}, std::string{"en"});
    const auto place =
        GENERATE(std::optional<std::string>{}, std::optional<std::string>{std::string(30, 'a')},
                 std::optional<std::string>{[] {
                     std::string widest;
                     for (int i = 0; i < 60; ++i) widest += "🍰";
                     return widest;
                 }()});
    const std::size_t count = GENERATE(0U, 1U, 12U, 61U, 500U);
    const auto all = pages(year_with(count, place), two_limits(), 3, texts(language));
    REQUIRE_FALSE(all.empty());
    for (const auto& page : all) {
        INFO(page);
        CHECK(page.size() <= largest_page);
        CHECK(page.starts_with(texts(language)("take.heading", {{"year", "2023"}})));
        CHECK(page.find("://") == std::string::npos);
        CHECK(page.find("\u00a0") == std::string::npos);
    }
}

TEST_CASE("Nothing of a year is left out of its codes but the oldest payments, and then they say so")
{
    const auto whole = [](std::size_t payments) {
        std::string joined;
        for (const auto& page : pages(year_with(payments, std::nullopt), {}, 0, texts()))
            joined += page + "\n";
        return joined;
    };
    const auto lines_with = [](const std::string& text, const std::string& words) {
        std::size_t found = 0;
        for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
        return found;
    };
    CHECK(lines_with(whole(60), "1.234 kr.") == 60 + 12);
    CHECK(whole(60).find("Der er flere") == std::string::npos);
    CHECK(lines_with(whole(61), "1.234 kr.") == 60 + 12);
    CHECK(whole(61).find("Der er flere") != std::string::npos);
    CHECK(whole(1).find("Vi kender ikke grænsen for 2023.") != std::string::npos);
}

TEST_CASE("Every module of a full code is half a millimetre or more on every panel and at every size")
{
    constexpr float modules = 61 + 8; // version 11, with the quiet zone
    tests::widgets::on_every_panel([&](const ui::Panel& panel, ui::Look look) {
        const View view{.title = "Tag 2025 med hjem",
                        .corner = "1 af 3",
                        .told = "Åbn kameraet på din mobil.",
                        .qr = std::string(largest_page, 'a'),
                        .qr_name = "Kode med dine tal",
                        .go = "Næste kode"};
        ui::ListState list;
        ui::Stage stage{panel, look, [&](ui::Ui& ui) { draw(ui, list, view); }};
        stage.settle();
        const auto* qr = stage.semantics().find(ui::Role::qr, view.qr_name);
        REQUIRE(qr != nullptr);
        INFO(panel.diagonal_inch << " inch, " << name_of(look.text_size));
        CHECK(qr->rect.shortest() / static_cast<float>(panel.px_per_mm()) / modules >= 0.5F);
        tests::widgets::audit(stage);
    });
}
