// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>

#include "core/base/chance.hpp"
#include "sync/agent/agent.hpp"

namespace frikort::sync::agent {

// How long to wait for the next round (R14): the pace when it went well, twice as long after each failure,
// never two kiosks at the same beat, never before the server allows it.
class Retry {
public:
    Retry(const Pace& pace, core::base::Chance& chance) : pace_{pace}, chance_{chance} {}
    std::chrono::milliseconds after(const Outcome&);

private:
    std::chrono::milliseconds within(std::chrono::milliseconds least, std::chrono::milliseconds most);

    Pace pace_;
    core::base::Chance& chance_;
    int failures_ = 0;
};

} // namespace frikort::sync::agent
