// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "kiosk/screens/amounts.hpp"
#include "kiosk/screens/learn/learn.hpp"

namespace frikort::kiosk::screens::learn {

using core::allowance::Allowance;
using core::content::Texts;

namespace {

std::optional<Allowance> newest_whole_year(const core::allowance::Allowances& allowances)
{
    const auto& all = allowances.all();
    const auto found = std::find_if(all.rbegin(), all.rend(), [](const Allowance& each) {
        return each.covers == Allowance::Covers::calendar_year;
    });
    return found == all.rend() ? std::nullopt : std::optional{*found};
}

void put(std::string& text, std::string_view name, const std::string& value)
{
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size())) {
        text.replace(at, name.size(), value);
        const auto after = at + value.size();
        const bool two_stops = value.ends_with('.') && after < text.size() && text[after] == '.';
        if (two_stops) text.erase(after, 1); // "kr." ends the sentence too
    }
}

std::optional<std::string> filled(std::string text, const std::optional<Allowance>& newest,
                                  const Texts& texts)
{
    if (text.find("{limit}") == std::string::npos && text.find("{year}") == std::string::npos) return text;
    if (!newest) return std::nullopt;
    put(text, "{year}", std::to_string(newest->year));
    put(text, "{limit}", amount_text(newest->limit, texts));
    return text;
}

} // namespace

MenuView menu(const std::vector<core::content::Page>& pages, const Texts& texts)
{
    MenuView view{texts("learn.title"), {}};
    for (const auto& page : pages) view.choices.push_back({page.title, page.detail, icon_of(page.icon)});
    view.choices.push_back({texts("limit.title"), texts("learn.limit.detail"), ui::Icon::info});
    return view;
}

View view(const core::content::Page& page, std::size_t step, const core::content::Links& links,
          const core::allowance::Allowances& allowances, const Texts& texts)
{
    const auto& now = page.steps.at(step);
    View view;
    view.title = page.title;
    view.corner =
        texts("log.step", {{"n", std::to_string(step + 1)}, {"of", std::to_string(page.steps.size())}});
    view.icon = icon_of(now.icon.empty() ? page.icon : now.icon);
    view.heading = now.heading;
    const auto newest = newest_whole_year(allowances);
    for (const auto& sentence : now.sentences)
        if (auto text = filled(sentence.text, newest, texts)) view.sentences.push_back(std::move(*text));
    if (const auto* link = links.find(now.link)) {
        view.qr = {link->address, link->title_in(texts.language()),
                   link->opened ? texts("learn.link.opened", {{"day", date_text(*link->opened, texts)}})
                                : texts("learn.link.not_opened")};
    }
    view.next = texts(step + 1 < page.steps.size() ? "action.next" : "learn.done");
    return view;
}

} // namespace frikort::kiosk::screens::learn
