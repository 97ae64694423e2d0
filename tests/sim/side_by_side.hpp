// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <algorithm>
#include <set>

#include "core/store/central_memory/transaction.hpp"
#include "tests/sim/power.hpp"
#include "tests/sim/timeline.hpp"

namespace frikort::tests::sim {

// Requests whose Works are open at once: between two statements of one the others go on, as often as the
// world's draw has it.
class SideBySide final : public core::store::central_memory::Meanwhile {
public:
    SideBySide(Timeline& time, const Power& power, std::uint64_t seed);

    // The story that is told is a request, as long as this is here: it is gone with the server's power. Who
    // does something else at the store is not held up between statements.
    class Request {
    public:
        explicit Request(SideBySide& all) : all_{all}, story_{all.time_.telling()}
        {
            all_.stories_.insert(story_);
        }
        ~Request() { all_.stories_.erase(story_); }
        Request(const Request&) = delete;
        Request& operator=(const Request&) = delete;

    private:
        SideBySide& all_;
        Timeline::Name story_;
    };

    // No statement takes long any more.
    void heal() { longest_ = std::min(longest_, Moment{50}); }

    void before_statement() override;
    // Outside every story nobody can wait: throws StoreFailure `in_use`.
    void held_up() override;

private:
    Timeline& time_;
    const Power& power_;
    Draw draw_;
    std::uint64_t percent_; // of statements
    Moment longest_;        // how slow this world's server is at most, for one of them
    std::set<Timeline::Name> stories_;
};

} // namespace frikort::tests::sim
