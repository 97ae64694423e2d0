// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite_store.hpp"

#include "core/base/must.hpp"
#include "core/store/migrations.hpp"
#include "core/store/sqlite/outbox.hpp"
#include "core/store/sqlite/records.hpp"
#include "core/store/sqlite/small.hpp"
#include "core/store/sqlite/streams.hpp"
#include "core/store/written.hpp"

namespace frikort::core::store {

using sqlite::Removed;

// The database file, open. Knows whether removed bytes still stand in the write-ahead log.
class SqliteStore::File {
public:
    File(const DataFolder& folder, Opening opening)
        : path_{folder.file("kiosk.db")}, note_{folder}, connection_{path_,
                                                                     opening == Opening::first
                                                                         ? sqlite::Connection::Create::yes
                                                                         : sqlite::Connection::Create::no}
    {
        if (opening == Opening::further) {
            join(connection_, kiosk_schema());
            return;
        }
        bring_up_to_date(connection_, path_, kiosk_schema());
        connection_.empty_the_log(); // what a stopped program left behind
    }

    sqlite::Connection& connection() { return connection_; }

    void before_commit(Removed removed)
    {
        if (removed == Removed::bytes) remove_copies(path_);
    }

    // What is committed is committed: a log that cannot be emptied now is emptied after the next commit, and
    // at the latest at the next start.
    void after_commit(Removed removed) noexcept
    {
        if (removed == Removed::bytes) log_holds_removed_ = true;
        if (!log_holds_removed_) return;
        try {
            connection_.wait_for_others(std::chrono::milliseconds{250}); // a screen is waiting
            log_holds_removed_ = !connection_.empty_the_log();
            connection_.wait_for_others(std::chrono::seconds{5});
        } catch (const StoreFailure&) {
        }
    }

    void note(const std::optional<sqlite::Own>& own) noexcept
    {
        if (own) note_.keep({own->device, own->tip});
    }

    bool at_work = false;

private:
    std::filesystem::path path_;
    WrittenNote note_;
    sqlite::Connection connection_;
    bool log_holds_removed_ = false;
};

class SqliteStore::Task final : public Work {
public:
    explicit Task(File& file) : file_{file}, transaction_{file.connection()} { file_.at_work = true; }
    ~Task() override { file_.at_work = false; }

    Records& records() override { return records_; }
    Outbox& outbox() override { return outbox_; }
    Cursors& cursors() override { return cursors_; }
    Slots& slots() override { return slots_; }
    Waits& waits() override { return waits_; }
    Drafts& drafts() override { return drafts_; }
    Facts& facts() override { return facts_; }
    Copies& copies() override { return copies_; }
    Shares& shares() override { return shares_; }

    void commit() override
    {
        file_.before_commit(removed_);
        transaction_.commit();
        file_.note(own_);
        file_.after_commit(removed_);
    }

private:
    File& file_;
    sqlite::Transaction transaction_;
    Removed removed_ = Removed::nothing;
    std::optional<sqlite::Own> own_;
    sqlite::SqliteRecords records_{transaction_, removed_, own_};
    sqlite::SqliteOutbox outbox_{transaction_};
    sqlite::SqliteCursors cursors_{transaction_};
    sqlite::SqliteSlots slots_{transaction_, removed_};
    sqlite::SqliteWaits waits_{transaction_};
    sqlite::SqliteDrafts drafts_{transaction_};
    sqlite::SqliteFacts facts_{transaction_};
    sqlite::SqliteCopies copies_{transaction_};
    sqlite::SqliteShares shares_{transaction_};
};

SqliteStore::SqliteStore(const DataFolder& folder, Opening opening)
    : file_{std::make_unique<File>(folder, opening)}
{
}

SqliteStore::~SqliteStore() { base::must(!file_->at_work); }

std::unique_ptr<Work> SqliteStore::begin()
{
    base::must(!file_->at_work);
    return std::make_unique<Task>(*file_);
}

} // namespace frikort::core::store
