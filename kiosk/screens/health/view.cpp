// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/health/health.hpp"

#include "core/content/dates.hpp"
#include "kiosk/screens/amounts.hpp"

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

std::string not_taken_text(const about::Facts& facts, const Texts& texts)
{
    if (facts.refused == 0) return texts.count("health.aside", static_cast<std::int64_t>(facts.aside));
    return texts.count("about.refused", static_cast<std::int64_t>(facts.refused)) + " " +
           texts("health.not_taken");
}

bool wants_to_be_seen(const about::Facts& facts)
{
    const bool names = facts.names == about::Names::other_half || facts.names == about::Names::own_half;
    return facts.damage || names;
}

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

bool asks_the_day(const Facts& facts) { return facts.clock == Clock::doubted; }
bool asks_about_damage(const Facts& facts) { return !asks_the_day(facts) && wants_to_be_seen(facts.about); }

View view(Page page, const Facts& facts, const Texts& texts)
{
    View view;
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
    std::vector<std::pair<sheet::Line, Leads>> first, well;
    const auto put = [&](bool wants, std::string title, std::string told, Leads leads = Leads::nowhere) {
        const auto touchable = leads == Leads::nowhere ? ui::Touchable::no : ui::Touchable::yes;
        (wants ? first : well).push_back({{std::move(title), std::move(told), {}, touchable}, leads});
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
    if (facts.about.refused > 0 || facts.about.aside > 0)
        put(facts.about.refused > 0, texts("not_taken.title"), not_taken_text(facts.about, texts),
            Leads::not_taken);
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
            texts(checked ? "health.number.checked" : "health.number.unchecked"), Leads::number);
    }
    for (const auto& line : lines) first.push_back({{line.title, line.told}, Leads::nowhere});
    first.insert(first.end(), well.begin(), well.end());
    for (auto& [line, leads] : first) {
        view.lines.push_back(std::move(line));
        view.leads.push_back(leads);
    }
    view.ways = ways(facts, texts);
    return view;
}

} // namespace frikort::kiosk::screens::health
