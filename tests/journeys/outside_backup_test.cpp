// SPDX-License-Identifier: MPL-2.0
#include <fstream>

#include "tests/journeys/outside/central.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgresql.hpp"
#include "tests/support/temporary_folder.hpp"

// A server's backups, as the person who runs it meets them.

using namespace frikort::tests::outside;
using Catch::Matchers::StartsWith;
using frikort::tests::PostgresCluster;
using frikort::tests::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

constexpr const char* program = FRIKORT_BINARY "/bin/frikort-central";
constexpr const char* kiosk_program = FRIKORT_BINARY "/bin/frikort-kiosk";

std::string last_line(const std::string& said)
{
    const auto end = said.find_last_not_of('\n') + 1;
    const auto begin = said.rfind('\n', end - 1);
    return said.substr(begin == std::string::npos ? 0 : begin + 1, end - begin - 1);
}

// One folder in which all of it happens, and a key that was made on another machine.
struct House {
    std::string said(std::vector<std::string> words)
    {
        words.insert(words.begin(), program);
        return answer_of(std::move(words), environment, house / ("saying-" + std::to_string(++count)));
    }
    // What it says when it does not do it.
    std::string refused(std::vector<std::string> words, int status = 1)
    {
        words.insert(words.begin(), program);
        Program central{std::move(words), environment, house / ("saying-" + std::to_string(++count))};
        CHECK(central.wait() == status);
        return central.err();
    }
    void enrol_kiosk(const Central& central, const std::string& name)
    {
        answer_of({kiosk_program, "--data", house / name, "--central", central.address(), "--enrol",
                   central.code_for("Perronen")},
                  environment, house / ("enrolling-" + name));
    }
    std::string path(const char* name) const { return (house / name).native(); }

    TemporaryFolder house;
    Environment environment = plain_environment(house / "home");
    int count = 0;
    std::string key = house / "private";
    std::string open = last_line(said({"backup-key", key}));
};

} // namespace

TEST_CASE("A server is backed up while it runs, verified elsewhere, told so, and brought back after a fire")
{
    House at;
    const bool on_postgresql = GENERATE(false, true);
    std::optional<PostgresCluster> cluster;
    if (on_postgresql) cluster.emplace();
    const auto url = cluster ? cluster->url() : std::string{};
    std::vector<std::string> where{"--data", at.path("central")};
    if (cluster) where = {"--data", at.path("central"), "--database", url};
    const auto with = [&](std::vector<std::string> words) {
        words.insert(words.end(), where.begin(), where.end());
        return words;
    };
    fs::create_directories(at.path("central"));
    std::string kiosk;
    {
        Central central{at.house.path(), at.environment, url};
        at.enrol_kiosk(central, "kiosk");
        kiosk = central.status().substr(central.status().find('\n') + 1, 8);
        const auto beside = cluster ? std::vector<std::string>{"--database", url} : where;
        const auto also = [&](std::vector<std::string> words) {
            words.insert(words.end(), beside.begin(), beside.end());
            return words;
        };
        CHECK_THAT(at.said(also({"backup", at.path("tonight"), "--to", at.open})),
                   StartsWith("Backed up, read back and compared: "));
        const auto receipt = last_line(at.said({"verify-backup", at.path("tonight"), "--key", at.key}));
        CHECK_THAT(at.refused(also({"verified", receipt.substr(0, receipt.size() - 4) + "0000"})),
                   ContainsSubstring("not signed by the key"));
        CHECK_THAT(at.refused(also({"verified", "yes"})), ContainsSubstring("no receipt"));
        CHECK_THAT(at.said(also({"verified", receipt})), StartsWith("Everything up to "));
        CHECK(central.end() == 0);
    }
    // The fire.
    fs::remove_all(at.path("central"));
    std::optional<PostgresCluster> other;
    if (cluster) other.emplace();
    if (cluster) where.back() = other->url();
    CHECK_THAT(at.said(with({"restore", at.path("tonight"), "--key", at.key})),
               ContainsSubstring("A new epoch has begun"));
    CHECK_THAT(at.refused(with({"restore", at.path("tonight"), "--key", at.key})),
               ContainsSubstring("empty"));
    Central again{at.house.path(), at.environment, other ? other->url() : std::string{}};
    CHECK_THAT(again.status(), ContainsSubstring(kiosk));
    CHECK(again.end() == 0);
}

