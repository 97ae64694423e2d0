// SPDX-License-Identifier: MPL-2.0
// The kiosk without its window: the real store on a real disk, the real actions, the real agent with libcurl.
// Somebody writes as fast as the disk allows. Each line says what is about to be done, or that the action has
// returned, and stands in the pipe before anything else happens. Ends by being killed.
#include <cstdio>
#include <future>
#include <memory>
#include <optional>
#include <random>
#include <set>

#include <unistd.h>

#include <CLI/CLI.hpp>

#include "core/actions/correct_earning.hpp"
#include "core/actions/draft.hpp"
#include "core/actions/erase_notebook.hpp"
#include "core/actions/log_earning.hpp"
#include "core/actions/open_new_notebook.hpp"
#include "core/actions/read_notebook.hpp"
#include "core/actions/settle.hpp"
#include "core/sealing/keys.hpp"
#include "core/store/sqlite_store.hpp"
#include "sync/agent/agent.hpp"
#include "sync/agent/curl_transport.hpp"
#include "sync/agent/enrol.hpp"
#include "tests/crash/words.hpp"
#include "tests/support/seeded_chance.hpp"

using namespace frikort;
using namespace std::chrono_literals;
using core::actions::OpenNotebook;
using core::store::SqliteStore;
using sync::agent::End;
using tests::crash::say;

