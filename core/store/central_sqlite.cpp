// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_sqlite.hpp"

#include <chrono>
#include <mutex>

#include "core/base/id.hpp"
#include "core/store/brought.hpp"
#include "core/store/central_sqlite_stock.hpp"
#include "core/store/erasures.hpp"
#include "core/store/may_erase.hpp"
#include "core/store/migrations.hpp"
#include "core/store/revocations.hpp"

namespace frikort::core::store {

// Connections at rest. One writes at a time; the turn to write is a mutex here, which wakes who waits, and
// not SQLite's, which makes them sleep and try.
class SqliteCentralStore::Pool {
public:
    Pool(const std::filesystem::path& folder, Opening opening, base::Chance& chance)
        : path_{folder / "central.db"}, erasures_{folder / "erasures"}, revocations_{folder / "revoked"}
    {
        if (opening == Opening::further) {
            give_back(open());
            return;
        }
        auto connection = std::make_unique<sqlite::Connection>(path_);
        bring_up_to_date(*connection, path_, central_schema());
        begin_epoch(*connection, chance);
        note_old_cards(*connection);
        erase_again(*connection);
        catch_up(*connection);
        revoke_again(*connection);
        connection->empty_the_log(); // what a stopped program left behind
        give_back(std::move(connection));
    }

    std::unique_ptr<sqlite::Connection> take()
    {
        {
            const std::lock_guard lock{mutex_};
            if (!resting_.empty()) {
                auto connection = std::move(resting_.back());
                resting_.pop_back();
                return connection;
            }
        }
        return open();
    }

    void give_back(std::unique_ptr<sqlite::Connection> connection)
    {
        const std::lock_guard lock{mutex_};
        resting_.push_back(std::move(connection));
    }

    std::mutex& turn() { return turn_; }

    // Around a commit, by whoever has the turn to write. The file goes first: an erasure that was
    // acknowledged is in it.
    void before_commit(const std::vector<base::Bytes>& erasures, const std::vector<Revocation>& revoked)
    {
        if (!revoked.empty()) revocations_.keep(revoked);
        if (erasures.empty()) return;
        erasures_.keep(erasures);
        remove_copies(path_);
    }
    // What is committed is committed: a log that cannot be emptied now, for somebody reads in it, is emptied
    // after a later commit, and at the latest at the next start. Readers are waited for once a second at
    // most.
    void after_commit(sqlite::Connection& connection, const std::vector<base::Bytes>& erasures) noexcept
    {
        const auto now = std::chrono::steady_clock::now();
        const bool erased = !erasures.empty();
        const bool tried_just_now = now < next_emptying_;
        if (erased) log_holds_erased_ = true;
        if (!log_holds_erased_ || (!erased && tried_just_now)) return;
        next_emptying_ = now + std::chrono::seconds{1};
        try {
            connection.wait_for_others(std::chrono::milliseconds{erased && !tried_just_now ? 100 : 0});
            log_holds_erased_ = !connection.empty_the_log();
            connection.wait_for_others(std::chrono::seconds{5});
        } catch (const StoreFailure&) {
        }
    }

private:
    std::unique_ptr<sqlite::Connection> open() const
    {
        auto connection = std::make_unique<sqlite::Connection>(path_, sqlite::Connection::Create::no);
        join(*connection, central_schema());
        return connection;
    }

    static void begin_epoch(sqlite::Connection& connection, base::Chance& chance)
    {
        sqlite::Transaction change{connection};
        connection
            .prepare("INSERT INTO server (one, epoch, counter) VALUES (1, ?1, 0) ON CONFLICT DO NOTHING")
            .with(std::string_view{chance.name<base::Id>().hex()})
            .run();
        change.commit();
    }

    // A database from a backup forgets what was erased since (R17). Before anybody is answered.
    void erase_again(sqlite::Connection& connection) const
    {
        sqlite::Transaction change{connection};
        SqliteStock stock{connection};
        for (const auto& bytes : erasures_.all()) {
            const auto record = *records::decode_record(bytes);
            const auto offer = brought(record);
            if (!stock.is_erased(offer.header.stream) && may_erase(stock, record)) stock.take({&offer, 1});
        }
        if (stock.erasures().empty()) return;
        remove_copies(path_);
        change.commit();
    }

    // What the database knows to be erased and the file does not: it came from elsewhere, or the file was
    // lost.
    void catch_up(sqlite::Connection& connection) const
    {
        std::vector<base::Bytes> known;
        auto row =
            connection.prepare("SELECT bytes FROM record WHERE class = 3 AND kept = 0 ORDER BY counter");
        while (row.step()) known.push_back(row.bytes(0));
        erasures_.keep_missing(known);
    }