TEST_CASE("A kiosk that was revoked after the last backup stays revoked when the server comes back")
{
    House at;
    const bool on_postgresql = GENERATE(false, true);
    std::vector<std::optional<PostgresCluster>> clusters(2);
    if (on_postgresql)
        for (auto& cluster : clusters) cluster.emplace();
    const auto url = [&](std::size_t which) {
        return on_postgresql ? clusters[which]->url() : std::string{};
    };
    const auto where = [&](const char* folder, std::size_t which, std::vector<std::string> words) {
        words.insert(words.end(), {"--data", at.path(folder)});
        if (on_postgresql) words.insert(words.end(), {"--database", url(which)});
        return words;
    };
    const auto kept = at.house / "copied-off-the-machine";
    std::string kiosk;
    {
        Central central{at.house.path(), at.environment, url(0)};
        at.enrol_kiosk(central, "kiosk");
        const auto status = central.status();
        kiosk = status.substr(status.find('\n') + 1, 8);
        // With the folder only where no server runs from it: it has it, and the backup needs none.
        std::vector<std::string> backup{"backup", at.path("tonight"), "--to", at.open};
        backup.insert(backup.end(),
                      {on_postgresql ? "--database" : "--data", on_postgresql ? url(0) : at.path("central")});
        at.said(backup);
        if (on_postgresql)
            CHECK_THAT(at.refused({"revoke", "--kiosk", kiosk, "--database", url(0)}, 2),
                       ContainsSubstring("needs --data"));
        CHECK_THAT(at.said(where("central", 0, {"revoke", "--kiosk", kiosk})), StartsWith("Revoked."));
        fs::copy_file(at.house / "central/revoked", kept);
        CHECK(central.end() == 0);
    }
    CHECK_THAT(
        at.refused(where("new", 1,
                         {"restore", at.path("tonight"), "--key", at.key, "--revoked", at.path("nowhere")}),
                   2),
        ContainsSubstring("no file of revoked kiosks"));
    CHECK_THAT(at.said(where("new", 1, {"restore", at.path("tonight"), "--key", at.key, "--revoked", kept})),
               ContainsSubstring("Revoked again: 1."));
    fs::rename(at.path("central"), at.path("burnt"));
    fs::rename(at.path("new"), at.path("central"));
    Central again{at.house.path(), at.environment, url(1)};
    const auto status = again.status();
    CHECK_THAT(status.substr(status.find(kiosk), 120), ContainsSubstring("revoked"));
    CHECK(fs::file_size(at.house / "central/revoked") > 0);
    CHECK(again.end() == 0);
}

TEST_CASE("Whoever holds a wrong key, a broken backup or nothing is told so in one line")
{
    House at;
    {
        Central central{at.house.path(), at.environment};
        CHECK(central.end() == 0);
    }
    const auto central = at.path("central");
    at.said({"backup", at.path("tonight"), "--to", at.open, "--data", central});
    CHECK_THAT(at.refused({"backup", at.path("tonight"), "--to", at.open, "--data", central}),
               ContainsSubstring("already"));
    CHECK_THAT(at.refused({"backup", at.path("later"), "--to", at.open.substr(1), "--data", central}, 2),
               ContainsSubstring("public half"));
    CHECK_THAT(at.refused({"backup-key", at.key}), ContainsSubstring("already"));
    CHECK((fs::status(at.key).permissions() & fs::perms{077}) == fs::perms::none);

    at.said({"backup-key", at.path("other")});
    CHECK_THAT(at.refused({"verify-backup", at.path("tonight"), "--key", at.path("other")}),
               ContainsSubstring("another key"));
    CHECK_THAT(at.refused({"verify-backup", at.path("tonight"), "--key", at.path("tonight")}, 2),
               ContainsSubstring("no file with the private half"));
    fs::resize_file(at.path("tonight"), fs::file_size(at.path("tonight")) - 1);
    CHECK_THAT(at.refused({"verify-backup", at.path("tonight"), "--key", at.key}),
               ContainsSubstring("damaged or cut off"));
    CHECK_THAT(at.refused({"restore", at.path("tonight"), "--key", at.key, "--data", at.path("new")}),
               ContainsSubstring("damaged or cut off"));
    CHECK_THAT(at.refused({"restore", at.path("nowhere"), "--key", at.key, "--data", at.path("new"),
                           "--erasures", at.path("nothing")},
                          2),
               ContainsSubstring("no file of erasures"));
    CHECK_FALSE(fs::exists(at.path("new") + "/central.db"));
}

TEST_CASE("A copy that somebody made the server begins a new epoch by hand")
{
    House at;
    {
        Central central{at.house.path(), at.environment};
        at.enrol_kiosk(central, "kiosk");
        CHECK(central.end() == 0);
    }
    const auto central = at.path("central");
    const auto before = at.said({"status", "--data", central});
    CHECK_THAT(at.said({"promoted", "--data", central}), ContainsSubstring("A new epoch has begun"));
    CHECK_THAT(at.refused({"promoted", "--data", at.path("nowhere")}), ContainsSubstring("no server's data"));
    // Nothing but the epoch is another.
    CHECK(at.said({"status", "--data", central}).substr(0, 200) == before.substr(0, 200));
}
