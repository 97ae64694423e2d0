// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/about/about.hpp"

#include "core/content/dates.hpp"

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
    case Trouble::frozen:
        return "about.now.frozen";
    case Trouble::too_old:
        return "about.now.too_old";
    case Trouble::disk_failed:
        return "about.now.disk_failed";
    }
    return "about.now.well";
}

// What a person must see to; the rest mends itself.
bool wants_somebody(Trouble trouble)
{
    return trouble == Trouble::turned_away || trouble == Trouble::frozen || trouble == Trouble::too_old ||
           trouble == Trouble::disk_failed;
}

std::string trouble_told(Trouble trouble, const Texts& texts, For reader)
{
    std::string told = texts(key_of(trouble));
    if (!wants_somebody(trouble)) return told;
    return told + " " + texts(reader == For::staff ? "health.tell" : "about.tell");
}

std::string now_told(const Facts& facts, const Texts& texts, For reader)
{
    if (facts.trouble == Trouble::disk_failed) return trouble_told(*facts.trouble, texts, reader);
    if (facts.server == Server::none) return texts("about.now.alone");
    if (!facts.centre) return texts("about.now.not_set_up");
    return facts.trouble ? trouble_told(*facts.trouble, texts, reader) : texts("about.now.well");
}

std::string sent_told(const Facts& facts, const Texts& texts, For reader)
{
    const auto count = [&](const char* key, std::uint64_t n) {
        return texts.count(key, static_cast<std::int64_t>(n));
    };
    const bool not_all = facts.refused > 0 || facts.aside > 0;
    const auto waiting = facts.waiting > 0 ? count("about.waiting", facts.waiting) : std::string{};
    if (!not_all) return waiting.empty() ? texts("about.all_sent") : waiting;
    // Staff have a row of their own for what was refused.
    if (reader == For::staff) return waiting.empty() ? texts("health.rest_sent") : waiting;
    const auto refused = facts.refused > 0
                             ? count("about.refused", facts.refused) + " " + texts("about.tell")
                             : count("about.refused", facts.aside) + " " + texts("about.refused.seen");
    return waiting.empty() ? refused : waiting + " " + refused;
}

std::string contact_told(const Facts& facts, const Texts& texts)
{
    if (!facts.last_contact) return texts("about.contact.none");
    return facts.today ? core::content::near_day(texts, *facts.last_contact, *facts.today)
                       : core::content::written_out(texts, *facts.last_contact);
}

std::string missing_told(const Damage& damage, const Texts& texts, For reader)
{
    auto told = texts.count(damage.asked ? "about.missing" : "about.missing.maybe",
                            static_cast<std::int64_t>(damage.missing), {{"which", damage.numbers}});
    if (damage.asked) told += " " + texts(reader == For::staff ? "health.missing" : "about.tell");
    return told;
}

View::Line damage_line(const Facts& facts, const Texts& texts, For reader)
{
    const auto& damage = *facts.damage;
    const auto title = texts("about.damage");
    if (damage.missing == 0) {
        const bool wait = !damage.asked && facts.server == Server::there;
        return {title, texts(wait ? "about.damage.fetching" : "about.damage.well")};
    }
    auto told = missing_told(damage, texts, reader);
    if (!damage.asked && facts.server == Server::there) told += " " + texts("about.damage.fetching");
    return {title, told};
}

std::optional<View::Line> names_line(Names names, const Texts& texts)
{
    switch (names) {
    case Names::open:
        return std::nullopt;
    case Names::not_yet:
        return View::Line{texts("about.names"), texts("open.not_yet.told")};
    case Names::other_half:
        return View::Line{texts("about.names"), texts("about.names.lost")};
    case Names::own_half:
        return View::Line{texts("about.names"),
                          texts("about.names.lost") + " " + texts("about.names.set_up")};
    }
    return std::nullopt;
}

} // namespace

View view(const Facts& facts, const Texts& texts, For reader)
{
    View view;
    view.title = texts("about.title");
    view.version = texts("about.version", {{"version", facts.version}});
    const bool alone = facts.server == Server::none;
    if (facts.damage) view.lines.push_back(damage_line(facts, texts, reader));
    view.names = names_line(facts.names, texts);
    if (view.names) view.lines.push_back(*view.names);
    if (facts.lost_name) view.lines.push_back({texts("about.lost_name"), texts("about.lost_name.told")});
    view.lines.push_back({facts.centre.value_or(texts("about.centre.none")),
                          alone ? "" : texts("about.contact", {{"when", contact_told(facts, texts)}})});
    view.lines.push_back({texts("about.now"), now_told(facts, texts, reader)});
    if (alone) return view;
    view.lines.push_back({texts("about.sent"), sent_told(facts, texts, reader)});
    view.send = texts("about.send");
    return view;
}

std::optional<Send> draw(ui::Ui& ui, ui::ListState& state, const View& view)
{
    std::optional<Send> send;
    const auto body = widgets::page_top(ui, view.title, view.version);
    const bool big = ui.theme().big();
    const bool may_send = !view.send.empty();
    const ui::Button button{.label = view.send, .icon = ui::Icon::arrow_up, .fill = ui::Fill::filled};
    const float below = ui.theme().target() + ui.layout().key_gap;
    std::vector<ui::Row> rows;
    for (const auto& line : view.lines) rows.push_back({.title = line.title, .detail = line.told});
    // In big mode the button is the last item.
    ui.list(may_send && !big ? body.without_bottom(below) : body, state,
            {.count = rows.size() + (may_send && big ? 1 : 0),
             .gap = ui.theme().least_gap(),
             .height =
                 [&](std::size_t item, float width) {
                     return item < rows.size() ? ui.row_height(width, rows[item]) : ui.theme().target();
                 },
             .draw =
                 [&](std::size_t item, ui::Rect place) {
                     if (item < rows.size())
                         ui.row(place, rows[item]);
                     else if (ui.button(place, button))
                         send = Send{};
                 }});
    if (may_send && !big &&
        ui.button(body.bottom_part(ui.theme().target()).columns(2, ui.layout().gap)[1], button))
        send = Send{};
    return send;
}

ui::Move Screen::frame(ui::Ui& ui)
{
    if (draw(ui, list_, view(facts_(), visit_.texts()))) send_();
    if (const auto move = bar_move(draw_bar(ui, visit_), doors_.display())) return *move;
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::about
