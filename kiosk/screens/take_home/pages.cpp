// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/content/dates.hpp"
#include "kiosk/screens/amounts.hpp"
#include "kiosk/screens/take_home/take_home.hpp"
#include "kiosk/ui/text_flow.hpp"

namespace frikort::kiosk::screens::take_home {

using core::allowance::Allowance;
using core::content::Texts;
using core::notebook::Year;
using Lines = std::vector<std::string>;

namespace {

constexpr std::size_t longest_what = 150; // bytes, so that day, amount and heading have room beside it

// Phones show the signs that keep words together in many ways: plain blanks here.
std::string plain(std::string text)
{
    const std::string_view kept{ui::no_break};
    for (auto at = text.find(kept); at != std::string::npos; at = text.find(kept, at + 1))
        text.replace(at, kept.size(), " ");
    return text;
}

// At most so many bytes, whole characters: a place of sixty signs that are no letters can be that long.
std::string cut(std::string text, std::size_t room)
{
    while (text.size() > room) {
        while (text.size() > 1 && (static_cast<unsigned char>(text.back()) & 0xc0U) == 0x80U) text.pop_back();
        text.pop_back();
    }
    return text;
}

std::string limit_line(const Allowance& limit, const Texts& texts)
{
    return texts("take.limit.period", {{"from", day_and_month(limit.from, texts)},
                                       {"until", day_and_month(limit.until, texts)},
                                       {"year", std::to_string(limit.year)},
                                       {"limit", amount_text(limit.limit, texts)}});
}

Lines limit_lines(int year, const std::vector<Allowance>& limits, const Texts& texts)
{
    if (limits.empty()) return {texts("overview.unknown", {{"year", std::to_string(year)}})};
    Lines lines;
    for (const auto& limit : limits)
        lines.push_back(limits.size() > 1
                            ? limit_line(limit, texts)
                            : texts("take.limit", {{"year", std::to_string(year)},
                                                   {"limit", amount_text(limit.limit, texts)}}));
    lines.push_back(texts("take.source", {{"source", limits.front().source().text}}));
    return lines;
}

Lines month_lines(const Year& year, const Texts& texts)
{
    Lines lines;
    for (int month = 1; month <= 12; ++month) {
        const auto sum = year.months[static_cast<std::size_t>(month - 1)];
        if (sum == core::money::Money{}) continue;
        lines.push_back(texts(
            "take.line", {{"what", core::content::month(texts, month)}, {"sum", amount_text(sum, texts)}}));
    }
    return lines;
}

Lines entry_lines(const Year& year, const Texts& texts)
{
    Lines lines;
    const auto most = std::min(year.entries.size(), most_entries);
    for (std::size_t i = 0; i < most; ++i) {
        const auto& now = year.entries[i].now;
        auto what = day_and_month(now.paid, texts);
        if (now.place) what += ", " + cut(*now.place, longest_what);
        lines.push_back(
            texts("take.line", {{"what", std::move(what)}, {"sum", amount_text(now.amount, texts)}}));
    }
    if (year.entries.size() > most) lines.push_back(texts("take.more"));
    return lines;
}

// Lines under a heading, on as many pages as they need.
void add(std::vector<std::string>& pages, const std::string& heading, const Lines& lines)
{
    bool begun = false;
    for (const auto& line : lines) {
        auto with = std::string{"\n"};
        with += plain(line);
        if (!begun || pages.back().size() + with.size() > largest_page) pages.push_back(heading);
        begun = true;
        pages.back() += with;
    }
}

} // namespace

std::vector<std::string> pages(const Year& year, const std::vector<Allowance>& limits, std::size_t unread,
                               const Texts& texts)
{
    const auto heading = plain(texts("take.heading", {{"year", std::to_string(year.year)}}));
    Lines first{texts("take.not_real"), texts("take.sum", {{"sum", amount_text(year.sum, texts)}})};
    if (unread > 0) first.push_back(texts.count("take.unread", static_cast<std::int64_t>(unread)));
    for (auto& line : limit_lines(year.year, limits, texts)) first.push_back(std::move(line));
    std::vector<std::string> pages;
    add(pages, heading, first);
    add(pages, heading, month_lines(year, texts));
    add(pages, heading, entry_lines(year, texts));
    return pages;
}

} // namespace frikort::kiosk::screens::take_home
