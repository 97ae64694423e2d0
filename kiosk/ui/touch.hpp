// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <deque>
#include <optional>

#include "kiosk/ui/event.hpp"
#include "kiosk/ui/semantics.hpp"

namespace frikort::kiosk::ui {

// Turns fingers into acts (kiosk.md "touch"; kiosk-bar.md A16, A17, A20). Pure: no screen, time handed in.
//
// A tap begins and ends in one target. Under way the finger may tremble: up to `slop` (4 mm) outside the
// target, and up to `breadth` (12.7 mm, the smallest target there is) from where it began; beyond either it
// is a drag and never acts, even if it comes back. A drag that went mostly up or down is a swipe, for lists.
// Holding acts once, on release. Only the first finger counts until it lifts.
//
// A tap that begins within 0.5 s of the act before is ignored when it is on the same target (EN 301 549 5.8)
// or when the screen moved on in between: the second half of a trembling tap must not press what came up
// under it. On other targets it counts, so that quick typing loses nothing. An ignored tap does not prolong
// the wait.
class Touch {
public:
    struct Sizes {
        float slop = 0;    // px
        float breadth = 0; // px
    };
    struct Act {
        NodeId target = 0;
        friend bool operator==(const Act&, const Act&) = default;
    };
    struct Swipe {
        Point from;
        float up = 0; // px the finger went upwards; negative is downwards
    };
    static constexpr Instant double_strike{500};

    explicit Touch(Sizes sizes) : sizes_{sizes} {}
    void set_sizes(Sizes sizes) { sizes_ = sizes; }

    // Keeps the finger for later; none is lost, however many come before the next frame.
    void hear(const Finger&);
    // Works through what was heard, against the targets now on the screen, until somebody acted or nothing
    // is left. At most one act a frame, since an act may change what is under the next one.
    void advance(const Semantics& targets);
    // More fingers wait for the next frame.
    bool pending() const { return !waiting_.empty(); }

    // What came of the last `advance`.
    std::optional<Act> act() const { return act_; }
    std::optional<Swipe> swipe() const { return swipe_; }
    // The target under the finger right now, to be shown as pressed.
    std::optional<NodeId> pressed() const;

    // The screen moved on: the press under way is dropped, and see double strike.
    void screen_changed();
    // The screen sleeps: the next press, until its release, only wakes it.
    void doze() { dozing_ = true; }
    // True once after a press woke the screen.
    bool take_woken();

private:
    struct Press {
        std::int64_t who = 0;
        NodeId target = 0; // 0 when it began beside every target
        Rect hit;
        Point from;
        bool alive = true;      // may still act
        bool swallowed = false; // may not even swipe
    };
    void press(const Finger&, const Semantics&);
    void move(const Finger&);
    void release(const Finger&, const Semantics&);

    Sizes sizes_;
    std::deque<Finger> waiting_;
    std::optional<Press> press_;
    std::optional<Act> act_;
    std::optional<Swipe> swipe_;
    struct Last {
        NodeId target = 0;
        Instant when{0};
        bool moved_on = false;
    };
    std::optional<Last> last_;
    bool dozing_ = false;
    bool woken_ = false;
};

} // namespace frikort::kiosk::ui
