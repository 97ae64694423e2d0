// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/stage.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace frikort::kiosk::ui {

namespace {

constexpr Instant patience{600}; // more than the time in which a second tap is ignored

} // namespace

Stage::Stage(const Panel& panel, Look look, std::function<void(Ui&)> frame)
    : ui_{panel, look}, raster_{panel.width_px, panel.height_px}, frame_{std::move(frame)}
{
    settle();
}

void Stage::one_frame()
{
    ui_.begin_frame(now_);
    frame_(ui_);
    ui_.end_frame();
    ++frames_;
}

void Stage::settle()
{
    constexpr int many = 10000;
    int drawn = 0;
    do {
        one_frame();
        if (++drawn > many) throw std::runtime_error{"the screen never comes to rest"};
    } while (ui_.wants_frame());
}

void Stage::pass(Instant time)
{
    now_ += time;
    settle();
}

void Stage::tap_at(Point at)
{
    now_ += patience;
    finger(Finger::Phase::down, at);
    settle(); // the target shows itself pressed
    finger(Finger::Phase::up, at);
    settle();
}

void Stage::tap(Role role, std::string_view name)
{
    const Node* node = semantics().find(role, name);
    if (!node || !node->hit || node->enabled == Enabled::no)
        throw std::runtime_error{"nothing to tap: " + std::string{name_of(role)} + " \"" + std::string{name} +
                                 "\" on\n" + told()};
    tap_at(node->rect.centre());
}

void Stage::tap(std::string_view name)
{
    const Node* node = semantics().find(name);
    if (!node || !node->hit || node->enabled == Enabled::no)
        throw std::runtime_error{"nothing to tap: \"" + std::string{name} + "\" on\n" + told()};
    tap_at(node->rect.centre());
}

void Stage::finger(Finger::Phase phase, Point at, std::int64_t who)
{
    ui_.hear(Finger{phase, who, at, now_});
}

void Stage::scan(std::string_view line)
{
    for (const char c : line) ui_.hear(Typed{std::string{c}, now_});
    press(KeyPress::Key::enter);
}

void Stage::type(std::string_view characters)
{
    ui_.hear(Typed{std::string{characters}, now_});
    while (const auto due = ui_.due()) pass(std::max(*due - now_, Instant{1}));
}

void Stage::press(KeyPress::Key key)
{
    ui_.hear(KeyPress{key, now_});
    settle();
}

const Picture& Stage::picture()
{
    raster_.draw(*ui_.drawn(), ui_.fonts());
    return raster_.picture();
}

std::string Stage::told() const
{
    std::string all;
    for (const Node& node : semantics().nodes())
        all += std::string{name_of(node.role)} + ": " + node.name + "\n";
    return all;
}

} // namespace frikort::kiosk::ui
