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

std::optional<std::string> filled(std::string text, const std::optional<Allowance>& newest,
                                  const Texts& texts)
{
    if (text.find("{limit}") == std::string::npos && text.find("{year}") == std::string::npos) return text;
    if (!newest) return std::nullopt;
    put_in(text, "{year}", std::to_string(newest->year));
    put_in(text, "{limit}", amount_text(newest->limit, texts));
    return text;
}

} // namespace

MenuView menu(const std::vector<core::content::Page>& pages, const Guides& guides, const Texts& texts)
{
    MenuView view{texts("learn.title"), {}};
    const auto add = [&](const core::content::Page& page, Leads leads) {
        view.choices.push_back({page.title, page.detail, icon_of(page.icon), leads, page.id});
    };
    const auto how =
        std::find_if(pages.begin(), pages.end(), [](const auto& each) { return each.id == "get"; });
    for (auto page = pages.begin(); page != pages.end(); ++page) {
        add(*page, Leads::page);
        if (page == how && guides.five) add(*guides.five, Leads::five);
    }
    if (how == pages.end() && guides.five) add(*guides.five, Leads::five);
    if (guides.pay) add(*guides.pay, Leads::pay);
    view.choices.push_back({texts("limit.title"), texts("learn.limit.detail"), ui::Icon::info, Leads::limit});
    return view;
}

Thought thought_of(const core::content::PageStep& step, const core::content::Links& links, const Texts& texts)
{
    Thought thought{.icon = icon_of(step.icon), .heading = step.heading};
    for (const auto& sentence : step.sentences) thought.sentences.push_back(sentence.text);
    if (const auto* link = links.find(step.link))
        thought.qr = {link->address, link->title_in(texts.language()),
                      link->opened ? texts("learn.link.opened", {{"day", date_text(*link->opened, texts)}})
                                   : texts("learn.link.not_opened")};
    return thought;
}

View view(const core::content::Page& page, std::size_t step, const core::content::Links& links,
          const core::content::Notes& notes, const core::allowance::Allowances& allowances,
          const Texts& texts)
{
    const auto& now = page.steps.at(step);
    View view;
    view.title = page.title;
    view.corner =
        texts("log.step", {{"n", std::to_string(step + 1)}, {"of", std::to_string(page.steps.size())}});
    view.thought = thought_of(now, links, texts);
    if (now.icon.empty()) view.thought.icon = icon_of(page.icon);
    view.thought.sentences.clear();
    const auto newest = newest_whole_year(allowances);
    for (const auto& sentence : now.sentences)
        if (auto text = filled(sentence.text, newest, texts))
            view.thought.sentences.push_back(std::move(*text));
    if (const auto note = notes.find(now.note); note != notes.end())
        view.thought.qr = {note->second, texts("learn.note"), {}};
    view.next = texts(step + 1 < page.steps.size() ? "action.next" : "learn.done");
    return view;
}

} // namespace frikort::kiosk::screens::learn
