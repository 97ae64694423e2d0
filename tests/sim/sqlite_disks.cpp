// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/disks.hpp"

#include "core/store/central_sqlite.hpp"
#include "core/store/sqlite/connection.hpp"
#include "core/store/sqlite_store.hpp"
#include "tests/sim/fault_files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace frikort::tests::sim {

using core::store::DataFolder;
using core::store::SqliteCentralStore;
using core::store::SqliteStore;

namespace {

// The files of a machine, and what they can come to.
template <class Base, class Port>
class SqliteDisk : public Base {
public:
    SqliteDisk(FaultVfs& vfs, Power& power, std::filesystem::path folder, Draw draw)
        : folder_{std::move(folder)}, files_{power}, vfs_{vfs}, draw_{draw}
    {
        std::filesystem::create_directory(folder_);
        vfs_.add(name(), files_);
    }
    ~SqliteDisk() override { vfs_.remove(name()); }

    void stop() override
    {
        close();
        for (auto& [path, file] : files_.files) file->crash(draw_);
    }

    struct Image final : Disk<Port>::Copy {
        std::map<std::string, core::base::Bytes> files; // by name in the folder
    };
    std::unique_ptr<typename Disk<Port>::Copy> copy() const override
    {
        auto image = std::make_unique<Image>();
        for (const auto& [path, file] : files_.files)
            image->files[path.substr(name().size())] = file->bytes();
        return image;
    }
    void put_back(const typename Disk<Port>::Copy& copy) override
    {
        files_.files.clear();
        for (const auto& [file, bytes] : dynamic_cast<const Image&>(copy).files) {
            auto& made = files_.files[name() + file] = std::make_shared<FaultFile>();
            made->write(0, bytes);
            made->sync();
        }
    }
    void set(typename Disk<Port>::Room room) override { files_.full = room == Disk<Port>::Room::full; }
    void look_over(const std::function<void(core::base::BytesView)>& look) const override
    {
        for (const auto& [path, file] : files_.files) look(file->bytes());
    }
    void lie() { files_.lies = true; }

protected:
    virtual void close() = 0;
    std::string name() const { return folder_.native() + "/"; }
    std::filesystem::path folder_;
    FaultFiles files_;

private:
    FaultVfs& vfs_;
    Draw draw_;
};

class KioskOnSqlite final : public SqliteDisk<KioskDisk, core::store::Store> {
public:
    using SqliteDisk::SqliteDisk;
    ~KioskOnSqlite() override { KioskOnSqlite::close(); }
    core::store::Store& store() override { return *store_; }
    void start() override
    {
        data_.emplace(folder_);
        store_.emplace(*data_);
    }
    void close() override
    {
        store_.reset();
        data_.reset();
    }

private:
    std::optional<DataFolder> data_;
    std::optional<SqliteStore> store_;
};

class CentralOnSqlite final : public SqliteDisk<CentralDisk, core::store::CentralStore> {
public:
    CentralOnSqlite(FaultVfs& vfs, Power& power, std::filesystem::path folder, std::uint64_t seed)
        : SqliteDisk{vfs, power, std::move(folder), {seed, "server's disk"}}, chance_{seed, "epoch"}
    {
    }
    ~CentralOnSqlite() override { CentralOnSqlite::close(); }
    core::store::CentralStore& store() override { return *store_; }
    void start() override
    {
        store_.emplace(folder_, SqliteCentralStore::Opening::first, chance_);
        if (epoch_.empty()) return;
        core::store::sqlite::Connection connection{folder_ / "central.db",
                                                   core::store::sqlite::Connection::Create::no};
        connection.make_durable();
        connection.execute("UPDATE server SET epoch = '" + epoch_ + "'");
        epoch_.clear();
    }
    void close() override { store_.reset(); }
    void begin_epoch(const std::string& epoch) override { epoch_ = epoch; }

private:
    DrawnChance chance_;
    std::optional<SqliteCentralStore> store_;
    std::string epoch_; // to be begun at the next start
};

class SqliteDisks final : public Disks {
public:
    explicit SqliteDisks(std::uint64_t seed) : seed_{seed}, vfs_{seed} {}
    std::unique_ptr<KioskDisk> kiosk(Power& power) override
    {
        const auto name = "kiosk-" + std::to_string(++kiosks_);
        auto disk = std::make_unique<KioskOnSqlite>(vfs_, power, folder_ / name, Draw{seed_, name});
        disk->start();
        return disk;
    }
    std::unique_ptr<CentralDisk> central(Power& power, SideBySide&, Plant plant) override
    {
        auto disk = std::make_unique<CentralOnSqlite>(vfs_, power, folder_ / "server", seed_);
        disk->start();
        if (plant == Plant::ack_before_commit) disk->lie();
        return disk;
    }

private:
    std::uint64_t seed_;
    TemporaryFolder folder_;
    FaultVfs vfs_;
    int kiosks_ = 0;
};

} // namespace

std::unique_ptr<Disks> sqlite_disks(std::uint64_t seed) { return std::make_unique<SqliteDisks>(seed); }

} // namespace frikort::tests::sim