namespace {

struct Asked {
    std::filesystem::path data;
    std::string central, enrol, card;
    std::uint64_t kiosk = 0;  // who it is, in every life
    std::uint64_t life = 0;   // what it does in this one
    std::uint64_t serial = 0; // the first one it may give
    bool settle = false;      // writes nothing: goes rounds until nothing waits
};

struct OneDay final : core::base::Clock {
    core::base::Date today() const override { return *core::base::Date::from_iso("2025-11-21"); }
    bool trusted() const override { return true; }
    std::chrono::milliseconds running() const override { return 1s; }
};

// Keys that are the same in every life, as those in the real kiosk's folder.
core::actions::Kiosk machine(std::uint64_t which, core::base::Chance& chance)
{
    tests::SeededChance own{which};
    auto key = core::sealing::SigningKey::from_seed(core::sealing::Secret::random(32, own).view());
    auto pepper = core::sealing::Pepper::random(own);
    return {std::move(key), std::move(pepper), chance, {}, {}, {std::size_t{8} << 10, 1}};
}

// The rounds as they end, for whoever waits for one.
class Rounds {
public:
    void post(End end)
    {
        const std::lock_guard lock{mutex_};
        ++all_;
        good_in_a_row_ = end == End::done ? good_in_a_row_ + 1 : 0;
        changed_.notify_all();
    }
    void wait_for_good(int in_a_row)
    {
        std::unique_lock lock{mutex_};
        good_in_a_row_ = 0;
        changed_.wait(lock, [&] { return good_in_a_row_ >= in_a_row; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int all_ = 0;
    int good_in_a_row_ = 0;
};

class Life {
public:
    explicit Life(const Asked& asked)
        : asked_{asked}, draw_{asked.life}, kiosk_{machine(asked.kiosk, chance_)}, serial_{asked.serial}
    {
        if (!asked_.enrol.empty()) enrol();
        agent_.emplace(further_, *line_, kiosk_.device_key, chance_,
                       sync::agent::Pace{200ms, 20ms, 200ms},
                       [this](const sync::agent::News& news) {
                           if (!asked_.settle && news.end == End::done) say({"round"});
                           rounds_.post(news.end);
                       });
    }

    void settle()
    {
        for (;;) {
            rounds_.wait_for_good(2);
            const auto now = sync::agent::standing(*store_.begin());
            if (now.waiting == 0) return say({"settled", std::to_string(now.refused)});
        }
    }

    [[noreturn]] void write_for_ever()
    {
        say({"up"});
        open(asked_.card);
        for (;;) {
            if (!book_ || core::actions::is_erased(*store_.begin(), book_->stream())) make();
            act();
            agent_->sync_now();
        }
    }

private:
    std::uint64_t below(std::uint64_t end) { return draw_() % end; }

    void enrol()
    {
        for (;;) {
            const auto place = sync::agent::enrol(store_, *line_, kiosk_.device_key, asked_.enrol);
            if (place) break;
            if (place.error() != sync::agent::EnrolRefusal::no_server) {
                say({"not-enrolled", std::to_string(static_cast<int>(place.error()))});
                ::_exit(3);
            }
        }
        say({"enrolled"});
    }

    void make()
    {
        own_.clear();
        auto made = core::actions::open_new_notebook(
            store_, kiosk_,
            {*core::people::CallName::from("Kim " + std::to_string(serial_++)), tests::crash::code(), core::actions::Recovery::no, {}});
        core::base::must(made.has_value());
        const auto card = made->card.qr_text();
        book_.emplace(std::move(made->notebook));
        say({"made", tests::crash::hex(book_->stream()), std::string{card.view()}});
    }

    // A card that is not known here is asked for at the server, as at the screen.
    void open(const std::string& text)
    {
        if (text.empty()) return;
        const auto card = core::people::Card::read(text);
        auto opened = core::actions::open_with_card(store_, kiosk_, *card, tests::crash::code());
        if (!opened) {
            std::promise<bool> come;
            agent_->follow(core::actions::prove(kiosk_, *card, tests::crash::code()),
                           [&](const auto& followed) { come.set_value(followed.has_value()); });
            if (!come.get_future().get()) return;
            opened = core::actions::open_with_card(store_, kiosk_, *card, tests::crash::code());
        }
        if (!opened) return;
        book_.emplace(std::move(*opened));
        say({"opened", tests::crash::hex(book_->stream())});
        const auto draft = core::actions::take_draft(store_, *book_);
        if (!draft) return say({"no-draft"});
        say({"draft", *draft}); // its owner finishes it
        pay(std::stoull(*draft));
    }

    void act()
    {
        const auto turn = below(100);
        if (turn < 50 || own_.empty()) return pay(serial_++);
        if (turn < 70) return draft_and_pay(serial_++);
        if (turn < 92) return correct(own_[below(own_.size())], static_cast<int>(1 + below(900)));
        if (turn < 95) return correct(own_[below(own_.size())], 0);
        if (turn < 99) return make();
        erase();
    }

    // The place is the serial number, so that what was written twice shows.
    void pay(std::uint64_t serial)
    {
        const auto kroner = static_cast<int>(1 + below(900));
        say({"paying", std::to_string(serial), std::to_string(kroner)});
        const auto id = core::actions::log_earning(store_, kiosk_, *book_,
                                                   {*core::base::Date::from_iso("2025-11-20"),
                                                    tests::crash::place(serial), std::nullopt,
                                                    core::money::Money::kroner(kroner)},
                                                   clock_);
        own_.push_back({id.value(), serial});
        say({"paid", id->hex(), std::to_string(serial), std::to_string(kroner)});
    }

    void draft_and_pay(std::uint64_t serial)
    {
        say({"drafting", std::to_string(serial)});
        core::actions::keep_draft(store_, kiosk_, *book_, std::to_string(serial));
        say({"drafted", std::to_string(serial)});
        pay(serial);
    }

    struct Own {
        core::base::Id id;
        std::uint64_t serial;
    };
    void correct(const Own& own, int kroner)
    {
        const auto entry = own.id;
        say({"fixing", entry.hex(), std::to_string(kroner)});
        using core::notebook::Version;
        const auto version = kroner == 0 ? Version{core::notebook::Withdrawn{}}
                                         : Version{core::notebook::Earning{
                                               *core::base::Date::from_iso("2025-11-20"),
                                               tests::crash::place(own.serial), std::nullopt, core::money::Money::kroner(kroner)}};
        const auto fixed = core::actions::correct_earning(store_, kiosk_, *book_, entry, version, {}, clock_);
        if (fixed) return say({"fixed", entry.hex(), std::to_string(kroner)});
        say({"not-fixed"});
    }

    void erase()
    {
        say({"erasing"});
        const auto erased = core::actions::erase_notebook(store_, kiosk_, *book_);
        say({erased == core::actions::Erased::yes ? "erased" : "not-erased"});
        book_.reset();
    }

    Asked asked_;
    std::mt19937_64 draw_;
    OneDay clock_;
    core::sealing::SystemChance chance_;
    core::actions::Kiosk kiosk_;
    core::store::DataFolder data_{asked_.data};
    SqliteStore store_{data_};
    SqliteStore further_{data_, SqliteStore::Opening::further};
    std::unique_ptr<sync::agent::CurlTransport> line_ =
        std::move(*sync::agent::CurlTransport::open({.central = asked_.central}));
    Rounds rounds_;
    std::optional<OpenNotebook> book_;
    std::vector<Own> own_; // payments of this life in this notebook
    std::uint64_t serial_;
    std::optional<sync::agent::Agent> agent_; // last: it uses all of the above
};

} // namespace

int main(int count, char** arguments)
{
    Asked asked;
    CLI::App app{"A kiosk without a window that writes until it is killed"};
    app.add_option("--data", asked.data)->required();
    app.add_option("--central", asked.central)->required();
    app.add_option("--kiosk", asked.kiosk)->required();
    app.add_option("--life", asked.life);
    app.add_option("--serial", asked.serial);
    app.add_option("--enrol", asked.enrol);
    app.add_option("--card", asked.card);
    app.add_flag("--settle", asked.settle);
    CLI11_PARSE(app, count, arguments);
    try {
        core::sealing::start();
        Life life{asked};
        if (!asked.settle) life.write_for_ever();
        life.settle();
        return 0;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "the kiosk ended: %s\n", problem.what());
        return 1;
    }
}
