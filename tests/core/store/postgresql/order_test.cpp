// SPDX-License-Identifier: MPL-2.0
#include "tests/core/store/postgresql/shared_database.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using store::Kiosks;
using store::Stock;

namespace {

std::vector<base::Bytes> bytes_of(const std::vector<Stock::Offer>& offers)
{
    std::vector<base::Bytes> all;
    for (const auto& offer : offers) all.push_back(offer.bytes);
    return all;
}

std::vector<Stock::Offer> batch(std::uint8_t by, std::uint64_t count)
{
    std::vector<Stock::Offer> offers;
    for (const auto& record : chain(count, {.by = device(by)})) offers.push_back(offer(record));
    return offers;
}

std::size_t lines_with(const std::string& words, const std::string& text)
{
    std::size_t found = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
    return found;
}

} // namespace

TEST_CASE("Late commit on PostgreSQL: what takes its place late is never skipped by a cursor", "[store]")
{
    const PostgresCluster cluster;
    PostgresServer first{cluster.url(), 1};
    PostgresServer second{cluster.url(), 2};
    const auto early = batch(1, 3);
    const auto late = batch(2, 2);

    auto work = first.store().begin();
    work->stock().take(early); // has its counters, and is not committed
    Beside other{[&] {
        const auto change = second.store().begin();
        change->stock().take(late);
        change->commit();
    }};
    // It waits for its turn, or (were counters given before the commit) is done.
    until_it_says(cluster.url(), waiting_for_a_lock,
                  [&](const std::string& waiting) { return waiting == "1" || other.is_done(); });
    const auto before = page(second.store(), 0);
    work->commit();
    work.reset();
    other.wait();

    auto seen = before.records;
    const auto after = page(second.store(), before.counter);
    seen.insert(seen.end(), after.records.begin(), after.records.end());
    auto expected = bytes_of(early);
    const auto behind = bytes_of(late);
    expected.insert(expected.end(), behind.begin(), behind.end());
    CHECK(seen == expected);
    CHECK(after.counter == 5);
}

TEST_CASE("A kiosk that only asks for news does not wait for another one's long push", "[store]")
{
    const PostgresCluster cluster;
    PostgresServer first{cluster.url(), 1};
    PostgresServer second{cluster.url(), 2};
    const store::Centre centre{{records::StreamKind::centre, named<base::Hash>(5)}, "Havnen"};
    const auto now = store::Seconds{std::chrono::seconds{5}};
    {
        const auto work = first.store().begin();
        work->centres().add(centre);
        for (std::uint8_t which = 1; which <= 2; ++which)
            work->kiosks().add(
                {device(which), named<store::DeviceKey>(which), centre.stream, now, 0, now, {}});
        work->commit();
    }
    const auto push = first.store().begin();
    push->kiosks().advance(device(1), 1, now);
    push->stock().take(batch(1, 3));

    const auto news = second.store().begin(); // would throw in_use after ten seconds
    CHECK(news->kiosks().find(device(2)));
    CHECK(news->kiosks().advance(device(2), 7, now) == Kiosks::Counter::grew);
    news->commit();
    push->commit();
    CHECK(second.store().look()->kiosks().find(device(2))->request == 7);
}

TEST_CASE("Two requests of one kiosk at two servers never both have the same counter", "[store]")
{
    const PostgresCluster cluster;
    PostgresServer first{cluster.url(), 1};
    PostgresServer second{cluster.url(), 2};
    const store::Centre centre{{records::StreamKind::centre, named<base::Hash>(5)}, "Havnen"};
    const auto now = store::Seconds{std::chrono::seconds{5}};
    {
        const auto work = first.store().begin();
        work->centres().add(centre);
        work->kiosks().add({device(1), named<store::DeviceKey>(1), centre.stream, now, 0, now, {}});
        work->commit();
    }
    auto one = first.store().begin();
    CHECK(one->kiosks().advance(device(1), 5, now) == Kiosks::Counter::grew);
    auto answer = Kiosks::Counter::grew;
    Beside other{[&] {
        const auto work = second.store().begin();
        answer = work->kiosks().advance(device(1), 5, now);
        work->commit();
    }};
    until_it_says(cluster.url(), waiting_for_a_lock,
                  [&](const std::string& waiting) { return waiting == "1" || other.is_done(); });
    one->commit();
    other.wait();
    CHECK(answer == Kiosks::Counter::behind);
}

TEST_CASE("Of two transactions that wait for each other one comes again and the other is kept", "[store]")
{
    const PostgresCluster cluster;
    PostgresServer first{cluster.url(), 1};
    PostgresServer second{cluster.url(), 2};
    const store::Centre centre{{records::StreamKind::centre, named<base::Hash>(5)}, "Havnen"};
    const auto now = store::Seconds{std::chrono::seconds{5}};
    {
        const auto work = first.store().begin();
        work->centres().add(centre);
        work->kiosks().add({device(1), named<store::DeviceKey>(1), centre.stream, now, 0, now, {}});
        work->commit();
    }
    std::atomic<int> in_use = 0;
    const auto done = [&](store::CentralWork& work, const auto& deed) {
        try {
            deed();
            work.commit();
        } catch (const store::StoreFailure& failure) {
            if (failure.kind == store::StoreFailure::Kind::in_use) ++in_use;
        }
    };
    auto has_row = first.store().begin();
    CHECK(has_row->kiosks().find(device(1)));
    Beside other{[&] {
        const auto has_turn = second.store().begin();
        done(*has_turn, [&] { has_turn->kiosks().freeze(device(1), now); });
    }};
    until_it_says(cluster.url(), waiting_for_a_lock,
                  [&](const std::string& waiting) { return waiting == "1" || other.is_done(); });
    done(*has_row, [&] { has_row->stock().take(batch(1, 1)); });
    has_row.reset();
    other.wait();
    CHECK(in_use == 1);
    const bool frozen = second.store().look()->kiosks().find(device(1))->frozen.has_value();
    CHECK(frozen == page(second.store(), 0).records.empty());
}

TEST_CASE("A batch of two hundred takes as many statements as a batch of one", "[store]")
{
    PostgresCluster cluster{{"log_statement=all"}};
    PostgresServer server{cluster.url(), 1};
    const auto statements = [&](const std::vector<Stock::Offer>& offers) {
        const auto before = lines_with("execute s", cluster.log());
        const auto work = server.store().begin();
        work->stock().take(offers);
        work->commit();
        return lines_with("execute s", cluster.log()) - before;
    };
    statements(batch(9, 1)); // whatever is only asked for once
    const auto one = statements(batch(1, 1));
    CHECK(one > 0);
    CHECK(one <= 4);
    CHECK(statements(batch(2, 200)) == one);
    // Whoever sends it all again, and whoever fills two hundred stubs.
    CHECK(statements(batch(2, 200)) < one);
    auto stubs = batch(3, 200);
    for (auto& stub : stubs) stub.form = Stock::Offer::Form::stub;
    CHECK(statements(stubs) == one);
    CHECK(statements(batch(3, 200)) == one + 1);
}
