// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <random>

#include "core/base/chance.hpp"

namespace frikort::tests {

// Chance that comes out the same every time.
class SeededChance final : public core::base::Chance {
public:
    explicit SeededChance(std::uint64_t seed) : random_{seed} {}
    void fill(std::span<core::base::Byte> bytes) override
    {
        for (auto& byte : bytes) byte = static_cast<core::base::Byte>(random_());
    }

private:
    std::mt19937_64 random_;
};

} // namespace frikort::tests
