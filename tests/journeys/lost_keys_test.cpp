// SPDX-License-Identifier: MPL-2.0
#include <filesystem>

#include "core/actions/lost_name.hpp"
#include "core/actions/server_half.hpp"
#include "kiosk/app/opening.hpp"
#include "tests/journeys/synced_kiosk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

// The files with this machine's own keys are damaged, or gone.

using namespace frikort::tests;
namespace app = frikort::kiosk::app;
namespace agent = frikort::sync::agent;
namespace core = frikort::core;

namespace {

const auto friday = *core::base::Date::from(2025, 11, 21);

enum class Harm { shorter, turned, gone };
const char* told(Harm harm)
{
    return harm == Harm::shorter ? "shorter" : harm == Harm::turned ? "turned" : "gone";
}

void harm(const std::filesystem::path& file, Harm how)
{
    auto content = content_of(file);
    REQUIRE(content.size() == 48);
    if (how == Harm::gone) {
        std::filesystem::remove(file);
        return;
    }
    if (how == Harm::shorter) content.resize(17);
    if (how == Harm::turned) content[5] = static_cast<char>(content[5] ^ 1);
    write(file, content);
}

// What the program does when it starts.
void start_as_program(const std::filesystem::path& folder)
{
    const core::store::DataFolder data{folder};
    core::sealing::SystemChance chance;
    auto identity = app::load_identity(data, chance);
    std::optional<core::store::SqliteStore> own;
    app::open_or_rescue(own, data, identity.kiosk, friday, identity.half);
}

// Not as in a test that has a store, a key and no program.
void start_once(KioskInTheHouse& kiosk)
{
    const auto folder = kiosk.folder() / "kiosk";
    kiosk.stop();
    start_as_program(folder);
    kiosk.restart();
}

} // namespace

TEST_CASE(
    "A kiosk whose device key is lost goes on under another name, and what it had not sent comes in later")
{
    const auto how = GENERATE(Harm::shorter, Harm::turned, Harm::gone);
    INFO(told(how));
    CentralInTheTown central;
    SyncedKiosk kiosk{central, "Havnen"};
    const auto folder = kiosk.folder() / "kiosk";
    kiosk.lose_power([&] { start_as_program(folder); }); // it knows its name now
    const auto card = kiosk.make_notebook("BO");
    kiosk.write_pay("log.day.today", "500");
    kiosk.tap("bar.close");
    kiosk.round();
    central.stop();
    kiosk.open_with(card);
    kiosk.write_pay("log.day.today", "250");
    kiosk.tap("bar.close");
    const auto before = kiosk.machine().device();

    kiosk.lose_power([&] {
        harm(folder / "device.key", how);
        start_as_program(folder);
    });
    const auto now = kiosk.machine().device();
    CHECK(now != before);
    CHECK(std::filesystem::exists(folder / "device.key.damaged") == (how != Harm::gone));
    CHECK(core::actions::lost_name(*kiosk.store().begin()) == before);
    kiosk.lose_power([&] { start_as_program(folder); });
    CHECK(kiosk.machine().device() == now); // the same from now on

    // Citizens notice nothing; staff and whoever asks are told.
    kiosk.open_with(card);
    kiosk.write_pay("log.day.today", "30");
    kiosk.tap("log.saved.finish");
    kiosk.tap("overview.show");
    CHECK(kiosk.shows("780 kr."));
    kiosk.tap("bar.close");
    kiosk.tap("bar.display");
    kiosk.tap("about.title");
    CHECK(kiosk.shows("Skærmen har mistet sin nøgle"));
    kiosk.tap("bar.home");

    central.start();
    {
        const auto work = central.store().begin();
        work->kiosks().revoke(before, core::store::Seconds{});
        work->commit();
    }
    const auto line = *agent::CurlTransport::open({.central = central.url()});
    REQUIRE(agent::enrol_again(kiosk.store(), *line, kiosk.machine().device_key, before,
                               central.code_for("Havnen")));
    {
        const auto work = central.store().begin();
        work->kiosks().adopt(now, before);
        work->commit();
    }
    CHECK_FALSE(core::actions::lost_name(*kiosk.store().begin()));
    kiosk.round();
    CHECK(agent::standing(*kiosk.store().begin()).waiting == 0);
    CHECK(agent::standing(*kiosk.store().begin()).refused > 0);
    {
        const auto work = kiosk.store().begin();
        agent::offer_refused_again(*work); // a person looked
        work->commit();
    }
    kiosk.round();
    CHECK(agent::standing(*kiosk.store().begin()).refused == 0);

    SyncedKiosk perronen{central, "Perronen"};
    perronen.open_with(card);
    perronen.until_it_shows("Min bog 2025");
    perronen.tap("overview.show");
    CHECK(perronen.shows("780 kr."));

    // And the name opens: the server gave the half of the old name with the new one.
    kiosk.lose_power([&] { start_as_program(folder); });
    kiosk.round();
    CHECK_FALSE(core::actions::lost_names(*kiosk.store().begin()));
    kiosk.open_by_name("BO");
    CHECK(kiosk.shows("Min bog 2025"));
}

TEST_CASE("A kiosk whose pepper is lost opens with cards, makes names anew after them, and says so")
{
    const auto how = GENERATE(Harm::shorter, Harm::turned, Harm::gone);
    INFO(told(how));
    StaffedKiosk kiosk;
    const auto folder = kiosk.folder() / "kiosk";
    start_once(kiosk);
    const auto card = kiosk.make_notebook("BO");
    kiosk.tap("bar.close");
    kiosk.stop();
    harm(folder / "pepper", how);
    start_as_program(folder);
    kiosk.restart();
    CHECK(std::filesystem::exists(folder / "pepper.damaged") == (how != Harm::gone));

    kiosk.tap("bar.display");
    kiosk.tap("about.title");
    CHECK(kiosk.shows("Åbn bogen én gang med kort. Så virker navnet igen."));
    CHECK(kiosk.shows("Personalet skal sætte skærmen op igen."));
    kiosk.tap("bar.home");
    kiosk.open_with(card);
    CHECK(kiosk.shows("Min bog 2025"));
    kiosk.tap("bar.close");
    kiosk.open_by_name("BO");
    CHECK(kiosk.shows("Min bog 2025"));
}

TEST_CASE("Keys of a kiosk from before they had a check stay, and get one")
{
    TemporaryFolder at;
    core::sealing::start();
    core::sealing::SystemChance chance;
    const core::store::DataFolder data{at / "kiosk"};
    write(at / "kiosk" / "device.key", std::string(32, 'k'));
    write(at / "kiosk" / "pepper", std::string(32, 'p'));
    const auto device = app::load_identity(data, chance).kiosk.device();
    CHECK(content_of(at / "kiosk" / "device.key").size() == 48);
    CHECK(content_of(at / "kiosk" / "pepper").substr(0, 32) == std::string(32, 'p'));
    const auto again = app::load_identity(data, chance);
    CHECK(again.kiosk.device() == device);
    CHECK(again.half == app::Identity::Half::kept);
    CHECK(again.pepper == app::Identity::Pepper::file);
}

TEST_CASE("A kiosk that is started for the first time has lost nothing")
{
    TemporaryFolder at;
    core::sealing::start();
    start_as_program(at / "kiosk");
    start_as_program(at / "kiosk");
    const core::store::DataFolder data{at / "kiosk"};
    core::store::SqliteStore store{data};
    CHECK_FALSE(core::actions::lost_name(*store.begin()));
    CHECK_FALSE(core::actions::lost_names(*store.begin()));
}
