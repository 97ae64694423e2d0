// SPDX-License-Identifier: MPL-2.0
#include "core/store/scratch.hpp"

#include "core/store/store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/files.hpp"
#include "tests/support/full_disk.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;
using namespace frikort::core::store;
using Kind = StoreFailure::Kind;
namespace fs = std::filesystem;

namespace {

// As a power cut leaves it.
void leave(const fs::path& folder)
{
    const TemporaryFolder house;
    const Scratch scratch{house / "scratch"};
    write(scratch.path() / "central.db", "half of it");
    fs::copy(scratch.path(), folder, fs::copy_options::recursive);
}

} // namespace

TEST_CASE("A folder that holds anything of somebody's is not taken for scratch, and nothing in it is touched",
          "[store]")
{
    const TemporaryFolder house;
    const auto folder = house / "photographs";
    fs::create_directory(folder);
    fs::permissions(folder, fs::perms{0755});
    const std::string name = GENERATE("one", "scratch", "lock", "central.db");
    write(folder / name, "of somebody");
    const auto before = contents_of(folder);
    CHECK(failing([&] { const Scratch scratch{folder}; }) == Kind::other);
    CHECK(failing([&] { const Scratch scratch{folder / ""}; }) == Kind::other);
    CHECK(contents_of(folder) == before);
    CHECK(fs::status(folder).permissions() == fs::perms{0755});

    fs::remove(folder / name);
    fs::create_directory(folder / "more");
    CHECK(failing([&] { const Scratch scratch{folder}; }) == Kind::other);
    CHECK(fs::exists(folder / "more"));
    CHECK(failing([&] { const Scratch scratch{house / "nowhere" / "below"}; }) == Kind::other);
    CHECK_FALSE(fs::exists(house / "nowhere"));
}

TEST_CASE("A scratch folder is made, taken empty, or taken as a power cut left it, and is gone afterwards",
          "[store]")
{
    const TemporaryFolder house;
    const auto folder = house / "scratch";
    const auto left = GENERATE(0, 1, 2, 3, 4);
    if (left == 1) leave(folder);
    if (left > 1) fs::create_directory(folder);
    if (left > 2) write(folder / "lock", "");
    if (left > 3) write(folder / "scratch", "Frikort over");
    {
        const Scratch scratch{folder};
        CHECK_FALSE(fs::exists(folder / "central.db"));
        CHECK(failing([&] { const Scratch second{folder}; }) == Kind::in_use);
        CHECK(fs::status(folder).permissions() == fs::perms::owner_all);
        write(folder / "central.db", "of a while");
    }
    CHECK_FALSE(fs::exists(folder));
    {
        const FullDisk full;
        CHECK(failing([&] { const Scratch scratch{folder}; }) == Kind::full);
    }
    CHECK_FALSE(fs::exists(folder));
}

TEST_CASE("What a power cut left of another scratch folder is swept, and what somebody has or owns stays",
          "[store]")
{
    const TemporaryFolder house;
    leave(house / "yesterday.scratch");
    write(house / "yesterday.part", "half of it");
    const Scratch running{house / "tonight.scratch"};
    write(running.path() / "central.db", "of a while");
    write(house / "tonight.part", "half of it");
    fs::create_directory(house / "photographs.scratch");
    write(house / "photographs.scratch" / "one", "of somebody");
    leave(house / "linked");
    fs::create_directory_symlink(house / "linked", house / "link.scratch");
    write(house / "letter.part", "of somebody");
    sweep_scratch(house.path());
    CHECK_FALSE(fs::exists(house / "yesterday.scratch"));
    CHECK_FALSE(fs::exists(house / "yesterday.part"));
    CHECK(content_of(running.path() / "central.db") == "of a while");
    CHECK(content_of(house / "tonight.part") == "half of it");
    CHECK(content_of(house / "photographs.scratch" / "one") == "of somebody");
    CHECK(content_of(house / "linked" / "central.db") == "half of it");
    CHECK(content_of(house / "letter.part") == "of somebody");
    sweep_scratch(house / "nowhere");
}
