// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>

#include "kiosk/ui/inside.hpp"

namespace frikort::kiosk::ui {

namespace {

// Where the value of a row stands: in the middle at the right, at the right of the title, or below
// everything.
enum class ValuePlace { beside, with_title, below };
struct RowPlan {
    ValuePlace place = ValuePlace::beside;
    Rect words;
    std::vector<Line> title;
    std::vector<Line> detail;
    std::vector<Line> value;
    float height = 0;
};

// Between the parts of what a row says: behind a sentence nothing but a blank, before one a full stop.
std::string_view joint(std::string_view before, std::string_view after)
{
    const auto ends = [](std::string_view words) {
        return !words.empty() && std::string_view{".!?"}.find(words.back()) != std::string_view::npos;
    };
    if (ends(before)) return " ";
    return ends(after) && !after.ends_with("kr.") ? ". " : ", ";
}

RowPlan plan(const Pen& pen, Rect rect, const Row& row, ValuePlace place)
{
    RowPlan plan;
    plan.place = place;
    plan.words = rect.inset(pen.card_pad(), 0);
    if (row.icon != Icon::none)
        plan.words = plan.words.without_left(pen.icon_px(IconSize::medium) + std::round(pen.px(4.0F)));
    const float value_width =
        row.value.empty() ? 0 : pen.width(row.value, Face::title) + std::round(pen.px(4.0F));
    const float left = plan.words.w - value_width;
    plan.title = pen.flow(row.title, Face::label, place == ValuePlace::below ? plan.words.w : left);
    plan.detail = pen.flow(row.detail, Face::body, place == ValuePlace::beside ? left : plan.words.w);
    plan.value = pen.flow(row.value, Face::title, plan.words.w);
    plan.height = pen.height(plan.title, Face::label) + pen.height(plan.detail, Face::body);
    if (place == ValuePlace::with_title)
        plan.height += pen.theme().line(Face::title) - pen.theme().line(Face::label);
    if (place == ValuePlace::below) plan.height += pen.height(plan.value, Face::title);
    return plan;
}

RowPlan plan(const Pen& pen, Rect rect, const Row& row)
{
    RowPlan best = plan(pen, rect, row, ValuePlace::beside);
    for (const auto place : {ValuePlace::with_title, ValuePlace::below}) {
        RowPlan tried = plan(pen, rect, row, place);
        if (tried.height < best.height) best = std::move(tried);
    }
    return best;
}

} // namespace

float Ui::row_height(float width, const Row& row) const
{
    const Pen pen{*this};
    const RowPlan plan = ui::plan(pen, {0, 0, width, 0}, row);
    const bool tall = plan.title.size() + plan.detail.size() > 2;
    const float words = plan.height + 2 * std::round(px(tall ? 1.3F : 0.9F));
    const float least = row.touchable == Touchable::yes ? theme_.target() : 0;
    return std::round(std::max({words, least, row.icon == Icon::none ? 0 : pen.icon_px(IconSize::medium)}));
}

bool Ui::row(Rect rect, const Row& row)
{
    Pen pen{*this};
    rect = rect.snapped();
    const Colours& c = theme_.colours();
    Node node;
    node.role = Role::list_item;
    const auto and_then = [](std::string said, std::string_view part) {
        return part.empty() ? said : said.append(joint(said, part)).append(plain(part));
    };
    const auto words = and_then(plain(row.title), row.detail);
    node.name = and_then(words, row.value);
    node.spoken = row.spoken;
    node.privacy = row.privacy;
    node.discreet = words;
    if (!row.value.empty()) node.discreet.append(joint(words, ".")).append(words_.private_number);
    node.bg = c.surface;
    Colour control = c.control;
    if (row.touchable == Touchable::yes) {
        node.hit = rect;
        node.ground = pen.ground(rect);
        const Coat coat = pen.coat_of(rect, Fill::outlined, pen.state_of(node));
        pen.coat(rect, coat, theme_.radius());
        node.bg = coat.bg;
        node.edge = coat.edge;
        control = coat.fg;
    } else {
        pen.box(rect, c.surface, theme_.radius());
        pen.stand_on(rect, c.surface);
    }
    node.fg = node.bg == c.surface ? c.ink : control;

    const RowPlan plan = ui::plan(pen, rect, row);
    if (row.icon != Icon::none) {
        const float half = pen.icon_px(IconSize::medium) / 2;
        pen.icon(row.icon, IconSize::medium, {rect.x + pen.card_pad() + half, rect.centre().y}, node.fg);
    }
    const auto put = [&](const std::vector<Line>& lines, Face face, Align align, Rect where) {
        if (lines.empty()) return;
        node.rect =
            together(node.rect.empty() ? rect : node.rect, pen.lines(lines, face, align, where, node.fg));
        for (auto& line : Pen::texts(lines)) node.lines.push_back(std::move(line));
    };
    // Capitals stand higher in their line than what hangs below it: so the eye finds the middle.
    const float lift = plan.title.size() + plan.detail.size() > 1 ? std::round(px(0.5F)) : 0;
    Rect place{plan.words.x, std::round(rect.centre().y - plan.height / 2) - lift, plan.words.w, plan.height};
    if (plan.place == ValuePlace::with_title) // the value's letters are the taller ones
        place = place.without_top(std::ceil((theme_.line(Face::title) - theme_.line(Face::label)) / 2));
    put(plan.title, Face::label, Align::left, place);
    const float value_height = pen.height(plan.value, Face::title);
    const float first_line = std::round(place.y + (theme_.line(Face::label) - theme_.line(Face::title)) / 2);
    place = place.without_top(pen.height(plan.title, Face::label));
    put(plan.detail, Face::body, Align::left, place);
    place = place.without_top(pen.height(plan.detail, Face::body));
    if (plan.place == ValuePlace::beside) place.y = std::round(rect.centre().y - value_height / 2);
    if (plan.place == ValuePlace::with_title) place.y = first_line;
    put(plan.value, Face::title, plan.place == ValuePlace::below ? Align::left : Align::right, place);
    node.clip = rect.meet(pen.clip());
    node.cap_px = pen.cap(Face::body);
    return pen.record(std::move(node));
}

} // namespace frikort::kiosk::ui
