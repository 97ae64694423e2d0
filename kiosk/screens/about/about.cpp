// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/about/about.hpp"

#include "core/content/dates.hpp"
#include "kiosk/screens/amounts.hpp"

namespace frikort::kiosk::screens::about {

using core::content::Texts;

namespace {

const char* key_of(Trouble trouble)
{
    switch (trouble) {
    case Trouble::no_server:
        return "about.now.no_server";
    case Trouble::not_our_server:
        return "about.now.not_our_server";
    case Trouble::server_busy:
        return "about.now.server_busy";
    case Trouble::turned_away:
        return "about.now.turned_away";
    case Trouble::too_old:
        return "about.now.too_old";
    case Trouble::disk_failed:
        return "about.now.disk_failed";
    }
    return "about.now.well";
}

std::string now_told(const Facts& facts, const Texts& texts)
{
    if (facts.trouble == Trouble::disk_failed) return texts(key_of(*facts.trouble));
    if (facts.server == Server::none) return texts("about.now.alone");
    if (!facts.centre) return texts("about.now.not_set_up");
    return texts(facts.trouble ? key_of(*facts.trouble) : "about.now.well");
}

std::string sent_told(const Facts& facts, const Texts& texts)
{
    const auto count = [&](const char* key, std::uint64_t n) {
        return texts.count(key, static_cast<std::int64_t>(n));
    };
    auto told = facts.waiting > 0   ? count("about.waiting", facts.waiting)
                : facts.refused > 0 ? std::string{}
                                    : texts("about.all_sent");
    if (facts.refused > 0) told += (told.empty() ? "" : " ") + count("about.refused", facts.refused);
    return told;
}

std::string contact_told(const Facts& facts, const Texts& texts)
{
    if (!facts.last_contact) return texts("about.contact.none");
    return capitalised(facts.today ? core::content::near_day(texts, *facts.last_contact, *facts.today)
                                   : core::content::written_out(texts, *facts.last_contact));
}

} // namespace

View view(const Facts& facts, const Texts& texts)
{
    View view;
    view.title = texts("about.title");
    view.lines.push_back({facts.centre.value_or(texts("about.centre.none")),
                          texts("about.version", {{"version", facts.version}})});
    view.lines.push_back({texts("about.now"), now_told(facts, texts)});
    if (facts.server == Server::there) {
        view.lines.push_back({texts("about.sent"), sent_told(facts, texts)});
        view.lines.push_back({texts("about.contact"), contact_told(facts, texts)});
    }
    return view;
}

void draw(ui::Ui& ui, ui::ListState& state, const View& view)
{
    const auto body = widgets::page_top(ui, view.title);
    std::vector<ui::Row> rows;
    for (const auto& line : view.lines) rows.push_back({.title = line.title, .detail = line.told});
    ui.list(body, state,
            {.count = rows.size(),
             .gap = ui.theme().least_gap(),
             .height = [&](std::size_t item, float width) { return ui.row_height(width, rows[item]); },
             .draw = [&](std::size_t item, ui::Rect place) { ui.row(place, rows[item]); }});
}

ui::Move Screen::frame(ui::Ui& ui)
{
    draw(ui, list_, view(facts_(), visit_.texts()));
    if (const auto move = bar_move(draw_bar(ui, visit_), doors_.display())) return *move;
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::about