    // The same for kiosks, both ways.
    void revoke_again(sqlite::Connection& connection) const
    {
        sqlite::Transaction change{connection};
        SqliteKiosks kiosks{connection};
        for (const auto& one : revocations_.all()) kiosks.revoke(one.device, one.at);
        change.commit();
        std::vector<Revocation> known;
        for (const auto& kiosk : kiosks.all())
            if (kiosk.revoked) known.push_back({kiosk.device, *kiosk.revoked});
        if (!known.empty()) revocations_.keep(known);
    }

    std::filesystem::path path_;
    Erasures erasures_;
    Revocations revocations_;
    bool log_holds_erased_ = false; // of whoever has the turn, as the next
    std::chrono::steady_clock::time_point next_emptying_{};
    std::mutex turn_;
    std::mutex mutex_; // of what is below
    std::vector<std::unique_ptr<sqlite::Connection>> resting_;
};

namespace {

// A read transaction: nothing in it moves.
class Look {
public:
    explicit Look(sqlite::Connection& connection) : connection_{connection} { connection_.execute("BEGIN"); }
    ~Look()
    {
        try {
            connection_.execute("ROLLBACK");
        } catch (const StoreFailure&) { // SQLite rolled back by itself
        }
    }
    Look(const Look&) = delete;
    Look& operator=(const Look&) = delete;

private:
    sqlite::Connection& connection_;
};

enum class For { reading, noting, writing };

template <class Pool>
class SqliteCentralWork final : public CentralWork {
public:
    SqliteCentralWork(Pool& pool, For purpose)
        : borrowed_{pool, pool.take()}, turn_{pool.turn(), std::defer_lock}
    {
        if (purpose == For::reading) {
            look_.emplace(*borrowed_.connection);
        } else {
            turn_.lock();
            using Commits = sqlite::Connection::Commits;
            borrowed_.connection->set(purpose == For::noting ? Commits::forgettable : Commits::durable);
            change_.emplace(*borrowed_.connection);
        }
    }

    Stock& stock() override { return stock_; }
    const Stock& stock() const override { return stock_; }
    Centres& centres() override { return centres_; }
    const Centres& centres() const override { return centres_; }
    Kiosks& kiosks() override { return kiosks_; }
    const Kiosks& kiosks() const override { return kiosks_; }
    Codes& codes() override { return codes_; }
    const Codes& codes() const override { return codes_; }
    Follows& follows() override { return follows_; }
    const Follows& follows() const override { return follows_; }
    Backups& backups() override { return backups_; }
    const Backups& backups() const override { return backups_; }
    Halves& halves() override { return halves_; }
    const Halves& halves() const override { return halves_; }
    void commit() override
    {
        borrowed_.pool.before_commit(stock_.erasures(), kiosks_.revoked());
        change_->commit();
        borrowed_.pool.after_commit(*borrowed_.connection, stock_.erasures());
    }

private:
    // Returned last, when the transaction is over.
    struct Borrowed {
        Pool& pool;
        std::unique_ptr<sqlite::Connection> connection;
        ~Borrowed() { pool.give_back(std::move(connection)); }
    };
    Borrowed borrowed_;
    std::unique_lock<std::mutex> turn_;
    std::optional<Look> look_;
    std::optional<sqlite::Transaction> change_;
    SqliteStock stock_{*borrowed_.connection};
    SqliteCentres centres_{*borrowed_.connection};
    SqliteKiosks kiosks_{*borrowed_.connection};
    SqliteCodes codes_{*borrowed_.connection};
    SqliteFollows follows_{*borrowed_.connection};
    SqliteBackups backups_{*borrowed_.connection};
    SqliteHalves halves_{*borrowed_.connection};
};

} // namespace

SqliteCentralStore::SqliteCentralStore(const std::filesystem::path& folder, Opening opening,
                                       base::Chance& chance)
    : pool_{std::make_unique<Pool>(folder, opening, chance)}
{
}

SqliteCentralStore::~SqliteCentralStore() = default;

std::unique_ptr<CentralWork> SqliteCentralStore::begin()
{
    return std::make_unique<SqliteCentralWork<Pool>>(*pool_, For::writing);
}

std::unique_ptr<CentralWork> SqliteCentralStore::begin_forgettable()
{
    return std::make_unique<SqliteCentralWork<Pool>>(*pool_, For::noting);
}

std::unique_ptr<const CentralWork> SqliteCentralStore::look()
{
    return std::make_unique<SqliteCentralWork<Pool>>(*pool_, For::reading);
}

} // namespace frikort::core::store
