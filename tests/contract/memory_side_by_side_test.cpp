// SPDX-License-Identifier: MPL-2.0
#include <atomic>
#include <thread>

#include "core/store/central_memory/transaction.hpp"
#include "tests/contract/central_stores.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"

// The engine in memory has Works open side by side and waits where PostgreSQL waits (order_test there): what
// the simulator finds with it would be found on that.

using namespace frikort::tests;
using namespace frikort::core;
using store::Kiosks;
using store::StoreFailure;

namespace {

// Counts how often somebody is held up.
class Counted final : public store::central_memory::Meanwhile {
public:
    void before_statement() override {}
    void held_up() override
    {
        ++times_;
        std::this_thread::yield();
    }
    void until_somebody_is() const
    {
        while (times_ == 0) std::this_thread::yield();
    }

private:
    std::atomic<int> times_ = 0;
};

const store::Centre centre{{records::StreamKind::centre, named<base::Hash>(5)}, "Havnen"};
constexpr store::Seconds now{std::chrono::seconds{5}};

struct Server {
    Server()
    {
        const auto work = store.begin();
        work->centres().add(centre);
        for (std::uint8_t which = 1; which <= 2; ++which)
            work->kiosks().add(
                {device(which), named<store::DeviceKey>(which), centre.stream, now, 0, now, {}});
        work->commit();
    }
    Counted others;
    store::central_memory::MemoryCentralStore store{"an epoch", others,
                                                    store::central_memory::Counting::in_turn};
};

std::vector<store::Stock::Offer> batch(std::uint8_t by, std::uint64_t count)
{
    std::vector<store::Stock::Offer> offers;
    for (const auto& record : chain(count, {.by = device(by)})) offers.push_back(offer(record));
    return offers;
}

} // namespace

TEST_CASE("In memory too what takes its place late is never skipped by a cursor", "[central]")
{
    Server server;
    auto early = server.store.begin();
    early->stock().take(batch(1, 3));
    std::thread other{[&] {
        const auto late = server.store.begin();
        late->stock().take(batch(2, 2));
        late->commit();
    }};
    server.others.until_somebody_is();
    const auto before = page(server.store, 0);
    CHECK(before.records.empty());
    early->commit();
    other.join();
    CHECK(page(server.store, before.counter).records.size() == 5);
}

TEST_CASE("In memory too a kiosk that only asks for news does not wait for another one's long push",
          "[central]")
{
    Server server;
    const auto push = server.store.begin();
    push->kiosks().advance(device(1), 1, now);
    push->stock().take(batch(1, 3));
    const auto news = server.store.begin(); // would wait for ever
    CHECK(news->kiosks().find(device(2)));
    CHECK(news->kiosks().advance(device(2), 7, now) == Kiosks::Counter::grew);
    news->commit();
    push->commit();
    CHECK(server.store.look()->kiosks().find(device(2))->request == 7);
    CHECK(server.store.look()->kiosks().find(device(1))->request == 1);
}

TEST_CASE("In memory too two requests of one kiosk never both have the same counter", "[central]")
{
    Server server;
    auto one = server.store.begin();
    CHECK(one->kiosks().advance(device(1), 5, now) == Kiosks::Counter::grew);
    auto answer = Kiosks::Counter::grew;
    std::thread other{[&] {
        const auto work = server.store.begin();
        answer = work->kiosks().advance(device(1), 5, now);
        work->commit();
    }};
    server.others.until_somebody_is();
    one->commit();
    other.join();
    CHECK(answer == Kiosks::Counter::behind);
}

TEST_CASE("In memory too of two that wait for each other one fails and the other is kept", "[central]")
{
    Server server;
    auto has_row = server.store.begin();
    CHECK(has_row->kiosks().find(device(1)));
    std::thread other{[&] {
        const auto has_turn = server.store.begin();
        has_turn->kiosks().freeze(device(1), now);
        has_turn->commit();
    }};
    server.others.until_somebody_is();
    try {
        has_row->stock().take(batch(1, 1));
        FAIL("both go on");
    } catch (const StoreFailure& failure) {
        CHECK(failure.kind == StoreFailure::Kind::in_use);
    }
    has_row.reset();
    other.join();
    CHECK(server.store.look()->kiosks().find(device(1))->frozen == now);
    CHECK(page(server.store, 0).records.empty());
}

TEST_CASE("A copy of a store in memory has what is committed and not what is under way", "[central]")
{
    Server server;
    const auto work = server.store.begin();
    work->kiosks().freeze(device(1), now);
    work->stock().take(batch(1, 3));
    const auto copy = server.store.copy();
    work->commit();
    CHECK_FALSE(copy->look()->kiosks().find(device(1))->frozen);
    CHECK(page(*copy, 0).records.empty());
    CHECK(take(*copy, chain(1, {.by = device(1)}).front()) == store::Stock::Taken::accepted);
    CHECK(page(server.store, 0).records.size() == 3);
}
