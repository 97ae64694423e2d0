// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>
#include <optional>

#include "kiosk/ui/inside.hpp"

namespace frikort::kiosk::ui {

namespace {

struct AnswerPlan {
    AnswerShape shape = AnswerShape::whole;
    bool icon = false;
    bool word = false;
    Rect words;
    std::vector<Line> question;
    std::vector<Line> answer;
    float height = 0;
    bool fits = false;
};

AnswerPlan plan(const Pen& pen, Rect rect, const Answer& answer, std::string_view words, AnswerShape shape)
{
    const Rect inner = rect.inset(pen.card_pad(), std::round(pen.px(1.0F)));
    AnswerPlan plan;
    plan.shape = shape;
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
    plan.answer = pen.flow(words, Face::title, plan.words.w);
    plan.height = pen.height(plan.question, Face::body) + pen.height(plan.answer, Face::title);
    plan.fits = plan.height <= inner.h + 1 && plan.question.size() <= 1 &&
                plan.answer.size() <= (plan.word ? 1U : 2U) && Pen::unbroken(plan.answer, words);
    return plan;
}

AnswerPlan best(const Pen& pen, Rect rect, const Answer& answer)
{
    for (const auto words : {answer.answer, answer.brief}) {
        if (words.empty()) continue;
        for (const auto shape : {AnswerShape::whole, AnswerShape::no_icon, AnswerShape::pencil}) {
            if (shape < answer.shape) continue;
            AnswerPlan tried = plan(pen, rect, answer, words, shape);
            if (tried.fits) return tried;
        }
    }
    return plan(pen, rect, answer, answer.answer, AnswerShape::no_question);
}

} // namespace

AnswerShape Ui::answer_shape(Rect rect, const Answer& answer) const
{
    return best(Pen{*this}, rect.snapped(), answer).shape;
}

bool Ui::answer(Rect rect, const Answer& answer)
{
    Pen pen{*this};
    rect = rect.snapped();
    Node node;
    node.role = Role::button;
    node.name = plain(answer.question) + ": " + plain(answer.answer);
    node.spoken = answer.spoken;
    const auto ask = [&](const std::string& said) {
        return said + (said.ends_with('.') ? " " : ". ") + std::string{answer.change} + "?";
    };
    if (node.spoken.empty()) node.spoken = ask(node.name);
    node.hit = rect;
    node.ground = pen.ground(rect);
    node.privacy = answer.privacy;
    node.discreet = ask(plain(answer.question) + ": " + words_.private_number);
    const Coat coat = pen.coat_of(rect, Fill::outlined, pen.state_of(node));
    pen.coat(rect, coat, theme_.radius());
    node.bg = coat.bg;
    node.fg = coat.bg == theme_.colours().surface ? theme_.colours().ink : coat.fg;
    node.edge = coat.edge;

    const AnswerPlan plan = best(pen, rect, answer);
    const Rect inner = rect.inset(pen.card_pad(), 0);
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

} // namespace frikort::kiosk::ui
