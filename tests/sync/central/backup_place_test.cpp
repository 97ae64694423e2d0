// SPDX-License-Identifier: MPL-2.0
#include <functional>

#include "core/store/central_sqlite.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/files.hpp"
#include "tests/support/made_records.hpp"
#include "tests/sync/support/backed_up.hpp"

// What lies already where a backup is made, or brought back.

using namespace frikort::tests;
using namespace frikort::core;
using store::StoreFailure;

using Lines = std::vector<base::Bytes>;

namespace {

// Somebody does something while the server draws its names.
class Meanwhile final : public base::Chance {
public:
    explicit Meanwhile(std::function<void()> deed) : deed_{std::move(deed)} {}
    void fill(std::span<base::Byte> bytes) override
    {
        deed_();
        seeded_.fill(bytes);
    }

private:
    std::function<void()> deed_;
    SeededChance seeded_{3};
};

// Rightly signed, under a name that another record has.
base::Bytes erasure_named(const base::Id& name, const Notebook& notebook)
{
    const records::Header header{name, notebook.stream, 1, records::Class::erase, device(9), 1};
    const auto bytes = records::encode(header);
    const sealing::Erase all{{}, {sealing::first_generation(notebook.keys).link}};
    return encode(records::Record{bytes, {}, sealing::sign_body(bytes, all, notebook.keys)});
}

base::Id name_of(const records::Record& record) { return records::decode_header(record.header)->id; }

struct Target {
    Target()
    {
        fs::create_directory(place.folder);
        fs::permissions(place.folder, fs::perms::owner_all);
    }
    auto restore(OnEngine& at, backup::Since since, base::Chance& chance) const
    {
        return backup::restore(at.file, at.key, place, std::move(since), backup::Age::at_most_35_days, at.now,
                               chance);
    }
    TemporaryFolder house;
    DatabasePlace place = *read_place({}, (house / "central").native());
};

} // namespace

TEST_CASE("No backup comes back to a log or a copy that another database left, and nothing of it is touched")
{
    OnEngine at{Engine::sqlite};
    at.pack();
    const Target target;
    const std::string name = GENERATE("central.db-wal", "central.db-shm", "central.db-journal",
                                      "central.db.before-0002", "central.db");
    const auto left = target.place.folder / name;
    const bool already = GENERATE(true, false);
    if (already) write(left, "old");
    Meanwhile chance{[&] {
        if (!already) write(left, "old");
    }};
    CHECK_THROWS_WITH(target.restore(at, {}, chance),
                      ContainsSubstring(name + ".") && ContainsSubstring("empty"));
    CHECK(content_of(left) == "old");
    CHECK(fs::exists(target.place.folder / "central.db") == (name == "central.db"));
    CHECK_FALSE(fs::exists(target.place.folder / "restoring.scratch"));
    fs::remove(left);
    SeededChance later{4};
    CHECK(target.restore(at, {}, later));
}

TEST_CASE("No line of the file of erasures that lay there is lost when a backup comes back")
{
    OnEngine at{Engine::sqlite};
    const Notebook first{5};
    const Notebook second{6};
    const auto begun = at.kiosk.scribe().begin(first);
    const auto begun_too = at.kiosk.scribe().begin(second);
    at.kiosk.round();
    at.pack();
    at.erase();
    const auto applied = at.erasures().at(0);
    const auto there = erasure_named(name_of(begun), first);
    const auto given = erasure_named(name_of(begun_too), second);
    auto forged = erasure_named(name_of(begun), Notebook{7});
    forged.back() ^= 1;
    const Target target;
    const store::Erasures file{target.place.folder / "erasures"};
    file.keep({{there}});
    const bool is_forged_there = GENERATE(true, false);
    if (is_forged_there) file.keep({{forged}});
    const auto restored =
        target.restore(at, {{given, applied, is_forged_there ? applied : forged}, {}}, at.chance);
    REQUIRE(restored);
    CHECK(restored->applied.erased == 3); // whoever has their names
    CHECK(restored->applied.refused == Lines{forged});
    CHECK(file.all() == Lines{there, given, applied});
    CHECK(store::Erasures{target.place.folder / "erasures.refused"}.all() ==
          (is_forged_there ? Lines{forged} : Lines{}));
    store::SqliteCentralStore opened{target.place.folder, store::SqliteCentralStore::Opening::first,
                                     at.chance};
    for (const auto* notebook : {&first, &second}) CHECK(opened.look()->stock().is_erased(notebook->stream));
}

TEST_CASE("A second backup to one file leaves the first alone that is being made")
{
    OnEngine at{Engine::sqlite};
    {
        const store::Scratch running{at.house / "tonight.scratch"};
        write(at.house / "tonight.part", "half of it");
        CHECK(failing([&] { at.pack(); }) == StoreFailure::Kind::in_use);
        CHECK(content_of(at.house / "tonight.part") == "half of it");
    }
    CHECK_NOTHROW(at.pack());
    at.file = at.house / "nowhere" / "tonight";
    CHECK(failing([&] { at.pack(); }) == StoreFailure::Kind::other);
    CHECK(files_in(at.house.path()) == 1);
}
