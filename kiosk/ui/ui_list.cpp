// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>

#include "kiosk/ui/inside.hpp"

namespace frikort::kiosk::ui {

namespace {

enum class FillOut : bool { no, yes };

struct Placed {
    std::size_t item;
    Rect rect;
};

// Which items stand where, and whether there is more than fits.
struct View {
    std::vector<Placed> placed;
    Rect items;
    bool overflows = false;
    bool at_end = true;
    std::size_t next = 0; // where "more" leads to
};

// Asks no more items for their height than there is room for: there may be thousands.
bool all_fit(const Items& items, const Rect& rect)
{
    float height = 0;
    for (std::size_t i = 0; i < items.count; ++i) {
        height += items.height(i, rect.w) + (i == 0 ? 0 : items.gap);
        if (height > rect.h + 0.5F) return false;
    }
    return true;
}

View look_at(Rect rect, std::size_t first, const Items& items, float column, float column_gap)
{
    View view;
    view.items = rect;
    view.overflows = !all_fit(items, rect);
    if (view.overflows)
        view.items = rect.without_right(column + column_gap);
    else
        first = 0;

    float y = rect.y;
    std::size_t i = first;
    for (; i < items.count; ++i) {
        const float height = items.height(i, view.items.w);
        // At least one is shown, even one that is taller than the view.
        if (i > first && y + height > rect.bottom() + 0.5F) break;
        view.placed.push_back({i, {view.items.x, y, view.items.w, height}});
        y += height + items.gap;
    }
    view.at_end = i >= items.count;
    // The last one seen is the first one next time, so that nobody loses the thread.
    view.next = std::max(first + 1, i == 0 ? 0 : i - 1);
    return view;
}

// The first item of the last page: from there on everything fits.
std::size_t last_page(const View& view, const Items& items)
{
    float height = -items.gap;
    std::size_t first = items.count;
    while (first > 0) {
        height += items.height(first - 1, view.items.w) + items.gap;
        if (height > view.items.h + 0.5F) break;
        --first;
    }
    return std::min(first, items.count - 1);
}

// Items grow a little, so that they end where everything else on the screens ends.
void fill_out(View& view)
{
    if (!view.overflows || view.placed.empty()) return;
    const float spare = view.items.bottom() - view.placed.back().rect.bottom();
    const float each = std::floor(spare / static_cast<float>(view.placed.size()));
    if (each <= 0 || each > view.placed.front().rect.h / 2) return;
    float lower = 0;
    for (Placed& item : view.placed) {
        item.rect = {item.rect.x, item.rect.y + lower, item.rect.w, item.rect.h + each};
        lower += each;
    }
}

// Where the view begins so that the item is seen: at its top for those who come from above, else at its end.
std::size_t begin_for(Rect rect, const Reveal& wanted, const Items& items, float column, float column_gap)
{
    const std::size_t item = std::min(wanted.item, items.count - 1);
    if (wanted.coming == Direction::forward) return item;
    for (std::size_t candidate = 0; candidate < item; ++candidate)
        if (look_at(rect, candidate, items, column, column_gap).placed.back().item >= item) return candidate;
    return item;
}

// The first item of the page before the one that begins with `first`: the earliest that leads on to it. The
// later a page begins the later it leads, so looking back can stop at the first that does not.
std::size_t before(Rect rect, std::size_t first, const Items& items, float column, float column_gap)
{
    std::size_t earliest = first > 0 ? first - 1 : 0;
    while (earliest > 0 && look_at(rect, earliest - 1, items, column, column_gap).next >= first) --earliest;
    return earliest;
}

template <class Draw>
void pages(Ui& ui, Pen& pen, Rect rect, ListState& state, const Items& items, FillOut fill, Draw draw)
{
    UiInside& in = pen.inside();
    const std::size_t list = in.lists++;
    const auto& swipe = in.swipe;
    const float icon_above = pen.width(ui.words().more, Face::label) + 2 * std::round(pen.px(2.6F));
    const float column = std::round(std::max(ui.theme().target(), icon_above));
    const float gap = ui.layout().gap;
    if (state.first >= items.count) state.first = 0;
    View view = look_at(rect, state.first, items, column, gap);
    if (!view.overflows) state.first = 0;

    if (swipe && rect.contains(swipe->from) && view.overflows) {
        if (swipe->up > 0 && !view.at_end) state.first = view.next;
        if (swipe->up < 0) state.first = before(rect, state.first, items, column, gap);
        view = look_at(rect, state.first, items, column, gap);
    }
    if (in.reveal && in.reveal->list == list && view.overflows) {
        const std::size_t item = in.reveal->item;
        const bool seen = item >= view.placed.front().item && item <= view.placed.back().item;
        if (!seen) state.first = begin_for(rect, *in.reveal, items, column, gap);
        view = look_at(rect, state.first, items, column, gap);
    }
    if (view.overflows && state.first > 0) {
        state.first = std::min(state.first, last_page(view, items));
        view = look_at(rect, state.first, items, column, gap);
    }
    if (fill == FillOut::yes) fill_out(view);
    draw(view.placed, list);
    if (!view.overflows) return;
    const Button more{.label = ui.words().more, .icon = Icon::arrow_down};
    const Button up{.label = ui.words().up, .icon = Icon::arrow_up};
    in.turns_pages = true;
    if (ui.button(rect.right_part(column), view.at_end ? up : more))
        state.first = view.at_end ? 0 : view.next;
    in.turns_pages = false;
}

} // namespace

void Ui::list(Rect rect, ListState& state, const Items& items)
{
    Pen pen{*this};
    pages(*this, pen, rect.snapped(), state, items, FillOut::yes,
          [&](const std::vector<Placed>& placed, std::size_t list) {
              inside_->clips.push_back(rect.meet(inside_->clips.back()));
              for (const Placed& each : placed) {
                  inside_->list_place = ListPlace{list, each.item, each.item, items.count};
                  items.draw(each.item, each.rect);
              }
              inside_->list_place.reset();
              inside_->clips.pop_back();
          });
}

void Ui::long_text(Rect rect, ListState& state, std::string_view words, const TextStyle& style)
{
    Pen pen{*this};
    rect = rect.snapped();
    const float pitch = theme_.line(style.face);
    // Lines are the items; a line that ends a paragraph carries the air below it.
    std::vector<Line> lines;
    float flowed_for = -1;
    const auto at_width = [&](float width) -> const std::vector<Line>& {
        if (width != flowed_for) lines = pen.flow(words, style.face, width, style.wrap);
        flowed_for = width;
        return lines;
    };
    Items items;
    items.count = at_width(rect.w).size();
    if (static_cast<float>(items.count) * pitch > rect.h) { // then lines are shorter, and more
        const float column =
            std::max(theme_.target(), pen.width(words_.more, Face::label) + 2 * std::round(px(2.6F)));
        items.count = at_width(rect.w - std::round(column) - layout_.gap).size();
    }
    items.height = [&](std::size_t item, float width) {
        const auto& all = at_width(width);
        if (item >= all.size()) return 0.0F;
        return pitch + (all[item].ends_paragraph ? std::round(pitch * 0.4F) : 0);
    };
    pages(*this, pen, rect, state, items, FillOut::no,
          [&](const std::vector<Placed>& placed, std::size_t list) {
              if (placed.empty()) return;
              const auto& all = at_width(placed.front().rect.w);
              const std::size_t first = placed.front().item;
              const std::vector<Line> shown(
                  all.begin() + static_cast<std::ptrdiff_t>(first),
                  all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), placed.back().item + 1)));
              Node node;
              node.role = style.role;
              node.bg = pen.ground(rect);
              node.fg = pen.ink_on(node.bg);
              node.lines = Pen::texts(shown);
              for (const auto& line : node.lines) {
                  if (!node.name.empty()) node.name += ' ';
                  node.name += line;
              }
              node.rect = pen.lines(shown, style.face, style.align,
                                    {placed.front().rect.x, rect.y, placed.front().rect.w, rect.h}, node.fg);
              node.clip = rect.meet(pen.clip());
              node.cap_px = pen.cap(style.face);
              node.privacy = style.privacy;
              node.in_list = ListPlace{list, first, placed.back().item, items.count};
              pen.record(std::move(node));
          });
}

} // namespace frikort::kiosk::ui
