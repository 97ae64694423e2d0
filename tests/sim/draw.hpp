// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "core/base/chance.hpp"

namespace frikort::tests::sim {

// Since the world began. Nothing in a simulation takes real time.
using Moment = std::chrono::milliseconds;

// Numbers drawn from a seed. Each purpose has a row of its own, so that one thing less in one place leaves
// all others as they were: that is what makes shrinking work.
class Draw {
public:
    Draw(std::uint64_t seed, std::string_view purpose);

    std::uint64_t next();
    std::uint64_t below(std::uint64_t count); // 0 for 0
    // Both ends may come.
    std::uint64_t between(std::uint64_t least, std::uint64_t most) { return least + below(most - least + 1); }
    Moment between(Moment least, Moment most);
    bool happens(std::uint64_t percent) { return below(100) < percent; }

private:
    std::uint64_t state_;
};

// The same as what keys, ids and nonces are made of.
class DrawnChance final : public core::base::Chance {
public:
    DrawnChance(std::uint64_t seed, std::string_view purpose) : draw_{seed, purpose} {}
    void fill(std::span<core::base::Byte>) override;

private:
    Draw draw_;
};

} // namespace frikort::tests::sim
