// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/central.hpp"

#include "core/store/postgresql/pool.hpp"
#include "core/store/postgresql/stock.hpp"

namespace frikort::core::store::postgresql {

namespace {

// A connection and a transaction that has begun on it.
class Begun {
public:
    // A connection that rested may be of a database server that has been started again meanwhile: then there
    // is nothing lost yet, and another one will do.
    Begun(Pool& pool, Transaction::To purpose) : pool_{pool}
    {
        for (;;) {
            auto taken = pool_.take();
            connection_ = std::move(taken.connection);
            try {
                transaction_.emplace(*connection_, purpose);
                return;
            } catch (const StoreFailure&) {
                const bool was_stale = taken.age == Pool::Taken::Age::rested && connection_->is_lost();
                pool_.give_back(std::move(connection_));
                if (!was_stale) throw;
                pool_.drop_resting();
            }
        }
    }
    ~Begun()
    {
        transaction_.reset();
        pool_.give_back(std::move(connection_));
    }
    Begun(const Begun&) = delete;
    Begun& operator=(const Begun&) = delete;

    Pool& pool() { return pool_; }
    Transaction& transaction() { return *transaction_; }

private:
    Pool& pool_;
    std::unique_ptr<Connection> connection_;
    std::optional<Transaction> transaction_;
};

class PostgresCentralWork final : public CentralWork {
public:
    PostgresCentralWork(Pool& pool, Transaction::To purpose) : begun_{pool, purpose} {}

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
        begun_.pool().keep(stock_.erasures(), kiosks_.revoked());
        begun_.transaction().commit();
    }

private:
    Begun begun_;
    PostgresStock stock_{begun_.transaction()};
    PostgresCentres centres_{begun_.transaction()};
    PostgresKiosks kiosks_{begun_.transaction()};
    PostgresCodes codes_{begun_.transaction()};
    PostgresFollows follows_{begun_.transaction()};
    PostgresBackups backups_{begun_.transaction()};
    PostgresHalves halves_{begun_.transaction()};
};

} // namespace

PostgresCentralStore::PostgresCentralStore(const std::string& url, std::optional<Erasures> erasures,
                                           base::Chance& chance, std::optional<Revocations> revocations)
    : pool_{std::make_unique<Pool>(url, std::move(erasures), std::move(revocations), chance)}
{
}

PostgresCentralStore::~PostgresCentralStore() = default;

std::unique_ptr<CentralWork> PostgresCentralStore::begin()
{
    return std::make_unique<PostgresCentralWork>(*pool_, Transaction::To::change);
}

std::unique_ptr<CentralWork> PostgresCentralStore::begin_forgettable()
{
    return std::make_unique<PostgresCentralWork>(*pool_, Transaction::To::note);
}

std::unique_ptr<const CentralWork> PostgresCentralStore::look()
{
    return std::make_unique<PostgresCentralWork>(*pool_, Transaction::To::look);
}

} // namespace frikort::core::store::postgresql
