// SPDX-License-Identifier: MPL-2.0
#include "tests/bench/outside.hpp"

#include <chrono>
#include <stdexcept>
#include <thread>

#include "tests/bench/spent.hpp"

namespace frikort::tests::bench {

namespace ui = kiosk::ui;
using namespace std::chrono_literals;
using outside::Program;

namespace {

// Two taps of a hand are further apart than two of one tremble (kiosk.md "touch").
constexpr auto between_taps = 600ms;

} // namespace

Bench::Bench()
{
    std::filesystem::create_directories(folder_ / "screen");
    screen_.emplace(folder_ / "screen");
    glass_.emplace(folder_ / "screen");
}

Program Bench::program(std::vector<std::string> command) const
{
    auto environment = outside::plain_environment(folder_ / "home");
    environment["DISPLAY"] = screen_->display();
    return {std::move(command), environment, folder_ / "said"};
}

Program Bench::kiosk(const std::string& driver) const
{
    std::vector<std::string> command{FRIKORT_BINARY "/bin/frikort-kiosk", "--data", kiosk_data(), "--date",
                                     that_day.iso()};
    auto environment = outside::plain_environment(folder_ / "home");
    environment["DISPLAY"] = screen_->display();
    if (!driver.empty()) environment["SDL_VIDEODRIVER"] = driver;
    return {std::move(command), environment, folder_ / "kiosk-said"};
}

void Bench::end(Program& program)
{
    // Again and again: SDL overlooks a signal that comes just before it goes to sleep.
    for (int tries = 0; tries < 40; ++tries) {
        program.ask_to_end();
        if (program.wait(1s)) return;
    }
    throw std::runtime_error{"a program does not end:\n" + program.err()};
}

void watch(const std::function<bool()>& condition, const char* what)
{
    const double start = wall_ms();
    while (!condition()) {
        if (wall_ms() - start > 40'000) throw std::runtime_error{std::string{"never came: "} + what};
        std::this_thread::sleep_for(200us);
    }
}

double time_to(const std::function<bool()>& condition, const std::function<Program()>& start,
               const std::function<void(Program&)>& then)
{
    const double before = wall_ms();
    auto program = start();
    watch(condition, "the picture");
    const double after = wall_ms();
    if (then) then(program);
    Bench::end(program);
    watch([&] { return !condition(); }, "the empty screen");
    return after - before;
}

std::vector<Glass::Spot> spots_of(ui::Stage& stage)
{
    std::vector<Glass::Spot> spots;
    for (const auto& node : stage.semantics().nodes()) {
        if (!node.hit) continue;
        const ui::Point at{node.rect.x + node.rect.w / 2, node.rect.y + 12};
        spots.push_back({at, stage.picture().at(static_cast<int>(at.x), static_cast<int>(at.y))});
    }
    return spots;
}

Hand::Hand(Bench& bench, Trial& twin) : bench_{bench}, twin_{twin} { reach(); }

void Hand::reach()
{
    watch([this] { return bench_.glass().shows(twin_.stage().picture()); }, "what the twin shows");
    std::this_thread::sleep_for(between_taps);
}

void Hand::touch(ui::Point at)
{
    bench_.screen().tap(at);
    twin_.stage().tap_at(at);
    reach();
}

void Hand::tap(std::string_view key)
{
    const auto words = twin_.texts()(key);
    for (const auto& node : twin_.stage().semantics().nodes())
        if (node.hit && node.enabled == ui::Enabled::yes && node.name.starts_with(words))
            return touch(node.rect.centre());
    throw std::runtime_error{"nothing to tap: \"" + words + "\" on\n" + twin_.stage().told()};
}

void Hand::press(std::string_view signs)
{
    for (const char sign : signs)
        touch(twin_.stage().semantics().find(ui::Role::key, {&sign, 1})->rect.centre());
}

void Hand::scan(const std::string& card)
{
    twin_.stage().scan(card);
    bench_.screen().scan(card);
    reach();
}

} // namespace frikort::tests::bench
