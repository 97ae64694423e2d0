// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <fstream>

#include "core/store/erasures.hpp"
#include "core/store/scratch.hpp"
#include "sync/central/backup/bring_back.hpp"
#include "sync/central/backup/pack.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/visitors.hpp"

// A server that is backed up, on both engines.
namespace frikort::tests {

using namespace core;
namespace backup = sync::central::backup;
namespace fs = std::filesystem;
using sync::central::DatabasePlace;
using sync::central::read_place;

// Two notebooks at a server, and a backup of them.
struct BackedUp {
    explicit BackedUp(Engine engine) : server{engine}
    {
        kiosk.log(kept.notebook, 100);
        kiosk.log(gone.notebook, 7);
        kiosk.round();
    }
    DatabasePlace place() const
    {
        const auto& database = *server.own;
        DatabasePlace at = *read_place({}, database.folder().native());
        if (is_postgresql) at = *read_place(database.url(), database.folder().native());
        return at;
    }
    backup::Manifest pack() { return backup::pack(place(), file, key.open(), now, chance); }
    auto unpack(const fs::path& from) const
    {
        const store::Scratch scratch{house / "scratch"};
        return backup::unpack(from, key, scratch.path());
    }
    backup::Unfit why(const fs::path& from) const
    {
        const auto unpacked = unpack(from);
        REQUIRE_FALSE(unpacked);
        return unpacked.error();
    }
    std::vector<base::Bytes> erasures() const
    {
        return store::Erasures{server.own->folder() / "erasures"}.all();
    }
    void erase()
    {
        REQUIRE(actions::erase_notebook(kiosk.store(), kiosk.actions, gone.notebook) == actions::Erased::yes);
        kiosk.round();
    }

    RealServer server;
    bool is_postgresql = false;
    VisitedKiosk kiosk{1, server};
    actions::Made kept = kiosk.new_notebook();
    actions::Made gone = kiosk.new_notebook("593026");
    SeededChance chance{77};
    sealing::BackupKey key = sealing::BackupKey::random(chance);
    TemporaryFolder house;
    fs::path file = house / "tonight";
    store::Seconds now = server.clock.now();
};

struct OnEngine : BackedUp {
    explicit OnEngine(Engine engine) : BackedUp{engine} { is_postgresql = engine == Engine::postgresql; }
};

inline base::Bytes bytes_of(const fs::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

inline fs::path written(const fs::path& file, const base::Bytes& bytes)
{
    std::ofstream{file, std::ios::binary}.write(reinterpret_cast<const char*>(bytes.data()),
                                                static_cast<std::streamsize>(bytes.size()));
    return file;
}

inline std::size_t files_in(const fs::path& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
}

inline std::uint64_t records_at(store::CentralStore& store, const records::StreamId& stream)
{
    for (const auto& count : store.look()->stock().counts())
        if (count.stream == stream) return count.records;
    return 0;
}

} // namespace frikort::tests
