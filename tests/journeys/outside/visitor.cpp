// SPDX-License-Identifier: MPL-2.0
#include "tests/journeys/outside/visitor.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace frikort::tests::outside {

namespace ui = kiosk::ui;

namespace {

// A second tap on the same, or on a new screen, counts only after half a second (kiosk.md "touch").
constexpr milliseconds between_taps = 600ms;

void cover(ui::Picture& picture, ui::Rect part)
{
    const auto left = std::max(0, static_cast<int>(std::floor(part.x)));
    const auto right = std::min(picture.width, static_cast<int>(std::ceil(part.right())));
    for (auto y = static_cast<int>(std::floor(part.y)); y < static_cast<int>(std::ceil(part.bottom())); ++y)
        for (int x = left; x < right; ++x)
            picture.pixels[static_cast<std::size_t>(y * picture.width + x)] = 0;
}

} // namespace

Visitor::Visitor(Screen& screen, const std::filesystem::path& folder, std::filesystem::path pictures)
    : screen_{screen}, eyes_{folder}, pictures_{std::move(pictures)}
{
    reach();
}

const ui::Node* Visitor::target(const std::string& words)
{
    for (const auto& node : twin_.stage().semantics().nodes())
        if (node.hit && node.enabled == ui::Enabled::yes && node.name.starts_with(words)) return &node;
    return nullptr;
}

const ui::Node& Visitor::must_find(const std::string& words)
{
    const auto* node = target(words);
    if (!node) throw std::runtime_error{"nothing to tap: \"" + words + "\" on\n" + twin_.stage().told()};
    return *node;
}

void Visitor::tap(std::string_view key, core::content::Fills fills)
{
    touch(must_find(twin_.texts()(key, fills)));
}

bool Visitor::can_tap(std::string_view key) { return target(twin_.texts()(key)) != nullptr; }

void Visitor::tap_and_go(std::string_view key)
{
    const auto& node = must_find(twin_.texts()(key));
    ahead_ = node.rect.centre();
    wait_for_touch(node);
    screen_.begin_tap(finger_, *ahead_);
}

void Visitor::catch_up()
{
    twin_.stage().tap_at(ahead_.value());
    ahead_.reset();
}

bool Visitor::still_asks(const ui::Picture& seen)
{
    const auto* node = heading_of_twin();
    if (!node) throw std::runtime_error{"no heading on\n" + twin_.stage().told()};
    auto there = seen;
    auto here = twin_.stage().picture();
    const auto& at = node->rect;
    const auto width = static_cast<float>(here.width);
    for (auto* picture : {&there, &here}) {
        cover(*picture, {0, 0, width, at.y});
        cover(*picture, {0, at.y, at.x, at.h});
        cover(*picture, {at.right(), at.y, width - at.right(), at.h});
        cover(*picture, {0, at.bottom(), width, static_cast<float>(here.height) - at.bottom()});
    }
    return there == here;
}

void Visitor::begin_anew(const std::function<void()>& start)
{
    if (finger_) finger_->wait(); // it must not touch what comes
    finger_.reset();
    twin_.restart(); // first: a program that starts has our locks for a moment
    start();
    touched_.reset();
    ahead_.reset();
    reach();
}

void Visitor::press(std::string_view signs)
{
    for (const char sign : signs) {
        const auto* key = twin_.stage().semantics().find(ui::Role::key, std::string{sign});
        if (!key) throw std::runtime_error{std::string{"no key "} + sign + " on\n" + twin_.stage().told()};
        touch(*key);
    }
}

void Visitor::wait_for_touch(const ui::Node& node)
{
    const bool another_key = node.role == ui::Role::key && touched_ && touched_ != node.id;
    if (!another_key) std::this_thread::sleep_until(reached_ + between_taps);
}

void Visitor::touch(const ui::Node& node)
{
    const auto target = node.id;
    const auto place = node.rect.centre();
    const auto before = heading_of_twin() ? heading_of_twin()->name : "";
    wait_for_touch(node);
    screen_.tap(place);
    twin_.stage().tap_at(place);
    reach();
    const bool same_screen = heading_of_twin() && heading_of_twin()->name == before;
    touched_ = same_screen ? std::optional{target} : std::nullopt;
}

void Visitor::scan(const std::string& card, const std::string& card_of_twin)
{
    // As with a real scanner: where nothing happens one holds the card to it again.
    constexpr int tries = 5;
    constexpr milliseconds moment = 4s;
    const auto front = twin_.stage().picture();
    twin_.stage().scan(card_of_twin);
    touched_.reset();
    for (int i = 0; i < tries && screen_.look() == front; ++i) {
        screen_.scan(card);
        until([&] { return screen_.look() != front; }, moment);
    }
    reach();
}

bool Visitor::same(const ui::Picture& seen)
{
    auto there = seen;
    auto here = twin_.stage().picture();
    if (there.width != here.width || there.height != here.height) return false;
    const auto& nodes = twin_.stage().semantics().nodes();
    const bool has_card =
        std::any_of(nodes.begin(), nodes.end(), [](const auto& node) { return node.role == ui::Role::qr; });
    for (const auto& node : nodes) {
        if (!has_card || (node.role != ui::Role::qr && node.privacy == ui::Privacy::open)) continue;
        // Other letters are wider or narrower.
        const auto part = node.role == ui::Role::qr ? node.rect : node.rect.inset(-node.rect.h * 2, 0);
        cover(there, part);
        cover(here, part);
    }
    return there == here;
}

void Visitor::reach()
{
    if (!until([this] { return same(screen_.look()); })) lost();
    reached_ = std::chrono::steady_clock::now();
}

void Visitor::lost()
{
    std::filesystem::create_directories(pictures_);
    const auto seen = pictures_ / "screen.png";
    const auto wanted = pictures_ / "wanted.png";
    const bool kept = screen_.look().save_png(seen) && twin_.stage().picture().save_png(wanted);
    throw std::runtime_error{"the screen does not show\n" + twin_.stage().told() + "but " + seen.native() +
                             ", not " + wanted.native() + (kept ? "" : " (which could not be written)")};
}

const ui::Node* Visitor::heading_of_twin()
{
    for (const auto& node : twin_.stage().semantics().nodes())
        if (node.role == ui::Role::heading) return &node;
    return nullptr;
}

std::string Visitor::heading()
{
    const auto* node = heading_of_twin();
    return node ? eyes_.words(screen_.look(), node->rect.grown(8)) : std::string{};
}

std::string Visitor::page() { return eyes_.words(screen_.look(), twin_.stage().ui().layout().body); }

std::string Visitor::card()
{
    for (const auto& node : twin_.stage().semantics().nodes())
        if (node.role == ui::Role::qr) return eyes_.code(screen_.look(), node.rect.grown(8));
    throw std::runtime_error{"no card on\n" + twin_.stage().told()};
}

} // namespace frikort::tests::outside
