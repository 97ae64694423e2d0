// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/event.hpp"
#include "kiosk/ui/layout.hpp"
#include "kiosk/ui/parts.hpp"
#include "kiosk/ui/semantics.hpp"
#include "kiosk/ui/steps.hpp"
#include "kiosk/ui/text_flow.hpp"
#include "kiosk/ui/theme.hpp"
#include "kiosk/ui/words.hpp"

struct ImDrawData;

namespace frikort::kiosk::ui {

class Fonts;
struct FontFiles;
struct UiInside; // ImGui, the fonts, the touch

// What screens draw with and hear from: a small vocabulary, immediate mode. Every call draws inside the
// rectangle it is given (pixels, from Layout and Rect), tells the semantic list what it drew, and answers
// true in the one frame in which a finger, a key, a voice or a test acted on it. The order of calls is the
// reading order. Colours follow the ground: text on a filled card is drawn for that card by itself.
// One thread: the one that made it.
class Ui {
public:
    // Throws FontsMissing.
    Ui(const Panel&, Look);
    Ui(const Panel&, Look, const FontFiles&);
    ~Ui();
    Ui(const Ui&) = delete;

    const Theme& theme() const { return theme_; }
    const Layout& layout() const { return layout_; }
    const Words& words() const { return words_; }
    Look look() const { return theme_.look(); }
    float px(float mm) const { return theme_.px(mm); }
    // Both take effect with the next frame; the atlas is drawn anew only when sizes change.
    void set_look(Look);
    void set_words(Words);

    // ---- Text. All give the height used, px, which may be more than the rectangle has: then it is not cut,
    // but the audits see it.
    float heading(Rect, std::string_view);
    float text(Rect, std::string_view, const TextStyle& = {});
    float text_height(float width, std::string_view, const TextStyle& = {}) const;
    float text_width(std::string_view, const TextStyle& = {}) const; // of its longest line, unwrapped
    // A number to be seen from afar, with its own role and privacy.
    float big_number(Rect, std::string_view, const TextStyle& = {});

    // ---- Things to look at.
    void card(Rect,
              Ground = Ground::surface); // rounded, no edge; what is drawn on it later follows its colour
    void fill(Rect, Ground);             // square corners, for the whole screen
    void line(Rect);                     // a divider across the middle of the rectangle
    void picture(Rect, const Image&);    // an icon, if wished on a tinted square
    void badge(Rect, std::string_view);  // a number in a filled circle: step 1, 2, 3
    void notice(Rect, const Notice&);    // icon and words on sand: told aloud when it appears
    float notice_height(float width, const Notice&) const;
    void progress(Rect, const Progress&);
    void chart(Rect, const Chart&);
    void qr(Rect, const QrPicture&); // widgets::qr_frame makes one from text

    // ---- Things to touch.
    bool button(Rect, const Button&);
    bool tile(Rect, const Tile&);
    TileShape tile_shape(Rect, const Tile&) const; // the fullest that fits; give all of a group the leanest
    bool answer(Rect, const Answer&);              // "check your answers": the whole card is "Ret"
    AnswerShape answer_shape(Rect, const Answer&) const; // as with tiles
    bool option(Rect, const Option&);
    bool key(Rect, const Key&);
    bool field(Rect, const Field&); // true when touched; only if it is touchable
    bool row(Rect, const Row&);     // list item; true when touched; only if it is touchable
    float row_height(float width, const Row&) const;
    // Whether this fits as it is meant to be: label beside icon on one line.
    bool fits(Rect, const Button&) const;
    bool fits(Rect, const Option&) const; // its label on one line

    // ---- More than fits. Whole items are shown from `state.first` on, each in a rectangle of its own. When
    // not all fit, a big button stands at the right: "Mere" pages down by a view less one item, at the end it
    // says "Op". An upright swipe does the same. Nothing else scrolls.
    void list(Rect, ListState&, const Items&);
    // The same with the lines of one long text.
    void long_text(Rect, ListState&, std::string_view, const TextStyle& = {});

    // ---- What came in since the last frame.
    std::optional<std::string> scanned() const; // a line from the scanner
    std::string typed() const;                  // at most one character typed by hand, UTF-8
    bool backspaced() const;
    bool touched() const; // any finger or key at all: for the idle timer

    // ---- Frames. begin, draw, end; then the semantic list and `drawn` are those of this frame.
    void hear(const Event&);
    void begin_frame(Instant now);
    void end_frame();
    // True when another frame is due at once: more fingers wait, or a widget needs a second look.
    bool wants_frame() const;
    // When a frame is due though nothing happens: the loop sleeps no longer than until then.
    std::optional<Instant> due() const;
    Instant now() const { return now_; }
    void again(); // asks for one more frame
    const Semantics& semantics() const { return semantics_; }
    const ImDrawData* drawn() const;
    const Fonts& fonts() const;
    bool closed() const { return closed_; } // the window was closed

    // Acts on a target as a finger would; for speech and switches. The frame after answers true to it.
    void act(NodeId);
    std::optional<NodeId> focused() const;
    std::optional<NodeId> pressed() const; // the target under the finger
    std::optional<NodeId> acted() const;   // what was acted on in this frame

    // ---- Stepping: with Tab and arrows, Enter and space, two switches, or the halves of the screen.
    void set_stepping(Stepping);
    Stepping stepping() const;
    void focus(NodeId);   // goes there without a step; in a frame
    bool stepped() const; // somebody stepped in this frame: `focused` is what they came to
    bool escaped() const;
    // Something that is only there for those who step; it stands after all that was drawn so far. Answers as
    // the others do.
    bool only_step(std::string_view label);
    // A ring around what is being read aloud, until it is another.
    void mark(std::optional<NodeId>);
    // How often the screen moved on so far.
    std::uint64_t screens() const;
    // The screen moved on; Navigator calls it. Drops a press under way, focus and unread input.
    void screen_changed();
    // The screen goes dark: the next touch only wakes it, and `take_woken` says so once.
    void doze();
    bool take_woken();

private:
    friend class Pen; // draws on behalf of the widgets in this folder
    void take_key();
    std::string take_letter();
    void take_step(Direction);
    void keep_focus();
    void draw_halves();
    void draw_only_step();
    void ring(NodeId);
    std::unique_ptr<UiInside> inside_;
    Theme theme_;
    Layout layout_;
    Words words_;
    Semantics semantics_; // being built in a frame, else the last one
    Instant now_{0};
    bool closed_ = false;
};

} // namespace frikort::kiosk::ui
