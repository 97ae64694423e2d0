// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_memory.hpp"

#include <algorithm>
#include <mutex>

#include "core/base/must.hpp"
#include "core/store/central_memory_stock.hpp"

namespace frikort::core::store {

struct MemoryCentralStore::Disk {
    std::mutex turn;
    MemoryTables tables;
    std::optional<StoreFailure::Kind> fails;
};

namespace {

class MemoryCentres final : public Centres {
public:
    explicit MemoryCentres(MemoryTables& tables) : tables_{tables} {}
    std::optional<Centre> find(const records::StreamId& stream) const override
    {
        const auto found = tables_.centres.find(stream);
        return found == tables_.centres.end() ? std::nullopt : std::optional{found->second};
    }
    std::optional<Centre> named(const std::string& name) const override
    {
        for (const auto& [stream, centre] : tables_.centres)
            if (centre.name == name) return centre;
        return std::nullopt;
    }
    std::vector<Centre> all() const override
    {
        std::vector<Centre> centres;
        for (const auto& [stream, centre] : tables_.centres) centres.push_back(centre);
        std::sort(centres.begin(), centres.end(),
                  [](const Centre& a, const Centre& b) { return a.name < b.name; });
        return centres;
    }
    void add(const Centre& centre) override
    {
        base::must(!find(centre.stream) && !named(centre.name) && !centre.compared);
        tables_.set(tables_.centres, centre.stream, centre);
    }
    void compare(const records::StreamId& stream, const Centre::Compared& compared) override
    {
        auto centre = find(stream);
        if (!centre || centre->compared) return;
        centre->compared = compared;
        tables_.set(tables_.centres, stream, *centre);
    }

private:
    MemoryTables& tables_;
};

class MemoryKiosks final : public Kiosks {
public:
    explicit MemoryKiosks(MemoryTables& tables) : tables_{tables} {}
    std::optional<Kiosk> find(const records::DeviceId& device) const override
    {
        const auto found = tables_.kiosks.find(device);
        return found == tables_.kiosks.end() ? std::nullopt : std::optional{found->second};
    }
    std::vector<Kiosk> all() const override
    {
        std::vector<Kiosk> kiosks;
        for (const auto& [device, kiosk] : tables_.kiosks) kiosks.push_back(kiosk);
        std::stable_sort(kiosks.begin(), kiosks.end(),
                         [](const Kiosk& a, const Kiosk& b) { return a.enrolled < b.enrolled; });
        return kiosks;
    }
    void add(const Kiosk& kiosk) override
    {
        base::must(!find(kiosk.device) && !kiosk.revoked && !kiosk.frozen);
        tables_.set(tables_.kiosks, kiosk.device, kiosk);
        if (kiosk.before) hear_as(kiosk.device, *kiosk.before);
    }
    void adopt(const records::DeviceId& device, const records::DeviceId& before) override
    {
        const auto kiosk = find(device);
        if (!kiosk || kiosk->before) return;
        change(device, [&](Kiosk& one) { one.before = before; });
        hear_as(device, before);
    }
    void freeze(const records::DeviceId& device, Seconds now) override
    {
        change(device, [&](Kiosk& kiosk) { kiosk.frozen = kiosk.frozen.value_or(now); });
    }
    void revoke(const records::DeviceId& device, Seconds now) override
    {
        change(device, [&](Kiosk& kiosk) { kiosk.revoked = kiosk.revoked.value_or(now); });
    }
    void note(const records::DeviceId& device, const Kiosk::Told& told) override
    {
        change(device, [&](Kiosk& kiosk) { kiosk.told = told; });
    }
    void tell_root(const records::DeviceId& device, const CentreRoot& root) override
    {
        change(device, [&](Kiosk& kiosk) {
            if (!kiosk.root)
                kiosk.root = root;
            else if (*kiosk.root != root && !kiosk.other_root)
                kiosk.other_root = root;
        });
    }
    Counter advance(const records::DeviceId& device, std::uint64_t request, Seconds now) override
    {
        auto kiosk = find(device);
        if (!kiosk || kiosk->request >= request) return Counter::behind;
        kiosk->request = request;
        kiosk->contact = now;
        tables_.set(tables_.kiosks, device, *kiosk);
        return Counter::grew;
    }

private:
    void hear_as(const records::DeviceId& device, const records::DeviceId& before)
    {
        std::vector<std::pair<records::StreamId, bool>> heard;
        for (const auto& [writer, keys] : tables_.wrote)
            if (writer.first == before) heard.emplace_back(writer.second, keys);
        for (const auto& [stream, keys] : heard) {
            const auto own = tables_.wrote.find({device, stream});
            const bool all = keys || (own != tables_.wrote.end() && own->second);
            tables_.set(tables_.wrote, std::pair{device, stream}, all);
        }
    }
    template <class Deed>
    void change(const records::DeviceId& device, Deed deed)
    {
        auto kiosk = find(device);
        if (!kiosk) return;
        deed(*kiosk);
        tables_.set(tables_.kiosks, device, *kiosk);
    }

