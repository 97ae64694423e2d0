// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/overview/overview.hpp"

#include <cmath>

#include "core/content/dates.hpp"
#include "kiosk/screens/amounts.hpp"

namespace frikort::kiosk::screens::overview {

using core::allowance::Allowance;
using core::content::Texts;
using core::money::Money;

namespace {

std::string year_text(int year) { return std::to_string(year); }

// The texts of one length.
struct Keys {
    const char *said, *left, *over, *limit, *unknown, *before, *see, *own;
};
constexpr Keys full{"overview.said",    "overview.left",           "overview.over",        "overview.limit",
                    "overview.unknown", "overview.unknown.before", "overview.unknown.see", "overview.own"};
// Without `see`: `own` says where to look.
constexpr Keys brief{"overview.brief.said",
                     "overview.brief.left",
                     "overview.brief.over",
                     "overview.brief.limit",
                     "overview.brief.unknown",
                     "overview.brief.unknown.before",
                     nullptr,
                     "overview.brief.own"};

// The lines under the sum. What is left is only told where the year has one limit: two limits in a year
// (2023) say nothing sure about the sum of it, so they are shown side by side instead.
std::string limit_lines(const core::notebook::Year& year, const std::vector<Allowance>& limits,
                        const std::optional<Allowance>& before, bool shown, const Keys& keys,
                        const Texts& texts)
{
    const auto told = [&](const char* key, const Allowance& limit) {
        return texts(key, {{"year", year_text(limit.year)}, {"limit", amount_text(limit.limit, texts)}});
    };
    if (limits.empty()) {
        auto lines = texts(keys.unknown, {{"year", year_text(year.year)}});
        if (before) lines += "\n" + told(keys.before, *before);
        return keys.see ? lines + "\n" + texts(keys.see) : lines;
    }
    if (limits.size() > 1) {
        std::string lines;
        for (const auto& limit : limits)
            lines += texts("overview.limit.period", {{"from", day_and_month(limit.from, texts)},
                                                     {"until", day_and_month(limit.until, texts)},
                                                     {"limit", amount_text(limit.limit, texts)}}) +
                     "\n";
        lines.pop_back();
        return lines;
    }
    const auto limit = told(keys.limit, limits.front());
    if (!shown) return limit;
    const Money left = year.left(limits.front().limit);
    if (left < Money{})
        return texts(keys.over, {{"over", amount_text(left.magnitude(), texts)}}) + "\n" + limit;
    return texts(keys.left, {{"left", amount_text(left, texts)}}) + "\n" + limit;
}

} // namespace

std::string lost_text(const core::actions::Missing& missing, const Texts& texts)
{
    if (missing.surely > 0) return texts.count("overview.lost", static_cast<std::int64_t>(missing.surely));
    return missing.perhaps ? texts("overview.lost.perhaps") : std::string{};
}

View view(const core::notebook::Year& year, const std::vector<Allowance>& limits,
          const std::optional<Allowance>& before, bool shown, std::size_t unread, bool answered,
          const Texts& texts)
{
    View view;
    view.title = texts("overview.title", {{"year", year_text(year.year)}});
    view.shown = shown;
    view.covered = texts("overview.covered");
    view.show = texts("overview.show");
    view.hide = texts("overview.hide");
    const auto words = [&](const Keys& keys) {
        return View::Words{texts(keys.said), limit_lines(year, limits, before, shown, keys, texts),
                           texts(keys.own)};
    };
    view.words = words(full);
    view.brief = words(brief);
    if (unread > 0) view.news = texts.count("overview.unread", static_cast<std::int64_t>(unread));
    view.all = texts("overview.all");
    view.about = texts("overview.about");
    view.log = texts("overview.log");
    view.own_book = texts("own.title");
    view.answered = answered;
    view.help = texts(answered ? "messages.answered" : "help.title");
    if (!shown) return view;
    view.sum = amount_text(year.sum, texts);
    if (limits.size() == 1) {
        view.share = static_cast<float>(static_cast<double>(year.sum.in_ore()) /
                                        static_cast<double>(limits.front().limit.in_ore()));
        view.share_told = texts("overview.share");
        const auto percent = std::lround(static_cast<double>(*view.share) * 100);
        view.share_spoken = texts("overview.share.spoken", {{"n", std::to_string(percent)}});
    }
    return view;
}

} // namespace frikort::kiosk::screens::overview
