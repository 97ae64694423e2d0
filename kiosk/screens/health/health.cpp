// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/health/health.hpp"

#include "core/content/dates.hpp"
#include "kiosk/screens/amounts.hpp"
#include "kiosk/screens/refusals.hpp"

namespace frikort::kiosk::screens::health {

using core::content::Texts;

namespace {

constexpr std::uint64_t little_space = 1'000'000'000; // bytes

std::string disk_text(std::uint64_t bytes, const Texts& texts)
{
    constexpr std::uint64_t mega = 1000 * 1000;
    const bool giga = bytes >= little_space;
    return texts(giga ? "health.disk.giga" : "health.disk.mega",
                 {{"n", std::to_string(bytes / (giga ? 1000 * mega : mega))}});
}

std::string left_out_text(const std::vector<std::string>& files, const Texts& texts)
{
    if (files.empty()) return texts("health.files.well");
    auto told = texts.count("health.files.damaged", static_cast<std::int64_t>(files.size()));
    for (const auto& file : files) told += "\n" + file;
    return told;
}

// One after the other: three would leave no room for what is told.
bool asks_the_day(const Facts& facts) { return facts.clock == Clock::doubted; }
bool wants_to_be_seen(const about::Facts& facts)
{
    const bool names = facts.names == about::Names::other_half || facts.names == about::Names::own_half;
    return facts.damage || names;
}
bool asks_about_damage(const Facts& facts) { return !asks_the_day(facts) && wants_to_be_seen(facts.about); }

std::vector<sheet::Choice> ways(const Facts& facts, const Texts& texts)
{
    std::vector<sheet::Choice> ways;
    if (asks_the_day(facts)) ways.push_back({texts("health.day.set"), {}, ui::Icon::calendar});
    if (asks_about_damage(facts)) ways.push_back({texts("health.damage.seen"), {}, ui::Icon::check_circle});
    if (facts.about.server == about::Server::there)
        ways.push_back(
            {texts(facts.about.refused > 0 ? "health.send_again" : "about.send"), {}, ui::Icon::arrow_up});
    return ways;
}

} // namespace

sheet::View view(Page page, const Facts& facts, const Texts& texts)
{
    sheet::View view;
    if (page != Page::all) {
        const bool asks = page == Page::day;
        view.kind = sheet::Kind::ask;
        view.title = texts("health.day.title");
        view.told = asks ? texts("health.day.ask", {{"day", core::content::with_weekday(texts, facts.day)}})
                         : texts("health.day.wrong");
        view.icon = ui::Icon::calendar;
        view.ways = asks ? std::vector<sheet::Choice>{{texts("health.day.no")}, {texts("health.day.yes")}}
                         : std::vector<sheet::Choice>{{texts("members.done")}};
        return view;
    }
    const auto about = about::view(facts.about, texts, about::For::staff);
    view.kind = sheet::Kind::list;
    view.title = texts("health.title");
    view.corner = about.version;
    // What wants somebody stands first: it is seen at a glance.
    std::vector<sheet::Line> well;
    const auto put = [&](bool wants, std::string title, std::string told) {
        (wants ? view.lines : well).push_back({std::move(title), std::move(told)});
    };
    auto lines = about.lines;
    if (facts.about.damage) { // what happened, and then where the file is
        put(true, lines.front().title, lines.front().told);
        put(true, texts("health.damage"), texts("health.damage.kept", {{"file", facts.about.damage->kept}}));
        lines.erase(lines.begin());
    }
    if (about.names) {
        put(true, about.names->title, about.names->told);
        if (facts.about.names == about::Names::other_half)
            put(true, texts("health.names"), texts("health.names.other_half"));
        lines.erase(lines.begin());
    }
    if (facts.about.lost_name) {
        put(true, lines.front().title,
            lines.front().told + " " + texts("health.lost_name", {{"name", *facts.about.lost_name}}));
        lines.erase(lines.begin());
    }
    const bool doubted = facts.clock == Clock::doubted;
    put(doubted, texts("health.clock"),
        texts(doubted ? "health.clock.doubted" : "health.clock.trusted",
              {{"day", date_text(facts.day, texts)}}));
    if (facts.free_bytes)
        put(*facts.free_bytes < little_space, texts("health.disk"), disk_text(*facts.free_bytes, texts));
    put(!facts.left_out.empty(), texts("health.files"), left_out_text(facts.left_out, texts));
    if (facts.number.number && facts.about.centre) { // else there is no office
        const bool checked = facts.number.checked == office_number::Checked::yes;
        put(!checked, texts("office_number.title"),
            texts(checked ? "health.number.checked" : "health.number.unchecked"));
        auto& row = checked ? well.back() : view.lines.back();
        row.touchable = ui::Touchable::yes;
    }
    for (const auto& line : lines) view.lines.push_back({line.title, line.told});
    view.lines.insert(view.lines.end(), well.begin(), well.end());
    view.ways = ways(facts, texts);
    return view;
}

std::optional<std::size_t> number_row(const sheet::View& view)
{
    for (std::size_t i = 0; i < view.lines.size(); ++i)
        if (view.lines[i].touchable == ui::Touchable::yes) return i;
    return std::nullopt;
}

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const core::actions::Kiosk& kiosk,
               Hands hands)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, hands_{std::move(hands)}
{
    allowed();
}

bool Screen::allowed()
{
    const auto may =
        core::actions::allowed(*store_.begin(), kiosk_, *visit_.staff, core::people::Right::see_health);
    if (!may) refusal_text(visit_, may.error());
    return may.has_value();
}

void Screen::see_damage()
{
    if (allowed()) hands_.damage_seen();
}

bool Screen::opens_number(Page page, const sheet::Intent& intent, const sheet::View& view)
{
    const auto* choice = std::get_if<sheet::Choose>(&intent);
    return page == Page::all && choice != nullptr && number_row(view) == choice->which;
}

void Screen::touched(const sheet::Intent& intent, const Facts& facts)
{
    list_ = {};
    if (const auto* way = std::get_if<sheet::Way>(&intent)) {
        if (asks_the_day(facts) && way->which == 0)
            page_ = Page::day;
        else if (asks_about_damage(facts) && way->which == 0)
            see_damage();
        else if (facts.about.refused == 0 || allowed())
            hands_.send();
        return;
    }
    const auto* choice = std::get_if<sheet::Choose>(&intent);
    if (choice == nullptr) return;
    if (page_ == Page::day && choice->which == 0) {
        page_ = Page::no_day;
        return;
    }
    if (page_ == Page::day && allowed()) hands_.believe_the_clock();
    page_ = Page::all;
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto page = page_;
    const auto facts = hands_.facts();
    const auto shown = view(page_, facts, visit_.texts());
    const auto intent = sheet::draw(ui, shown, typed_, list_);
    const auto bar = draw_bar(ui, visit_);
    if (bar == BarTouch::back && page_ != Page::all) {
        page_ = Page::all;
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (intent && opens_number(page, *intent, shown))
        return ui::Open{doors_.office_number(NumberAfter::health)};
    if (intent) touched(*intent, facts);
    if (page_ != page) ui.screen_changed();
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::health
