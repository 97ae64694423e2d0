// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>

#include "core/actions/card_proof.hpp"
#include "core/actions/open_new_notebook.hpp"
#include "kiosk/ui/event.hpp"

namespace frikort::kiosk::screens {

// Asks the server for what a card opens that is not known here. Nothing on the screen waits for it: the
// answer is looked for in each frame.
class Fetching {
public:
    virtual ~Fetching() = default;
    // Whether there is a server at all.
    virtual bool possible() const = 0;
    // What was asked before is forgotten.
    virtual void begin(core::actions::CardProof) = 0;
    struct Answer {
        enum class Is { here, unknown_card, wrong_code, wait, no_net, busy } is = Is::no_net;
        std::uint32_t tries_left = 0; // wrong_code
        std::chrono::seconds wait{0}; // wrong_code, wait

        // Also what is unknown is tried, and counted, here.
        bool is_for_this_kiosk() const { return is == Is::here || is == Is::unknown_card; }
    };
    // Nothing while it is on its way. Once.
    virtual std::optional<Answer> answer() = 0;
};

// A kiosk without a server.
class NothingToFetch final : public Fetching {
public:
    bool possible() const override { return false; }
    void begin(core::actions::CardProof) override {}
    std::optional<Answer> answer() override { return Answer{}; }
};

// No line is worth standing before for longer.
inline constexpr std::chrono::seconds fetching_patience{40};

// One screen's asking.
class Fetch {
public:
    // All of them must outlive this.
    Fetch(Fetching& by, core::store::Store& store, const core::actions::Kiosk& kiosk)
        : by_{by}, store_{store}, kiosk_{kiosk}
    {
    }
    // False where nobody is to be asked: the card is known here, there is no server, or unknown cards must
    // wait. Blocks for one Argon2id. Throws StoreFailure.
    bool begin(const core::people::Card&, const core::people::Code&, ui::Instant now);
    // Nothing while it is on its way; `no_net` when that takes too long.
    std::optional<Fetching::Answer> answer(ui::Instant now);

private:
    Fetching& by_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    ui::Instant since_{0};
};

} // namespace frikort::kiosk::screens
