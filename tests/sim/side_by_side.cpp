// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/side_by_side.hpp"

#include <array>

namespace frikort::tests::sim {

SideBySide::SideBySide(Timeline& time, const Power& power, std::uint64_t seed)
    : time_{time}, power_{power}, draw_{seed, "side by side"}, percent_{draw_.between(5, 50)},
      longest_{std::array{10, 50, 250, 1'000, 3'000}.at(draw_.below(5))}
{
}

void SideBySide::before_statement()
{
    if (!stories_.contains(time_.telling()) || !draw_.happens(percent_)) return;
    const auto life = power_.life();
    time_.wait(draw_.between(Moment{0}, longest_));
    power_.need(life);
}

void SideBySide::held_up()
{
    using core::store::StoreFailure;
    if (time_.telling() == 0) throw StoreFailure{StoreFailure::Kind::in_use, "somebody writes"};
    const auto life = power_.life();
    time_.wait(draw_.between(Moment{1}, Moment{10}));
    if (stories_.contains(time_.telling())) power_.need(life);
}

} // namespace frikort::tests::sim
