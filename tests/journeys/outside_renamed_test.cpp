// SPDX-License-Identifier: MPL-2.0
#include <fstream>

#include "core/store/sqlite/connection.hpp"
#include "sync/agent/standing.hpp"
#include "tests/journeys/outside/central.hpp"
#include "tests/journeys/outside/screen.hpp"
#include "tests/journeys/staffed_kiosk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

// A kiosk that does not know any more which numbers it gave out, and everybody who has to do with it: the
// programs as they are shipped. What people do at its screen is done on the same folder while it is off.

namespace fs = std::filesystem;
using namespace frikort::tests::outside;
using frikort::tests::StaffedKiosk;
using frikort::tests::TemporaryFolder;

namespace {

constexpr const char* kiosk_program = FRIKORT_BINARY "/bin/frikort-kiosk";
constexpr const char* central_program = FRIKORT_BINARY "/bin/frikort-central";

struct House {
    std::vector<std::string> command(std::vector<std::string> more) const
    {
        std::vector<std::string> all{kiosk_program, "--data", data, "--central", central.address()};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    std::string enrol(const std::string& code)
    {
        return answer_of(command({"--enrol", code}), environment, house / "enrolling");
    }
    // The window stands there until that is so, and is closed.
    template <class Condition>
    std::string run_until(Condition condition)
    {
        auto shown = environment;
        shown["DISPLAY"] = screen.display();
        Program program{command({"--date", "2025-11-21", "--sync-every", "1"}), shown, house / "showing"};
        const bool came = until([&] { return condition(program); });
        INFO(program.err() << central.status());
        REQUIRE(came);
        screen.close_the_window();
        CHECK(program.wait() == 0);
        return program.err();
    }
    TemporaryFolder house;
    Environment environment = plain_environment(house / "home");
    Screen screen{house.path()};
    Central central{house.path(), environment};
    StaffedKiosk kiosk;
    fs::path data = kiosk.folder() / "kiosk";
};

bool a_round_is_done(Program& program) { return program.err().find("sync: done\n") != std::string::npos; }

void overwrite(const fs::path& file, std::size_t at, const std::string& words)
{
    std::fstream out{file, std::ios::in | std::ios::out | std::ios::binary};
    out.seekp(static_cast<std::streamoff>(at));
    out << words;
}

} // namespace

TEST_CASE("A kiosk that was enrolled since the backup that came back keeps its name and brings in all it has")
{
    House at;
    auto& kiosk = at.kiosk;
    kiosk.stop();
    REQUIRE(at.enrol(at.central.code_for("Perronen")).starts_with("Enrolled at Perronen.\n"));
    kiosk.restart();
    kiosk.make_notebook("KIM");
    kiosk.write_pay("log.day.yesterday", "350");
    kiosk.tap("log.saved.finish");
    kiosk.tap("bar.close");
    const auto name = kiosk.machine().device();
    const auto written = static_cast<int>(kiosk.store().begin()->records().tip(name).number);
    kiosk.stop();
    at.run_until(
        [&](Program& program) { return a_round_is_done(program) && at.central.records() == written; });
    frikort::core::store::sqlite::Connection database{at.house / "central" / "central.db"};
    for (const char* table : {"wrote", "record", "stream", "chain", "pepper", "code", "kiosk"})
        database.execute("DELETE FROM " + std::string{table});
    database.execute("UPDATE server SET epoch = 'another'");
    at.run_until([&](Program& program) {
        return program.err().find("sync: the server turned this kiosk away") != std::string::npos;
    });

    CHECK(at.enrol(at.central.code_for("Perronen")).starts_with("Enrolled at Perronen.\n"));
    at.run_until(
        [&](Program& program) { return a_round_is_done(program) && at.central.records() == written; });
    kiosk.restart();
    CHECK(kiosk.machine().device() == name);
    CHECK(kiosk.store().begin()->outbox().count(frikort::core::store::Delivery::rejected) == 0);
}

TEST_CASE("A kiosk that was revoked before it heard that it is enrolled comes in under another name")
{
    House at;
    auto& kiosk = at.kiosk;
    const auto name = kiosk.machine().device();
    kiosk.stop();
    const auto before = at.house / "before";
    fs::copy(at.data, before, fs::copy_options::recursive);
    CHECK(at.enrol(at.central.code_for("Perronen")).starts_with("Enrolled at Perronen.\n"));
    fs::remove_all(at.data); // its answer was lost
    fs::rename(before, at.data);
    answer_of({central_program, "revoke", "--data", at.house / "central", "--kiosk", name.hex().substr(0, 8)},
              at.environment, at.house / "revoking");

    CHECK(at.enrol(at.central.code_for("Perronen")).starts_with("Enrolled at Perronen.\n"));
    at.run_until(a_round_is_done);
    kiosk.restart();
    CHECK(kiosk.machine().device() != name);
}

TEST_CASE("A kiosk that takes another name and never heard the answer asks again with the same code")
{
    House at;
    at.kiosk.stop();
    const auto name = at.kiosk.machine().device();
    CHECK(at.enrol(at.central.code_for("Perronen")).starts_with("Enrolled at Perronen.\n"));
    answer_of({central_program, "revoke", "--data", at.house / "central", "--kiosk", name.hex().substr(0, 8)},
              at.environment, at.house / "revoking");
    const auto before = at.house / "before";
    fs::copy(at.data, before, fs::copy_options::recursive);
    const auto code = at.central.code_for("Perronen");
    CHECK(at.enrol(code).starts_with("Enrolled at Perronen.\n"));
    fs::rename(at.data / "device.key", before / "device.key.next");
    fs::remove_all(at.data); // its answer was lost
    fs::rename(before, at.data);

    CHECK(at.enrol(code).starts_with("Enrolled at Perronen.\n"));
    at.run_until(a_round_is_done);
    at.kiosk.restart();
    CHECK(at.kiosk.machine().device() != name);
}

TEST_CASE("A kiosk that lost its numbers gets a new name, and nothing that was written on it is lost")
{
    House at;
    auto& kiosk = at.kiosk;
    kiosk.stop();
    CHECK(at.enrol(at.central.code_for("Perronen")).starts_with("Enrolled at Perronen.\n"));
    at.run_until(a_round_is_done); // it hears that nobody set up the centre elsewhere
    kiosk.restart();
    const auto card = kiosk.make_notebook("KIM");
    kiosk.write_pay("log.day.yesterday", "350");
    kiosk.tap("log.saved.finish");
    kiosk.tap("bar.close");
    const auto first = kiosk.store().begin()->outbox().waiting(100'000, 100'000'000).back();
    const auto centre = frikort::sync::agent::standing(*kiosk.store().begin()).centre->stream.name;
    kiosk.set_up(centre);
    kiosk.tap("bar.close");
    const auto sent = kiosk.store().begin()->records().tip(kiosk.machine().device()).number;
    kiosk.stop();
    at.run_until([&](Program& program) {
        return a_round_is_done(program) && at.central.records() == static_cast<int>(sent);
    });

    // Written and not sent; then the disk loses its beginning, the words of the first payment, and the note.
    kiosk.restart();
    kiosk.open_with(card);
    kiosk.write_pay("log.day.yesterday", "20");
    kiosk.tap("log.saved.finish");
    kiosk.tap("bar.close");
    kiosk.stop();
    const auto place = frikort::tests::content_of(at.data / "kiosk.db")
                           .find(std::string{first.header.begin(), first.header.end()});
    REQUIRE(place != std::string::npos);
    overwrite(at.data / "kiosk.db", place + first.header.size() + 20, "noise");
    overwrite(at.data / "kiosk.db", 0, std::string(100, 'x'));
    fs::remove(at.data / "written");

    const auto said =
        at.run_until([](Program& program) { return program.err().find("kiosk is up") != std::string::npos; });
    CHECK_THAT(said, ContainsSubstring("this kiosk has another name now and must be enrolled anew"));
    CHECK(at.enrol(at.central.code_for("Perronen")).starts_with("Enrolled at Perronen.\n"));

    // What the server has comes back; what waited is the staff's to release.
    at.run_until(a_round_is_done);
    kiosk.restart();
    kiosk.connect([] {});
    kiosk.open_with(card);
    kiosk.tap("overview.show");
    CHECK(kiosk.shows("370 kr."));
    kiosk.tap("bar.close");
    kiosk.sign_in();
    kiosk.tap("desk.health");
    kiosk.tap("health.send_again");
    CHECK(kiosk.store().begin()->outbox().count(frikort::core::store::Delivery::rejected) == 0);
    const auto waiting = kiosk.store().begin()->outbox().count(frikort::core::store::Delivery::waiting);
    CHECK(waiting > 0);
    kiosk.stop();
    const auto before = at.central.records();
    at.run_until([&](Program&) { return at.central.records() >= before + static_cast<int>(waiting); });
    CHECK_THAT(at.central.status(), ContainsSubstring("In quarantine: 0"));
}
