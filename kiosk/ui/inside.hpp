// SPDX-License-Identifier: MPL-2.0
#pragma once

// Private to kiosk/ui: what stands behind Ui, and the pen its widgets draw with.

#include <cmath>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <imgui.h>

#include "kiosk/ui/fonts.hpp"
#include "kiosk/ui/scanner_line.hpp"
#include "kiosk/ui/steps.hpp"
#include "kiosk/ui/touch.hpp"
#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::ui {

struct UiInside {
    struct ForgetContext {
        void operator()(ImGuiContext* context) const;
    };
    FontFiles files;
    std::unique_ptr<Fonts> fonts; // outlives the context, which points to its atlas
    std::unique_ptr<ImGuiContext, ForgetContext> context;
    ImDrawList* list = nullptr; // while a frame is drawn

    Touch touch{Touch::Sizes{}};
    std::deque<KeyPress> keys;
    std::deque<NodeId> asked; // by speech or a switch
    std::optional<NodeId> acted;
    std::optional<Touch::Swipe> swipe;
    std::optional<NodeId> focus;
    std::size_t focus_at = 0; // its number among the steps, for when it is no more there
    std::optional<NodeId> mark;

    Stepping stepping = Stepping::targets;
    std::vector<Node> steps;      // of the last frame
    std::optional<Reveal> reveal; // asked of the lists of this frame
    bool arrived = false;         // the last frame's focus came to what a list had to show first
    bool stepped = false;         // of this frame, like the next one
    bool escaped = false;
    std::optional<NodeId> next_half; // what stands on the halves of the screen
    std::optional<NodeId> choose_half;
    std::size_t lists = 0; // drawn so far in this frame
    std::optional<ListPlace> list_place;
    bool turns_pages = false;
    bool drop_blank = false; // the blank that comes with a space key that chose
    std::uint64_t screens = 0;

    ScannerLine scanner;
    std::deque<std::string> lines;
    std::string waiting_letters; // held back a moment: they may be a scanner's
    Instant last_letter{0};
    bool by_hand = false; // they are not
    int waiting_backspaces = 0;
    std::optional<std::string> scanned; // of this frame, like the next three
    std::string typed;
    bool backspaced = false;
    bool heard = false; // since the last frame
    bool touched = false;

    std::optional<Look> next_look;
    bool again = false;
    std::vector<std::pair<Rect, Colour>> grounds; // painted so far, the latest last
    std::vector<Rect> clips;
};

// Between an icon and the words beside it.
inline constexpr float label_gap_mm = 2.8F;

// How a label and its icon stand in a button.
struct Fit {
    std::vector<Line> lines;
    bool icon = false;
    bool above = false; // the icon stands above the label
    bool as_meant = false;
};

enum class State { normal, pressed, disabled };
struct Coat {
    Colour bg;
    Colour fg;
    std::optional<Colour> edge;
    float edge_px = 0;
};

// Draws on behalf of Ui. Colours that are not given follow the ground.
class Pen {
public:
    explicit Pen(Ui& ui) : ui_{ui}, in_{*ui.inside_} {}
    // For measuring only.
    explicit Pen(const Ui& ui) : Pen{const_cast<Ui&>(ui)} {}

    const Theme& theme() const { return ui_.theme_; }
    const Colours& colours() const { return ui_.theme_.colours(); }
    UiInside& inside() { return in_; }
    float px(float mm) const { return ui_.px(mm); }
    float icon_gap() const { return px(label_gap_mm); }
    // Between the edge of a card and its words.
    float card_pad() const { return std::round(px(theme().big() ? 3.0F : 6.5F)); }
    float cap(Face face) const { return in_.fonts->cap_px(face); }
    float icon_px(IconSize size) const { return in_.fonts->icon_px(size); }

    std::vector<Line> flow(std::string_view, Face, float width, Wrap = Wrap::balanced) const;
    float width(std::string_view, Face) const;    // on one line
    bool can_write(std::string_view, Face) const; // the face has every letter
    float height(const std::vector<Line>&, Face) const;
    static std::vector<std::string> texts(const std::vector<Line>&);
    static float widest(const std::vector<Line>&);
    // No word of the text had to be broken to make these lines.
    static bool unbroken(const std::vector<Line>&, std::string_view text);
    // Height without the air above the first and below the last line.
    float tight_height(std::size_t lines, Face) const;
    Fit fit(std::string_view label, Face, Icon, Rect inner) const;

    void box(Rect, Colour, float radius);
    void coat(Rect, const Coat&, float radius);
    void letters(std::string_view, Face, float x, float baseline, Colour);
    // From the top of the rectangle on; gives what the ink covers.
    Rect lines(const std::vector<Line>&, Face, Align, Rect, Colour);
    // One or more lines with their middle in the middle of the rectangle.
    Rect centred(const std::vector<Line>&, Face, Align, Rect, Colour);
    void icon(Icon, IconSize, Point centre, Colour);
    // Icon and label in the middle of `inner`; gives what they cover.
    Rect label(const Fit&, Face, Icon, Side, Rect inner, Colour);

    Colour ground(Rect) const;
    Colour colour_of(Ground) const;
    Colour ink_on(Colour ground) const;
    bool on_action(Rect rect) const { return ground(rect) == colours().action; }
    Coat coat_of(Rect, Fill, State) const;
    // The state of what this node will be, before it is drawn.
    State state_of(const Node&) const;
    void stand_on(Rect rect, Colour colour) { in_.grounds.emplace_back(rect, colour); }

    // A target or a thing to read, with the colours of its coat; true when somebody acted on it.
    bool record(Node);
    Rect clip() const { return in_.clips.back(); }

private:
    Ui& ui_;
    UiInside& in_;
};

// What every target's node starts from.
Node target(Role, std::string_view name, std::string_view spoken, Rect, Enabled, Selected);
void dress(Node&, const Coat&, Colour ground);

inline Rect together(const Rect& a, const Rect& b)
{
    const float x = a.x < b.x ? a.x : b.x;
    const float y = a.y < b.y ? a.y : b.y;
    const float right = a.right() > b.right() ? a.right() : b.right();
    const float bottom = a.bottom() > b.bottom() ? a.bottom() : b.bottom();
    return {x, y, right - x, bottom - y};
}

} // namespace frikort::kiosk::ui
