// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_sqlite.hpp"
#include "core/store/disk/append_only.hpp"
#include "core/store/erasures.hpp"
#include "core/store/revocations.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/files.hpp"
#include "tests/support/seeded_chance.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;
using namespace frikort::core::store;
using Kind = StoreFailure::Kind;
namespace fs = std::filesystem;

namespace {

// There, but nobody can read it, whatever he may do.
void make_unreadable(const fs::path& file, int how)
{
    if (how == 0) fs::create_directory(file);
    if (how == 1) fs::create_symlink(file, file);
    if (how == 2) fs::create_symlink(file.parent_path() / "a disk that is away", file);
}

} // namespace

TEST_CASE("A file of erasures or of revoked kiosks that cannot be read is not an empty one", "[store]")
{
    const TemporaryFolder folder;
    const std::string name = GENERATE("erasures", "revoked");
    const auto file = folder / name;
    CHECK(Erasures{file}.all().empty());
    CHECK(Revocations{file}.all().empty());
    SeededChance chance{1};
    { // There is a server's data, and its file is lost.
        const SqliteCentralStore store{folder.path(), SqliteCentralStore::Opening::first, chance};
    }
    fs::remove(file);
    make_unreadable(file, GENERATE(0, 1, 2));
    CHECK_THROWS_WITH(Erasures{file}.all(), ContainsSubstring(file.native()));
    CHECK_THROWS_WITH(Revocations{file}.all(), ContainsSubstring(file.native()));
    CHECK(failing([&] { Erasures{file}.all(); }) == Kind::other);
    CHECK(failing([&] { Erasures{file}.keep({}); }) == Kind::other);
    CHECK(failing([&] {
              const SqliteCentralStore store{folder.path(), SqliteCentralStore::Opening::first, chance};
          }) == Kind::other);
}

TEST_CASE("A file that grows is read as it is held, whatever has its name meanwhile", "[store]")
{
    const TemporaryFolder folder;
    const std::string long_one(200'000, 'x');
    write(folder / "held", long_one);
    const disk::AppendOnly held{folder / "held"};
    fs::rename(folder / "held", folder / "away");
    write(folder / "held", "another");
    const auto read = held.content();
    CHECK((std::string{read.begin(), read.end()} == long_one)); // not to be shown
}
