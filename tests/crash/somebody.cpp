// SPDX-License-Identifier: MPL-2.0
#include "tests/crash/somebody.hpp"

#include "kiosk/app/identity.hpp"
#include "tests/crash/words.hpp"

namespace frikort::tests::crash {

namespace fs = std::filesystem;
using core::store::SqliteStore;
using namespace std::chrono_literals;

namespace {

constexpr const char* kiosk_program = FRIKORT_BINARY "/bin/frikort-kiosk";
constexpr const char* pin = "482915"; // of words.hpp

fs::path made(const fs::path& path)
{
    fs::create_directories(path);
    return path;
}

std::string letters(const core::people::Card& card)
{
    const auto text = card.qr_text();
    return std::string{text.view()};
}

} // namespace

Somebody::Somebody(const fs::path& folder, Server server, std::uint64_t seed)
    : folder_{folder}, server_{std::move(server)}, draw_{seed}, environment_{outside::plain_environment(
                                                                    made(folder) / "home")},
      screen_{made(folder / "screen")}, book_{prepare()}, at_server_{server_.data / "central.db-wal"}
{
    environment_["DISPLAY"] = screen_.display();
    start();
    visitor_.emplace(screen_, made(folder / "eyes"), fs::path{FRIKORT_BINARY} / "pictures" / "killed");
    auto& twin = visitor_->twin();
    book_of_twin_.emplace(with_notebook(twin.store(), twin.machine()));
}

core::actions::Made Somebody::with_notebook(core::store::Store& store, const core::actions::Kiosk& machine)
{
    auto made = core::actions::open_new_notebook(
        store, machine, {*core::people::CallName::from("Kim"), code(), core::actions::Recovery::no, {}});
    return std::move(made.value());
}

// Enrolled, and the citizen has a card, before anything is killed.
core::actions::Made Somebody::prepare()
{
    outside::answer_of(
        {kiosk_program, "--data", folder_ / "kiosk", "--central", server_.address, "--enrol", server_.code},
        environment_, folder_ / "enrolling");
    const core::store::DataFolder data{folder_ / "kiosk"};
    const auto identity = kiosk::app::load_identity(data, chance_);
    const auto& machine = identity.kiosk;
    own_ = core::sealing::SigningKey::from_seed(machine.device_key.seed());
    SqliteStore store{data};
    return with_notebook(store, machine);
}

void Somebody::start()
{
    kiosk_.emplace(std::vector<std::string>{kiosk_program, "--data", folder_ / "kiosk", "--date",
                                            "2025-11-21", "--central", server_.address, "--sync-every", "1"},
                   environment_, folder_ / "showing");
}

void Somebody::switch_on()
{
    kiosk_.reset();
    visitor_->begin_anew([this] { start(); });
}

void Somebody::open_book()
{
    visitor_->scan(letters(book_.card), letters(book_of_twin_->card));
    visitor_->press(pin);
    visitor_->tap("open.action");
}

// Digits that differ from their neighbours: the same key twice takes half a second.
std::string Somebody::amount()
{
    for (;;) {
        auto digits = std::to_string(101 + amounts_++);
        if (digits[0] != digits[1] && digits[1] != digits[2]) return digits;
    }
}

// The next question, whichever stands there.
void Somebody::answer_one()
{
    const auto stands = [&](const char* key) { return visitor_->can_tap(key); };
    if (stands("action.next")) {
        if (stands("log.hours.not_known")) return visitor_->tap("log.hours.not_known");
        visitor_->press(amount());
        return visitor_->tap("action.next");
    }
    for (const char* key : {"overview.log", "log.resume.yes", "log.day.yesterday", "log.place.not_told",
                            "log.hours.not_known", "log.saved.another"})
        if (stands(key)) return visitor_->tap(key);
    throw std::runtime_error{"nothing to answer on\n" + visitor_->twin().stage().told()};
}

void Somebody::answer_until(std::string_view key)
{
    while (!visitor_->can_tap(key)) answer_one();
}

void Somebody::save()
{
    visitor_->tap("log.save"); // the screen has come to say so, dot for dot
    screen_said(held(visitor_->twin().store(), book_of_twin_->notebook));
}

void Somebody::screen_said(const Held& held)
{
    saved_ = held.amounts;
    told_.saved = static_cast<int>(saved_.size());
}

void Somebody::a_moment(std::uint64_t microseconds_at_most)
{
    std::this_thread::sleep_for(std::chrono::microseconds{below(microseconds_at_most + 1)});
}

void Somebody::die()
{
    const auto last = screen_.look();
    kiosk_->kill();
    ++told_.killed;
    look(last);
}

void Somebody::die_at(std::string_view key, std::uint64_t microseconds_at_most)
{
    visitor_->tap_and_go(key);
    ahead_ = true;
    a_moment(microseconds_at_most);
    die();
}

void Somebody::write_and_die()
{
    constexpr std::uint64_t an_answer = 60'000, a_save = 90'000, a_round = 1'300'000, an_answer_back = 3'000;
    switch_on();
    open_book();
    const auto kind = below(10);
    if (kind < 2) {
        for (auto more = below(6); more > 0 && !visitor_->can_tap("log.save"); --more) answer_one();
        for (const char* key : {"overview.log", "log.resume.yes", "log.resume.no", "log.day.yesterday",
                                "log.place.not_told", "log.hours.not_known", "log.save"})
            if (visitor_->can_tap(key)) return die_at(key, an_answer);
        return die(); // an amount is half typed
    }
    answer_until("log.save");
    if (kind < 6) return die_at("log.save", a_save);
    at_server_.forget();
    save();
    if (kind == 6) {
        visitor_->tap("log.saved.another");
        answer_until("log.save");
        return die_at("log.save", a_save);
    }
    if (kind < 9)
        a_moment(a_round);
    else {
        constexpr int a_few_rounds = 5000; // ms
        bool wrote = true;
        for (auto times = 1 + below(4); times > 0 && wrote; --times) wrote = at_server_.wait(a_few_rounds);
        told_.at_server += wrote ? 1 : 0;
        a_moment(an_answer_back);
    }
    die();
}

} // namespace frikort::tests::crash
