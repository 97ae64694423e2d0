// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/touch.hpp"

#include <map>
#include <random>
#include <vector>

#include "tests/support/catch.hpp"

using namespace frikort::kiosk::ui;

namespace {

using Phase = Finger::Phase;
constexpr float mm = 6; // px

// Two targets of 20 mm beside each other with 3 mm between, and a wide one below.
struct Table {
    Semantics targets;
    Touch touch{{.slop = 4 * mm, .breadth = 12.7F * mm}};
    Instant now{10'000};
    NodeId left = 0;
    NodeId right = 0;
    NodeId wide = 0;
    std::vector<NodeId> acts;
    std::vector<float> swipes;

    Table() { show(); }
    void show()
    {
        targets.begin_frame();
        left = add("left", {60, 60, 20 * mm, 20 * mm});
        right = add("right", {60 + 23 * mm, 60, 20 * mm, 20 * mm});
        wide = add("wide", {60, 60 + 23 * mm, 43 * mm, 20 * mm});
        targets.end_frame(0, {0, 0, 1000, 1000});
    }
    NodeId add(const char* name, Rect where)
    {
        Node node;
        node.role = Role::button;
        node.name = name;
        node.rect = where;
        node.hit = where;
        return targets.add(node);
    }
    Point in_left() const { return {60 + 10 * mm, 60 + 10 * mm}; }
    Point in_right() const { return {60 + 33 * mm, 60 + 10 * mm}; }

    void finger(Phase phase, Point at, std::int64_t who = 0) { touch.hear({phase, who, at, now}); }
    void work()
    {
        do {
            touch.advance(targets);
            if (const auto act = touch.act()) acts.push_back(act->target);
            if (const auto swipe = touch.swipe()) swipes.push_back(swipe->up);
        } while (touch.pending() || touch.act() || touch.swipe());
    }
    void tap(Point at)
    {
        finger(Phase::down, at);
        finger(Phase::up, at);
        work();
    }
};

} // namespace

TEST_CASE("A tap acts on release, inside the target where it began")
{
    Table t;
    t.finger(Phase::down, t.in_left());
    t.work();
    CHECK(t.acts.empty());
    CHECK(t.touch.pressed() == t.left);
    t.finger(Phase::up, t.in_left());
    t.work();
    CHECK(t.acts == std::vector{t.left});
    CHECK_FALSE(t.touch.pressed());
}

TEST_CASE("A finger that slides from one target to another acts on neither")
{
    Table t;
    t.finger(Phase::down, t.in_left());
    t.finger(Phase::move, {60 + 21 * mm, 60 + 10 * mm});
    t.finger(Phase::up, t.in_right());
    t.work();
    CHECK(t.acts.empty());
}

TEST_CASE("A finger that begins beside every target acts on nothing")
{
    Table t;
    t.finger(Phase::down, {10, 10});
    t.finger(Phase::up, t.in_left());
    t.work();
    CHECK(t.acts.empty());
}

TEST_CASE("A finger that leaves the target and comes back has dragged, and does not act")
{
    Table t;
    t.finger(Phase::down, t.in_left());
    t.finger(Phase::move, {60 - 5 * mm, 60 + 10 * mm});
    t.finger(Phase::move, t.in_left());
    t.finger(Phase::up, t.in_left());
    t.work();
    CHECK(t.acts.empty());
}

TEST_CASE("A trembling finger still acts")
{
    Table t;
    Point at{60 + 1 * mm, 60 + 10 * mm}; // near the edge
    t.finger(Phase::down, at);
    for (const float by : {-3.0F, 2.0F, -4.0F, 3.0F}) t.finger(Phase::move, {at.x + by * mm, at.y - by * mm});
    t.finger(Phase::up, {at.x + 2 * mm, at.y});
    t.work();
    CHECK(t.acts == std::vector{t.left});
}

TEST_CASE("A drag within one wide target never acts")
{
    Table t;
    const Point from{60 + 5 * mm, 60 + 33 * mm};
    t.finger(Phase::down, from);
    t.finger(Phase::move, {from.x + 25 * mm, from.y});
    t.finger(Phase::up, {from.x + 25 * mm, from.y});
    t.work();
    CHECK(t.acts.empty());
    CHECK(t.swipes.empty());
}

TEST_CASE("Holding acts once, on release, however long it lasts")
{
    Table t;
    t.finger(Phase::down, t.in_left());
    for (int second = 0; second < 5; ++second) {
        t.now += Instant{1000};
        t.finger(Phase::move, t.in_left());
        t.work();
    }
    CHECK(t.acts.empty());
    t.finger(Phase::up, t.in_left());
    t.work();
    CHECK(t.acts.size() == 1);
}

TEST_CASE("A second tap on the same target counts only after half a second")
{
    for (const int after : {100, 200, 300, 400, 499, 500, 600, 700}) {
        Table t;
        t.tap(t.in_left());
        t.now += Instant{after};
        t.tap(t.in_left());
        INFO(after << " ms");
        CHECK(t.acts.size() == (after < 500 ? 1U : 2U));
    }
}

TEST_CASE("Quick taps on different keys all count")
{
    Table t;
    t.tap(t.in_left());
    t.now += Instant{120};
    t.tap(t.in_right());
    t.now += Instant{120};
    t.tap(t.in_right());
    CHECK(t.acts == std::vector{t.left, t.right});
}

TEST_CASE("The second half of a double tap does not press what came up under the finger")
{
    Table t;
    t.tap(t.in_left());
    t.touch.screen_changed();
    t.now += Instant{300};
    t.tap(t.in_right());
    CHECK(t.acts == std::vector{t.left});
    t.now += Instant{300};
    t.tap(t.in_right());
    CHECK(t.acts == std::vector{t.left, t.right});
}

TEST_CASE("A press under way is dropped when the screen moves on by itself")
{
    Table t;
    t.finger(Phase::down, t.in_left());
    t.work();
    t.touch.screen_changed();
    t.finger(Phase::up, t.in_left());
    t.work();
    CHECK(t.acts.empty());
    CHECK(t.swipes.empty());
}

TEST_CASE("Only the first finger counts, until it lifts")
{
    Table t;
    t.finger(Phase::down, t.in_left(), 1);
    t.finger(Phase::down, t.in_right(), 2);
    t.finger(Phase::up, t.in_right(), 2);
    t.work();
    CHECK(t.acts.empty());
    t.finger(Phase::up, t.in_left(), 1);
    t.work();
    CHECK(t.acts == std::vector{t.left});
    t.now += Instant{1000};
    t.finger(Phase::down, t.in_right(), 2);
    t.finger(Phase::up, t.in_right(), 2);
    t.work();
    CHECK(t.acts == std::vector{t.left, t.right});
}

TEST_CASE("A finger that the panel loses acts on nothing and blocks nobody")
{
    Table t;
    t.finger(Phase::down, t.in_left(), 7);
    t.finger(Phase::lost, {}, 7);
    t.work();
    CHECK_FALSE(t.touch.pressed());
    t.finger(Phase::down, t.in_right(), 8);
    t.finger(Phase::up, t.in_right(), 8);
    t.work();
    CHECK(t.acts == std::vector{t.right});
}

TEST_CASE("The touch that wakes the screen does nothing else")
{
    Table t;
    t.touch.doze();
    t.finger(Phase::down, t.in_left());
    t.finger(Phase::up, t.in_left());
    t.work();
    CHECK(t.acts.empty());
    CHECK(t.touch.take_woken());
    CHECK_FALSE(t.touch.take_woken());
    t.tap(t.in_left());
    CHECK(t.acts == std::vector{t.left});
}

TEST_CASE("An upright drag is a swipe, a sideways one is nothing")
{
    Table t;
    t.finger(Phase::down, t.in_left());
    t.finger(Phase::move, {t.in_left().x, t.in_left().y - 30 * mm});
    t.finger(Phase::up, {t.in_left().x, t.in_left().y - 30 * mm});
    t.work();
    CHECK(t.acts.empty());
    REQUIRE(t.swipes.size() == 1);
    CHECK(t.swipes[0] == Approx(30 * mm));

    t.finger(Phase::down, t.in_left());
    t.finger(Phase::up, {t.in_left().x + 30 * mm, t.in_left().y - 14 * mm});
    t.work();
    CHECK(t.swipes.size() == 1);
}

TEST_CASE("A target that cannot be used now is not acted on")
{
    Table t;
    t.targets.begin_frame();
    Node node;
    node.role = Role::button;
    node.name = "off";
    node.rect = {60, 60, 120, 120};
    node.hit = node.rect;
    node.enabled = Enabled::no;
    t.targets.add(node);
    t.tap({100, 100});
    CHECK(t.acts.empty());
}

TEST_CASE("Of a thousand taps none is lost, though many come between two frames")
{
    Table t;
    std::mt19937 chance{20251120};
    std::uniform_real_distribution<float> tremor{-3, 3};
    std::size_t wanted_left = 0;
    for (int i = 0; i < 1000; ++i) {
        const bool left = i % 2 == 0;
        wanted_left += left ? 1 : 0;
        const Point at = left ? t.in_left() : t.in_right();
        t.now += Instant{260};       // each target again after 520 ms
        const int finger_number = i; // panels give every touch a new number
        t.finger(Phase::down, {at.x + tremor(chance) * mm, at.y + tremor(chance) * mm}, finger_number);
        for (int moves = 0; moves < 3; ++moves)
            t.finger(Phase::move, {at.x + tremor(chance) * mm, at.y + tremor(chance) * mm}, finger_number);
        t.finger(Phase::up, {at.x + tremor(chance) * mm, at.y + tremor(chance) * mm}, finger_number);
        if (i % 37 == 0) t.work(); // the frames are slow
    }
    t.work();
    std::map<NodeId, std::size_t> counted;
    for (const NodeId act : t.acts) ++counted[act];
    CHECK(t.acts.size() == 1000);
    CHECK(counted[t.left] == wanted_left);
}
