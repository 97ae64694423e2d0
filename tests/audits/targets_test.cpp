// SPDX-License-Identifier: MPL-2.0
#include "tests/audits/targets.hpp"

#include "tests/audits/sample.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests::audits;

namespace {

Node key(const std::string& name, Box rect)
{
    auto node = faultless().nodes[first_button];
    node.role = "key";
    node.name = name;
    node.rect = rect;
    node.hit = rect;
    return node;
}

// `count` keys side by side, `mm` wide, with 3 mm between.
Screen with_keys(int count, double mm)
{
    auto screen = faultless();
    screen.nodes.clear();
    for (int i = 0; i < count; ++i)
        screen.nodes.push_back(key(std::to_string(i), {i * (mm + 3) * 10, 500, mm * 10, mm * 10}));
    return screen;
}

} // namespace

TEST_CASE("Targets large and far enough apart pass")
{
    const auto screen = faultless();
    CHECK(small_targets(screen).empty());
    CHECK(close_targets(screen).empty());
    CHECK(overlapping_hits(screen).empty());
    CHECK(short_hits(screen).empty());
}

TEST_CASE("A target of 19.9 mm is found and one of 29.9 mm in big mode")
{
    auto screen = faultless();
    screen.nodes[first_button].rect.h = 199;
    CHECK(small_targets(screen) == Faults{"sample: button \"Ja\": 19.9 mm of 20.0"});
    screen.nodes[first_button].enabled = false;
    CHECK(small_targets(screen).size() == 1);

    screen = faultless();
    screen.text_size = "XL";
    screen.nodes[first_button].rect.h = screen.nodes[second_button].rect.h = 300;
    CHECK(small_targets(screen).empty());
    screen.nodes[second_button].rect.h = 299;
    CHECK(small_targets(screen).size() == 1);
}

TEST_CASE("Only the staff door of the front page may be small and not smaller than a finger")
{
    auto screen = faultless();
    auto& door = screen.nodes[first_button];
    door.name = "Kun personale · 2 venter";
    door.rect.h = 130;
    CHECK(small_targets(screen).size() == 1);
    screen.name = "home-waiting";
    CHECK(small_targets(screen).empty());
    door.rect.h = 126;
    CHECK(small_targets(screen).size() == 1);
}

TEST_CASE("A small target is found beside the heading too")
{
    auto screen = faultless();
    screen.nodes[first_button].rect = {1500, 50, 400, 127};
    CHECK(small_targets(screen).size() == 1);
}

TEST_CASE("The keys of a keyboard may be 15 mm and those of a number pad may not")
{
    CHECK(small_targets(with_keys(33, 15)).empty());
    CHECK(small_targets(with_keys(33, 14.9)).size() == 33);
    CHECK(small_targets(with_keys(12, 15)).size() == 12);
    CHECK(small_targets(with_keys(12, 20)).empty());
}

TEST_CASE("Targets closer than 2.54 mm are found beside above and across a corner")
{
    auto screen = faultless();
    auto& second = screen.nodes[second_button].rect;
    second.x = 470 + 25.4;
    CHECK(close_targets(screen).empty());
    second.x = 470 + 25.3;
    CHECK(close_targets(screen) == Faults{"sample: button \"Ja\": 2.5 mm from \"Nej\""});
    second = {70, 720, 400, 200};
    CHECK(close_targets(screen).size() == 1);
    second = {480, 710, 400, 200};
    CHECK(close_targets(screen).size() == 1);
    second = {490, 720, 400, 200};
    CHECK(close_targets(screen).empty());
    screen.nodes[second_button].hit.reset();
    second = {70, 500, 400, 200};
    CHECK(close_targets(screen).empty());
}

TEST_CASE("A place where a finger means two targets is found")
{
    auto screen = faultless();
    screen.nodes[first_button].hit = Box{50, 480, 436, 240};
    CHECK(overlapping_hits(screen).size() == 1);
}

TEST_CASE("A drawn edge where a finger does not count is found")
{
    auto screen = faultless();
    screen.nodes[first_button].hit = Box{80, 500, 390, 200};
    CHECK(short_hits(screen).size() == 1);
}
