// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>

#include "core/actions/card_proof.hpp"

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

} // namespace frikort::kiosk::screens
