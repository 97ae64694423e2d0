// SPDX-License-Identifier: MPL-2.0
#include <fstream>

#include "kiosk/app/opening.hpp"
#include "tests/journeys/staffed_kiosk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace frikort::tests;
namespace app = frikort::kiosk::app;
namespace core = frikort::core;

namespace {

// The plug is pulled, the disk loses the words of what was written last, and the plug is put in again: the
// kiosk's own program opens what it finds.
void damage_the_last(StaffedKiosk& kiosk)
{
    const auto waiting = kiosk.store().begin()->outbox().waiting(100'000, 100'000'000);
    const auto& header = waiting.back().header;
    const std::string sought{header.begin(), header.end()};
    kiosk.stop();
    const auto folder = kiosk.folder() / "kiosk";
    {
        const auto at = content_of(folder / "kiosk.db").find(sought);
        REQUIRE(at != std::string::npos);
        std::fstream file{folder / "kiosk.db", std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(static_cast<std::streamoff>(at + sought.size() + 20));
        file << "noise";
    }
    {
        const core::store::DataFolder data{folder};
        core::sealing::SystemChance chance;
        auto machine = app::load_identity(data, chance).kiosk;
        std::optional<core::store::SqliteStore> own;
        app::open_or_rescue(own, data, machine, *core::base::Date::from(2025, 11, 21));
    }
    kiosk.restart();
}

} // namespace

TEST_CASE("When the disk was damaged the owner of what is lost is told kindly and writes it again")
{
    StaffedKiosk kiosk;
    const auto card = kiosk.make_notebook("KIM");
    kiosk.write_pay("log.day.yesterday", "100");
    kiosk.tap("log.saved.finish");
    kiosk.write_pay("log.day.yesterday", "350");
    kiosk.tap("log.saved.finish");
    kiosk.tap("bar.close");
    const auto other = kiosk.make_notebook("BO");
    kiosk.tap("bar.close");
    kiosk.open_with(card);
    kiosk.write_pay("log.day.yesterday", "20");
    kiosk.tap("log.saved.finish");
    damage_the_last(kiosk);

    kiosk.open_with(card);
    kiosk.tap("overview.show");
    CHECK(kiosk.shows("Skriv 1 tabt linje igen."));
    CHECK(kiosk.shows("450 kr."));
    kiosk.write_pay("log.day.yesterday", "20");
    kiosk.tap("log.saved.finish");
    CHECK(kiosk.shows("470 kr."));
    CHECK_FALSE(kiosk.shows("tabt"));
    kiosk.tap("bar.close");
    kiosk.open_with(other); // nothing of theirs is lost, and nobody tells them of others
    kiosk.tap("overview.show");
    CHECK_FALSE(kiosk.shows("tabt"));
}

TEST_CASE("Staff are told that the disk was damaged, what is missing, and where the old file is")
{
    StaffedKiosk kiosk;
    const auto card = kiosk.make_notebook("KIM");
    kiosk.tap("bar.close");
    kiosk.set_up();
    kiosk.tap("bar.close");
    kiosk.open_with(card);
    kiosk.write_pay("log.day.yesterday", "350");
    kiosk.tap("log.saved.finish");
    kiosk.tap("bar.close");
    const auto number = kiosk.store().begin()->records().tip(kiosk.machine().device()).number;
    damage_the_last(kiosk);

    kiosk.tap("bar.display");
    kiosk.tap("about.title");
    CHECK(kiosk.shows("Skærmen har været i stykker"));
    CHECK(kiosk.shows("1 linje mangler her: nummer " + std::to_string(number) + "."));
    CHECK_FALSE(kiosk.shows("kiosk.db"));
    kiosk.tap("bar.home");
    kiosk.sign_in();
    kiosk.tap("desk.health");
    CHECK(kiosk.shows("Den er gemt som kiosk.db.damaged-2025-11-21."));
    kiosk.tap("health.damage.seen");
    CHECK_FALSE(kiosk.shows("kiosk.db"));
    CHECK_FALSE(kiosk.shows("Skærmen har været i stykker"));
}
