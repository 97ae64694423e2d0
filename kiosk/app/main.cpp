// SPDX-License-Identifier: MPL-2.0
// The kiosk: everything it is made of is made here and handed on; nothing is reachable in any other way.
#include <cstdio>
#include <exception>
#include <optional>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "core/actions/our_centre.hpp"
#include "core/sealing/harden.hpp"
#include "core/sealing/keys.hpp"
#include "core/store/data_folder.hpp"
#include "core/store/sqlite_store.hpp"
#include "kiosk/app/assets.hpp"
#include "kiosk/app/clocks.hpp"
#include "kiosk/app/enrolling.hpp"
#include "kiosk/app/frugal.hpp"
#include "kiosk/app/house.hpp"
#include "kiosk/app/identity.hpp"
#include "kiosk/app/loop.hpp"
#include "kiosk/app/opening.hpp"
#include "kiosk/app/options.hpp"
#include "kiosk/app/syncing.hpp"
#include "kiosk/devices/espeak_speaker.hpp"
#include "kiosk/devices/sdl_sound.hpp"
#include "kiosk/screens/trouble/trouble.hpp"

namespace app = frikort::kiosk::app;
namespace ui = frikort::kiosk::ui;
namespace store = frikort::core::store;
using namespace std::chrono_literals;

namespace {

constexpr int no_display = 2;
constexpr int in_use = 3;
constexpr int failed = 1;

ui::Window open_window(const app::Options& options)
{
    return {"Frikort", options.panel, options.fullscreen ? ui::Extent::fullscreen : ui::Extent::window};
}

// The store cannot be opened: people are told so on the screen, and nothing is touched.
void show_trouble(const app::Options& options, const app::Assets& assets, store::StoreFailure::Kind kind)
{
    auto window = open_window(options);
    ui::Ui screen{window.panel(), {}};
    const auto catalogue = [&](const std::string& language) -> const frikort::core::content::Texts& {
        return assets.of(language);
    };
    const frikort::kiosk::screens::Visit visit{catalogue, options.language};
    ui::ListState list;
    app::loop(
        window, screen,
        [&](ui::Ui& on) { frikort::kiosk::screens::trouble::draw(on, list, visit, app::told_as(kind)); },
        [](ui::Instant) { return ui::Instant{60s}; });
}

// The database was found damaged while the kiosk ran, and whoever stood there has been told.
struct BeginAnew {};

frikort::core::base::Date machines_day()
{
    return frikort::core::base::Date::in_denmark(std::chrono::system_clock::now());
}

int run(const app::Options& options)
{
    const auto assets = app::Assets::load(app::share_folder());
    for (const auto& file : assets.left_out) spdlog::error("damaged and left out: {}", file);
    frikort::core::sealing::SystemChance chance;
    std::optional<store::DataFolder> folder;
    std::optional<store::SqliteStore> own;
    std::optional<frikort::core::actions::Kiosk> kiosk;
    auto pepper = app::Identity::Pepper::file;
    try {
        folder.emplace(options.data);
        auto identity = app::load_identity(*folder, chance);
        kiosk.emplace(std::move(identity.kiosk));
        pepper = identity.pepper;
        app::open_or_rescue(own, *folder, *kiosk, options.date.value_or(machines_day()), identity.half);
        if (!options.enrol.empty()) return app::enrol(*own, *folder, *kiosk, options);
        if (options.set_up_code) return app::print_set_up_code(*own, *kiosk);
        frikort::core::actions::know_centre(*own, *kiosk);
    } catch (const store::StoreFailure& failure) {
        spdlog::error("the data folder cannot be used: {}", failure.what());
        if (failure.kind == store::StoreFailure::Kind::in_use) return in_use;
        if (!options.enrol.empty() || options.set_up_code) return failed;
        show_trouble(options, assets, failure.kind);
        return failed;
    }

    app::LastDay last_day{*own};
    auto clock = app::make_clock(options.date, last_day);
    auto window = open_window(options);
    ui::Ui screen{window.panel(), {}};
    window.set_switches(options.switches);
    frikort::kiosk::devices::SdlSound sound;
    frikort::kiosk::devices::EspeakSpeaker speaker{sound, [&] { window.wake(); }};
    app::House house{*own,
                     *kiosk,
                     *clock,
                     assets,
                     speaker,
                     app::Idle::Patience::within_bounds(options.idle_seconds * 1s, 30s),
                     options.language};
    app::Syncing syncing{*folder, *kiosk, pepper, options, [&] { window.wake(); }};
    house.on_fetch(syncing.fetching());
    house.on_send([&] { syncing.now(); });
    house.on_free_bytes([&]() -> std::optional<std::uint64_t> {
        std::error_code problem;
        const auto space = std::filesystem::space(options.data, problem);
        return problem ? std::nullopt : std::optional<std::uint64_t>{space.available};
    });
    house.on_day_confirmed(
        [&] { clock->confirm(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())); });
    spdlog::info("kiosk is up");
    app::loop(
        window, screen,
        [&](ui::Ui& on) {
            auto heard = syncing.take_news();
            if (heard.whole) kiosk->whole = std::move(heard.whole);
            if (heard.server_time) clock->confirm(*heard.server_time);
            if (!options.date) last_day.keep(*clock);
            if (heard.rounds > 0) house.hear_news();
            house.set_link(syncing.link());
            house.frame(on);
            if (house.wants_a_new_beginning()) throw BeginAnew{};
        },
        [&](ui::Instant now) { return house.until_change(now); });
    spdlog::info("kiosk is closing");
    return 0;
}

} // namespace

int main(int count, char** arguments)
{
    app::give_memory_back_early();
    const auto options = app::read_options(count, arguments);
    if (!options) return options.error();
    spdlog::set_default_logger(spdlog::stderr_logger_mt("kiosk"));
    try {
        frikort::core::sealing::start();
        const auto hardened = frikort::core::sealing::harden();
        if (!hardened.no_core_dumps || !hardened.not_traceable) spdlog::warn("this process could be dumped");
        if (!hardened.memory_can_lock) spdlog::warn("memory cannot be locked: keys could reach the swap");
        for (;;) {
            try {
                return run(*options);
            } catch (const BeginAnew&) {
                spdlog::error("the database is damaged: beginning anew");
            }
        }
    } catch (const ui::NoDisplay& problem) {
        std::fprintf(stderr, "No display: %s\n", problem.what());
        return no_display;
    } catch (const std::exception& problem) {
        spdlog::critical("ended: {}", problem.what());
        return failed;
    }
}
