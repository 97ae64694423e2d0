// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/devices/speaker.hpp"
#include "kiosk/screens/visit.hpp"
#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::app {

// Reads the screen aloud, by the semantic list, in the language of the screen. Two ways:
// "Læs højt" reads the whole screen once, with a ring around what is being read. Another screen, a touch on
// something else, or "Stop" ends it.
// Steering by ear says each thing as one steps to it, and what came of a choice; the first key that steps
// begins it, or a second touch on the same place when home has been read, or Visning.
// On the loudspeaker private amounts are skipped unless the person said that they wear headphones.
// It keeps no text of its own from frame to frame. One thread, the one that draws.
class Reader {
public:
    enum class Where { home, asking, elsewhere };

    explicit Reader(devices::Speaker& speaker) : speaker_{speaker} {}

    // When the screen is drawn, before the frame ends.
    void frame(ui::Ui&, screens::Visit&, Where);
    // The visit is over: silence at once, and nothing is known of it any more. Who steered by ear is told.
    void stop(ui::Ui&, const screens::Visit&);
    // Whether the next person would notice something of this one.
    bool remembers() const { return declined_; }
    // Something is being said: somebody is there and listens.
    bool busy() const { return speaker_.state() == devices::Speaker::State::speaking; }
    // How long nothing changes by itself.
    ui::Instant until_change(ui::Instant now) const;

private:
    using Ears = ui::Ears;
    void begin_steering(ui::Ui&, screens::Visit&, screens::Hearing::Steering);
    void end_steering(ui::Ui&, screens::Visit&);
    void arrive(ui::Ui&, screens::Visit&, Where);
    void answer_touch(ui::Ui&, screens::Visit&);
    void withdraw_offer();
    void begin_reading(ui::Ui&);
    void end_reading(ui::Ui&);
    void read_on(ui::Ui&, screens::Visit&, Where);
    void steer(ui::Ui&, screens::Visit&);
    void remember(const ui::Ui&);
    std::string changes(const ui::Ui&, const screens::Visit&) const;
    static std::pair<int, int> loudness(const screens::Hearing&);
    void try_out(const screens::Visit&);
    void say(const screens::Visit&, std::string words);
    void show_place(ui::Ui&, screens::Visit&) const;

    devices::Speaker& speaker_;
    std::uint64_t screens_ = 0;
    bool arriving_ = false;          // the next frame is the first of a new screen
    bool used_ = false;              // in this visit somebody wanted to hear
    bool declined_ = false;          // somebody who steps wants no voice
    bool reading_ = false;           // the whole screen
    std::deque<ui::NodeId> to_read_; // after what is being said
    bool said_choices_ = false;      // "Du kan vælge"
    std::optional<ui::Instant> offer_until_;
    std::string intro_;               // said before the next thing
    bool look_again_ = false;         // something was done: what changed is to be said
    std::vector<std::uint64_t> seen_; // digests of what stood on the screen, for that
    std::pair<int, int> heard_with_ = loudness({});
};

} // namespace frikort::kiosk::app
