// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_memory/central.hpp"

#include "core/store/central_memory/ports.hpp"

namespace frikort::core::store::central_memory {

namespace {

class Work final : public CentralWork {
public:
    Work(std::shared_ptr<Database> database, Transaction::To purpose)
        : transaction_{std::move(database), purpose}
    {
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
    void commit() override { transaction_.commit(); }

private:
    Transaction transaction_;
    MemoryStock stock_{transaction_};
    MemoryCentres centres_{transaction_};
    MemoryKiosks kiosks_{transaction_};
    MemoryCodes codes_{transaction_};
    MemoryFollows follows_{transaction_};
    MemoryBackups backups_{transaction_};
    MemoryHalves halves_{transaction_};
};

} // namespace

MemoryCentralStore::MemoryCentralStore(std::shared_ptr<Database> database) : database_{std::move(database)} {}

MemoryCentralStore::MemoryCentralStore(std::string epoch)
    : MemoryCentralStore{std::make_shared<Database>(nullptr, Counting::in_turn)}
{
    begin_epoch(epoch);
}

MemoryCentralStore::MemoryCentralStore(std::string epoch, Meanwhile& meanwhile, Counting counting)
    : MemoryCentralStore{std::make_shared<Database>(&meanwhile, counting)}
{
    begin_epoch(epoch);
}

MemoryCentralStore::~MemoryCentralStore() = default;

std::unique_ptr<CentralWork> MemoryCentralStore::begin()
{
    return std::make_unique<Work>(database_, Transaction::To::change);
}

// Without a disk nothing is forgotten, which is allowed too.
std::unique_ptr<CentralWork> MemoryCentralStore::begin_forgettable() { return begin(); }

std::unique_ptr<const CentralWork> MemoryCentralStore::look()
{
    return std::make_unique<Work>(database_, Transaction::To::look);
}

std::unique_ptr<MemoryCentralStore> MemoryCentralStore::copy() const
{
    const std::lock_guard lock{database_->mutex};
    auto copied = std::make_shared<Database>(database_->meanwhile, database_->counting);
    copied->tables = database_->committed();
    copied->commit = database_->commit;
    copied->sequence = database_->sequence;
    return std::unique_ptr<MemoryCentralStore>{new MemoryCentralStore{std::move(copied)}};
}

void MemoryCentralStore::begin_epoch(const std::string& epoch)
{
    const auto work = begin();
    work->stock().begin_epoch(epoch);
    work->commit();
}

void MemoryCentralStore::look_over(const std::function<void(base::BytesView)>& look) const
{
    const std::lock_guard lock{database_->mutex};
    const auto& tables = database_->tables;
    tables.records.each({}, [&](const auto&, const auto& row) { look(row.offer.bytes); });
    tables.quarantine.each({}, [&](const auto&, const auto& bytes) { look(bytes); });
    tables.centres.each({}, [&](const auto&, const auto& centre) { look(base::view_of(centre.name)); });
}

void MemoryCentralStore::fail_commits(std::optional<StoreFailure::Kind> kind)
{
    const std::lock_guard lock{database_->mutex};
    database_->fails = kind;
}

} // namespace frikort::core::store::central_memory