    MemoryTables& tables_;
};

class MemoryCodes final : public Codes {
public:
    explicit MemoryCodes(MemoryTables& tables) : tables_{tables} {}
    std::optional<Code> find(const base::Hash& digest) const override
    {
        const auto found = tables_.codes.find(digest);
        return found == tables_.codes.end() ? std::nullopt : std::optional{found->second};
    }
    void add(const Code& code) override
    {
        base::must(!find(code.digest) && !code.used_by);
        tables_.set(tables_.codes, code.digest, code);
    }
    void use(const base::Hash& digest, const records::DeviceId& device) override
    {
        auto code = find(digest);
        if (!code) return;
        code->used_by = device;
        tables_.set(tables_.codes, digest, *code);
    }
    void end_unused() override
    {
        const auto all = tables_.codes;
        for (const auto& [digest, code] : all)
            if (!code.used_by) tables_.drop(tables_.codes, digest);
    }

private:
    MemoryTables& tables_;
};

class MemoryHalves final : public Halves {
public:
    explicit MemoryHalves(MemoryTables& tables) : tables_{tables} {}
    std::optional<Half> of(const records::DeviceId& device) const override
    {
        const auto found = tables_.halves.find(device);
        return found == tables_.halves.end() ? std::nullopt : std::optional{found->second};
    }
    void keep(const records::DeviceId& device, const Half& half) override
    {
        base::must(tables_.kiosks.contains(device));
        if (!of(device)) tables_.set(tables_.halves, device, half);
    }

private:
    MemoryTables& tables_;
};

template <class Disk>
class MemoryCentralWork final : public CentralWork {
public:
    explicit MemoryCentralWork(Disk& disk) : disk_{disk}, turn_{disk.turn} {}
    ~MemoryCentralWork() override
    {
        auto& undo = disk_.tables.undo;
        for (auto step = undo.rbegin(); step != undo.rend(); ++step) (*step)();
        undo.clear();
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
        if (disk_.fails) throw StoreFailure{*disk_.fails, "a commit that was made to fail"};
        disk_.tables.undo.clear();
    }

private:
    Disk& disk_;
    std::unique_lock<std::mutex> turn_;
    MemoryStock stock_{disk_.tables};
    MemoryCentres centres_{disk_.tables};
    MemoryKiosks kiosks_{disk_.tables};
    MemoryCodes codes_{disk_.tables};
    MemoryFollows follows_{disk_.tables};
    MemoryBackups backups_{disk_.tables};
    MemoryHalves halves_{disk_.tables};
};

} // namespace

MemoryCentralStore::MemoryCentralStore(std::string epoch) : disk_{std::make_unique<Disk>()}
{
    disk_->tables.standing.epoch = std::move(epoch);
}

MemoryCentralStore::~MemoryCentralStore() = default;

std::unique_ptr<CentralWork> MemoryCentralStore::begin()
{
    return std::make_unique<MemoryCentralWork<Disk>>(*disk_);
}

std::unique_ptr<const CentralWork> MemoryCentralStore::look()
{
    return std::make_unique<MemoryCentralWork<Disk>>(*disk_);
}

std::unique_ptr<MemoryCentralStore> MemoryCentralStore::copy() const
{
    const std::lock_guard lock{disk_->turn};
    auto copied = std::make_unique<MemoryCentralStore>(std::string{});
    copied->disk_->tables = disk_->tables;
    return copied;
}

void MemoryCentralStore::begin_epoch(std::string epoch)
{
    const std::lock_guard lock{disk_->turn};
    disk_->tables.standing.epoch = std::move(epoch);
}

void MemoryCentralStore::look_over(const std::function<void(base::BytesView)>& look) const
{
    const std::lock_guard lock{disk_->turn};
    for (const auto& [id, row] : disk_->tables.records) look(row.offer.bytes);
    for (const auto& [hash, bytes] : disk_->tables.quarantine) look(bytes);
    for (const auto& [stream, centre] : disk_->tables.centres) look(base::view_of(centre.name));
}

void MemoryCentralStore::fail_commits(std::optional<StoreFailure::Kind> kind)
{
    const std::lock_guard lock{disk_->turn};
    disk_->fails = kind;
}

} // namespace frikort::core::store
