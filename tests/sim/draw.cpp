// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/draw.hpp"

namespace frikort::tests::sim {

namespace {

// SplitMix64: every seed is a good one, and the next costs three multiplications.
std::uint64_t mixed(std::uint64_t word)
{
    word = (word ^ (word >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    word = (word ^ (word >> 27U)) * 0x94d049bb133111ebULL;
    return word ^ (word >> 31U);
}

} // namespace

Draw::Draw(std::uint64_t seed, std::string_view purpose) : state_{mixed(seed + 0x9e3779b97f4a7c15ULL)}
{
    for (const auto letter : purpose) state_ = mixed(state_ ^ static_cast<unsigned char>(letter));
}

std::uint64_t Draw::next()
{
    state_ += 0x9e3779b97f4a7c15ULL;
    return mixed(state_);
}

std::uint64_t Draw::below(std::uint64_t count) { return count == 0 ? 0 : next() % count; }

Moment Draw::between(Moment least, Moment most)
{
    return least +
           Moment{static_cast<std::int64_t>(below(static_cast<std::uint64_t>((most - least).count()) + 1))};
}

void DrawnChance::fill(std::span<core::base::Byte> bytes)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i % 8 == 0) word = draw_.next();
        bytes[i] = static_cast<core::base::Byte>(word >> (i % 8 * 8));
    }
}

} // namespace frikort::tests::sim
