// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>
#include <optional>

#include "kiosk/ui/inside.hpp"

namespace frikort::kiosk::ui {

namespace {

float pad_of(const Pen& pen) { return std::round(pen.px(pen.theme().big() ? 3.0F : 6.5F)); }

// How an answer is set: with everything; without its icon; with a pencil in place of the word; and, where
// there is no room for two kinds of line, without the question, which is then only spoken.
enum class AnswerShape { whole, no_icon, pencil, no_question };
struct AnswerPlan {
    bool icon = false;
    bool word = false;
    Rect words;
    std::vector<Line> question;
    std::vector<Line> answer;
    float height = 0;
    bool fits = false;
};

AnswerPlan plan(const Pen& pen, Rect rect, const Answer& answer, AnswerShape shape)
{
    const Rect inner = rect.inset(pad_of(pen), std::round(pen.px(1.0F)));
    AnswerPlan plan;
    plan.icon = shape == AnswerShape::whole && answer.icon != Icon::none;
    plan.word = shape <= AnswerShape::no_icon;
    plan.words = inner;
    if (plan.icon)
        plan.words = plan.words.without_left(pen.icon_px(IconSize::medium) + std::round(pen.px(4.5F)));
    const float pencil = pen.icon_px(IconSize::small);
    if (plan.word)
        plan.words =
            plan.words.without_right(pen.width(answer.change, Face::label) + std::round(pen.px(3.0F)));
    if (shape == AnswerShape::no_question)
        plan.words = plan.words.without_right(pencil);
    else
        plan.question = pen.flow(answer.question, Face::body, plan.words.w - (plan.word ? 0 : pencil));
    plan.answer = pen.flow(answer.answer, Face::title, plan.words.w);
    plan.height = pen.height(plan.question, Face::body) + pen.height(plan.answer, Face::title);
    plan.fits = plan.height <= inner.h + 1 && plan.question.size() <= 1 &&
                plan.answer.size() <= (plan.word ? 1U : 2U) && Pen::unbroken(plan.answer, answer.answer);
    return plan;
}

AnswerPlan best(const Pen& pen, Rect rect, const Answer& answer)
{
    for (const auto shape : {AnswerShape::whole, AnswerShape::no_icon, AnswerShape::pencil}) {
        AnswerPlan tried = plan(pen, rect, answer, shape);
        if (tried.fits) return tried;
    }
    return plan(pen, rect, answer, AnswerShape::no_question);
}

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

RowPlan plan(const Pen& pen, Rect rect, const Row& row, ValuePlace place)
{
    RowPlan plan;
    plan.place = place;
    plan.words = rect.inset(pad_of(pen), 0);
    if (row.icon != Icon::none)
        plan.words = plan.words.without_left(pen.icon_px(IconSize::medium) + std::round(pen.px(4.0F)));
    const float value_width =
        row.value.empty() ? 0 : pen.width(row.value, Face::title) + std::round(pen.px(4.0F));
    const float left = plan.words.w - value_width;
    plan.title = pen.flow(row.title, Face::label, place == ValuePlace::below ? plan.words.w : left);
    plan.detail = pen.flow(row.detail, Face::body, place == ValuePlace::beside ? left : plan.words.w);
    plan.value = pen.flow(row.value, Face::title, plan.words.w);
    plan.height = pen.height(plan.title, Face::label) + pen.height(plan.detail, Face::body);
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

bool Ui::answer(Rect rect, const Answer& answer)
{
    Pen pen{*this};
    rect = rect.snapped();
    Node node;
    node.role = Role::button;
    node.name = plain(answer.question) + ": " + plain(answer.answer);
    node.spoken = answer.spoken;
    if (node.spoken.empty()) node.spoken = node.name + ". " + std::string{answer.change} + "?";
    node.hit = rect;
    node.ground = pen.ground(rect);
    node.privacy = answer.privacy;
    const Coat coat = pen.coat_of(rect, Fill::outlined, pen.state_of(node));
    pen.coat(rect, coat, theme_.radius());
    node.bg = coat.bg;
    node.fg = coat.bg == theme_.colours().surface ? theme_.colours().ink : coat.fg;
    node.edge = coat.edge;

    const AnswerPlan plan = best(pen, rect, answer);
    const Rect inner = rect.inset(pad_of(pen), 0);
    const Rect place{plan.words.x, std::round(rect.centre().y - plan.height / 2), plan.words.w, plan.height};
    const float question_height = pen.height(plan.question, Face::body);
    if (plan.icon) {
        const float half = pen.icon_px(IconSize::medium) / 2;
        pen.icon(answer.icon, IconSize::medium, {inner.x + half, rect.centre().y}, coat.fg);
    }
    node.rect = rect;
    if (!plan.question.empty())
        node.rect = together(rect, pen.lines(plan.question, Face::body, Align::left, place, node.fg));
    node.rect = together(node.rect, pen.lines(plan.answer, Face::title, Align::left,
                                              place.without_top(question_height), node.fg));
    node.lines = Pen::texts(plan.question);
    for (auto& line : Pen::texts(plan.answer)) node.lines.push_back(std::move(line));
    if (plan.word) {
        const auto word = pen.flow(answer.change, Face::label, inner.w);
        const Rect ink = pen.centred(word, Face::label, Align::right, inner, coat.fg);
        const float under = std::round(rect.centre().y + pen.cap(Face::label) / 2 + px(0.9F));
        pen.box({ink.x, under, ink.w, std::max(2.0F, std::round(px(0.5F)))}, coat.fg, 0);
        node.lines.push_back(std::string{answer.change});
    } else {
        const float half = pen.icon_px(IconSize::small) / 2;
        const float beside = plan.question.empty() ? rect.centre().y : place.y + question_height / 2;
        pen.icon(Icon::edit, IconSize::small, {inner.right() - half, beside}, coat.fg);
    }
    node.clip = rect.meet(pen.clip());
    node.cap_px = pen.cap(Face::body);
    return pen.record(std::move(node));
}

float Ui::row_height(float width, const Row& row) const
{
    const Pen pen{*this};
    const float words = plan(pen, {0, 0, width, 0}, row).height + 2 * std::round(px(0.9F));
    const float least = row.touchable == Touchable::yes ? std::ceil(theme_.target()) : 0;
    return std::round(std::max({words, least, row.icon == Icon::none ? 0 : pen.icon_px(IconSize::medium)}));
}

bool Ui::row(Rect rect, const Row& row)
{
    Pen pen{*this};
    rect = rect.snapped();
    const Colours& c = theme_.colours();
    Node node;
    node.role = Role::list_item;
    node.name = plain(row.title);
    for (const auto part : {row.detail, row.value})
        if (!part.empty()) node.name.append(", ").append(plain(part));
    node.spoken = row.spoken;
    node.privacy = row.privacy;
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
        pen.icon(row.icon, IconSize::medium, {rect.x + pad_of(pen) + half, rect.centre().y}, node.fg);
    }
    const auto put = [&](const std::vector<Line>& lines, Face face, Align align, Rect where) {
        if (lines.empty()) return;
        node.rect =
            together(node.rect.empty() ? rect : node.rect, pen.lines(lines, face, align, where, node.fg));
        for (auto& line : Pen::texts(lines)) node.lines.push_back(std::move(line));
    };
    Rect place{plan.words.x, std::round(rect.centre().y - plan.height / 2), plan.words.w, plan.height};
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
