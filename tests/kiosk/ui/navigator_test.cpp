// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/navigator.hpp"

#include <memory>
#include <string>
#include <thread>

#include "kiosk/ui/mailbox.hpp"
#include "kiosk/ui/stage.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::kiosk::ui;

namespace {

// Screens that count how many of them are alive.
struct World {
    int alive = 0;
    int homes = 0;
};
class Plain : public Screen {
public:
    Plain(World& world, std::string name) : world_{world}, name_{std::move(name)} { ++world_.alive; }
    ~Plain() override { --world_.alive; }
    Move frame(Ui& ui) override
    {
        ui.heading(ui.layout().heading, name_);
        const auto places = ui.layout().bar.columns(4, ui.layout().gap);
        if (ui.button(places[0], {.label = "back"})) return Back{};
        if (ui.button(places[1], {.label = "open"})) return Open{another(name_ + "+")};
        if (ui.button(places[2], {.label = "replace"})) return Replace{another("other")};
        if (ui.button(places[3], {.label = "home"})) return Home{};
        return Stay{};
    }

private:
    ScreenFactory another(std::string name)
    {
        return [&world = world_, name] { return std::make_unique<Plain>(world, name); };
    }
    World& world_;
    std::string name_;
};

struct Walk {
    World world;
    Navigator navigator{[this] {
        ++world.homes;
        return std::make_unique<Plain>(world, "h");
    }};
    Stage stage{{10.1, 1280, 800}, {}, [this](Ui& ui) { navigator.frame(ui); }};

    std::string heading() const { return stage.semantics().nodes().front().name; }
};

} // namespace

TEST_CASE("Open and back lead there and back, and home is never left behind")
{
    Walk walk;
    CHECK(walk.heading() == "h");
    walk.stage.tap("back");
    CHECK(walk.heading() == "h");
    walk.stage.tap("open");
    walk.stage.tap("open");
    CHECK(walk.heading() == "h++");
    CHECK(walk.navigator.depth() == 3);
    walk.stage.tap("back");
    CHECK(walk.heading() == "h+");
    CHECK(walk.world.alive == 2);
}

TEST_CASE("Back from a screen that replaced another leads where that one would have led")
{
    Walk walk;
    walk.stage.tap("open");
    walk.stage.tap("replace");
    CHECK(walk.heading() == "other");
    CHECK(walk.world.alive == 2);
    walk.stage.tap("back");
    CHECK(walk.heading() == "h");
}

TEST_CASE("Going home destroys every screen with all that it remembers, home itself too")
{
    Walk walk;
    for (int i = 0; i < 4; ++i) walk.stage.tap("open");
    CHECK(walk.world.alive == 5);
    walk.navigator.go_home(); // as the idle timer does
    walk.stage.settle();
    CHECK(walk.heading() == "h");
    CHECK(walk.world.alive == 1);
    CHECK(walk.world.homes == 2);
    walk.stage.tap("open");
    walk.stage.tap("home");
    CHECK(walk.world.alive == 1);
}

TEST_CASE("A double tap opens one screen and not two")
{
    Walk walk;
    const Point open = walk.stage.semantics().find("open")->rect.centre();
    walk.stage.pass(Instant{1000});
    for (int i = 0; i < 2; ++i) {
        walk.stage.finger(Finger::Phase::down, open);
        walk.stage.finger(Finger::Phase::up, open);
        walk.stage.pass(Instant{200});
    }
    CHECK(walk.navigator.depth() == 2);
}

TEST_CASE("News posted from another thread arrives once and in order")
{
    Mailbox<int> box;
    std::thread sender{[&box] {
        for (int i = 0; i < 1000; ++i) box.post(i);
    }};
    std::vector<int> got;
    while (got.size() < 1000)
        for (const int news : box.take_all()) got.push_back(news);
    sender.join();
    for (int i = 0; i < 1000; ++i) REQUIRE(got[static_cast<std::size_t>(i)] == i);
    CHECK(box.take_all().empty());
}
