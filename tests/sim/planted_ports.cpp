// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/planted_ports.hpp"

#include <algorithm>

namespace frikort::tests::sim {

using core::records::Class;
using core::records::Id;
using core::records::Record;
using core::records::StreamId;
using core::store::Cursors;
using core::store::Delivery;
using core::store::Outbox;
using core::store::Records;
using core::store::Work;

namespace {

// Plant::erased_kept: what arrives from elsewhere erases nothing here.
class KeepsErased final : public Records {
public:
    explicit KeepsErased(Records& inner) : inner_{inner} {}
    Tip tip(const core::records::DeviceId& device) override { return inner_.tip(device); }
    Added add(const Record& record, Delivery delivery) override
    {
        heard_ |= delivery == Delivery::foreign;
        return inner_.add(record, delivery);
    }
    Added add_fork(const Record& record, Delivery delivery) override
    {
        return inner_.add_fork(record, delivery);
    }
    std::optional<Record> find(const Id& id) override { return inner_.find(id); }
    std::optional<core::records::Stub> stub(const Id& id) override { return inner_.stub(id); }
    bool erase_body(const Id& id) override { return !heard_ && inner_.erase_body(id); }
    void let_go(const StreamId& stream) override { inner_.let_go(stream); }
    std::vector<Record> of_stream(const StreamId& stream) override { return inner_.of_stream(stream); }
    std::vector<Record> of_stream(const StreamId& stream, Class what) override
    {
        return inner_.of_stream(stream, what);
    }

private:
    Records& inner_;
    bool heard_ = false;
};

class SameOutbox : public Outbox {
public:
    explicit SameOutbox(Outbox& inner) : inner_{inner} {}
    std::vector<Record> waiting(std::size_t most, std::size_t bytes) override
    {
        return inner_.waiting(most, bytes);
    }
    std::vector<Record> rejected(std::size_t most) override { return inner_.rejected(most); }
    std::vector<Record> rejected(const core::records::DeviceId& device, std::uint64_t after,
                                 std::size_t most) override
    {
        return inner_.rejected(device, after, most);
    }
    std::uint64_t count(Delivery delivery) override { return inner_.count(delivery); }
    void mark(const Id& id, Delivery delivery, const std::string& reason) override
    {
        inner_.mark(id, delivery, reason);
    }
    std::optional<Standing> standing(const Id& id) override { return inner_.standing(id); }
    void fork_off(const core::records::DeviceId& old, const std::string& reason) override
    {
        inner_.fork_off(old, reason);
    }
    void offer_all_again() override { inner_.offer_all_again(); }

protected:
    Outbox& inner_;
};

// Plant::chain_hole.
class SendsNoStubs final : public SameOutbox {
public:
    using SameOutbox::rejected;
    using SameOutbox::SameOutbox;
    std::vector<Record> rejected(const core::records::DeviceId&, std::uint64_t, std::size_t) override
    {
        return {};
    }
};

// Plant::erasure_not_reoffered.
class OffersNoErasure final : public SameOutbox {
public:
    using SameOutbox::SameOutbox;
    void offer_all_again() override
    {
        std::vector<Id> waited;
        for (const auto& record : inner_.waiting(all, all)) waited.push_back(id_of(record));
        inner_.offer_all_again();
        for (const auto& record : inner_.waiting(all, all)) {
            const auto header = core::records::decode_header(record.header);
            const bool waits_since = std::find(waited.begin(), waited.end(), header->id) == waited.end();
            if (header->what == Class::erase && waits_since) inner_.mark(header->id, Delivery::accepted, "");
        }
    }

private:
    static constexpr std::size_t all = std::size_t{1} << 40U;
    static Id id_of(const Record& record) { return core::records::decode_header(record.header)->id; }
};

// Plant::shared_cursor.
class OneCursor final : public Cursors {
public:
    explicit OneCursor(Cursors& inner) : inner_{inner} {}
    std::optional<Cursor> of(const StreamId& stream) override
    {
        auto furthest = inner_.of(stream);
        for (const auto& other : inner_.followed()) {
            const auto cursor = inner_.of(other);
            if (cursor && (!furthest || furthest->counter < cursor->counter)) furthest = cursor;
        }
        return furthest;
    }
    void move(const StreamId& stream, const Cursor& cursor) override { inner_.move(stream, cursor); }
    std::vector<StreamId> followed() override { return inner_.followed(); }
    void forget_all() override { inner_.forget_all(); }

private:
    Cursors& inner_;
};

class Ports final : public PlantedPorts {
public:
    Ports(Plant plant, Work& work)
        : plant_{plant}, work_{work}, keeps_{work.records()}, offers_{work.outbox()},
          no_stubs_{work.outbox()}, one_{work.cursors()}
    {
    }
    Records& records() override
    {
        return plant_ == Plant::erased_kept ? static_cast<Records&>(keeps_) : work_.records();
    }
    Outbox& outbox() override
    {
        if (plant_ == Plant::erasure_not_reoffered) return offers_;
        if (plant_ == Plant::chain_hole) return no_stubs_;
        return work_.outbox();
    }
    Cursors& cursors() override
    {
        return plant_ == Plant::shared_cursor ? static_cast<Cursors&>(one_) : work_.cursors();
    }

private:
    Plant plant_;
    Work& work_;
    KeepsErased keeps_;
    OffersNoErasure offers_;
    SendsNoStubs no_stubs_;
    OneCursor one_;
};

} // namespace

std::unique_ptr<PlantedPorts> plant_ports(Plant plant, Work& work)
{
    switch (plant) {
    case Plant::erased_kept:
    case Plant::erasure_not_reoffered:
    case Plant::shared_cursor:
    case Plant::chain_hole:
        return std::make_unique<Ports>(plant, work);
    default:
        return nullptr;
    }
}

} // namespace frikort::tests::sim
