// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/pool.hpp"

#include "core/store/brought.hpp"
#include "core/store/may_erase.hpp"
#include "core/store/migrations.hpp"
#include "core/store/postgresql/durable.hpp"
#include "core/store/postgresql/epoch.hpp"
#include "core/store/postgresql/gaps.hpp"
#include "core/store/postgresql/schema.hpp"
#include "core/store/postgresql/stock.hpp"

namespace frikort::core::store::postgresql {

namespace {

// More than a server has workers. PostgreSQL allows a hundred for all processes together unless it is told.
constexpr std::size_t most_connections = 16;
constexpr std::chrono::seconds patience{10};

} // namespace

Pool::Pool(std::string url, std::optional<Erasures> erasures, std::optional<Revocations> revocations,
           base::Chance& chance)
    : url_{std::move(url)}, erasures_{std::move(erasures)}, revocations_{std::move(revocations)}, chance_{
                                                                                                      chance}
{
    resting_.push_back(open());
}

Pool::Taken Pool::take()
{
    std::unique_lock lock{mutex_};
    if (!came_back_.wait_for(lock, patience, [this] { return out_ < most_connections; }))
        throw StoreFailure{StoreFailure::Kind::in_use, "all connections are in use"};
    ++out_;
    if (!resting_.empty()) {
        auto connection = std::move(resting_.back());
        resting_.pop_back();
        return {std::move(connection), Taken::Age::rested};
    }
    lock.unlock();
    try {
        return {open(), Taken::Age::fresh};
    } catch (const StoreFailure& failure) {
        give_back(nullptr);
        // Whoever runs a database server that forgets is told at the start; kiosks are told to come again.
        if (failure.kind == StoreFailure::Kind::other)
            throw StoreFailure{StoreFailure::Kind::unreachable, failure.what()};
        throw;
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void Pool::give_back(std::unique_ptr<Connection> connection) noexcept
{
    {
        const std::lock_guard lock{mutex_};
        --out_;
        if (connection && connection->is_at_rest()) resting_.push_back(std::move(connection));
    }
    came_back_.notify_one();
}

void Pool::drop_resting() noexcept
{
    std::vector<std::unique_ptr<Connection>> dropped;
    const std::lock_guard lock{mutex_};
    dropped.swap(resting_);
}

void Pool::keep(const std::vector<base::Bytes>& erasures, const std::vector<Revocation>& revoked) const
{
    if (revocations_ && !revoked.empty()) revocations_->keep(revoked);
    if (erasures_ && !erasures.empty()) erasures_->keep(erasures);
}

std::unique_ptr<Connection> Pool::open()
{
    const std::lock_guard lock{opening_};
    auto connection = std::make_unique<Connection>(url_);
    make_durable(*connection);
    const bool is_first = !is_up_to_date_;
    if (is_first) bring_up_to_date(*connection, central_postgresql_schema());
    is_up_to_date_ = true;
    must_be_up_to_date(*connection, central_postgresql_schema());
    const auto epoch = settle_epoch(*connection, chance_);
    if (is_first) mend_gaps(*connection);
    if (erasures_ && epoch != erased_in_) {
        erase_again(*connection);
        catch_up(*connection);
    }
    if (revocations_ && epoch != erased_in_) revoke_again(*connection);
    erased_in_ = epoch;
    return connection;
}

// An older program that goes on serving for a while beside this one notes no gaps.
void Pool::mend_gaps(Connection& connection)
{
    {
        Transaction look{connection, Transaction::To::look};
        if (PostgresGaps{look}.wrong().empty()) return;
    }
    Transaction change{connection, Transaction::To::change};
    PostgresGaps gaps{change};
    for (const auto& device : gaps.wrong()) gaps.count_anew(device);
    change.commit();
}

// A database from a backup, and a standby that was behind when it was promoted, forget what was erased since
// (R17). Before anybody is answered from it.
void Pool::erase_again(Connection& connection)
{
    std::vector<Stock::Offer> offers;
    {
        Transaction look{connection, Transaction::To::look};
        const PostgresStock stock{look};
        for (const auto& bytes : erasures_->all()) {
            const auto record = *records::decode_record(bytes);
            auto offer = brought(record);
            if (!stock.is_erased(offer.header.stream) && may_erase(stock, record))
                offers.push_back(std::move(offer));
        }
    }
    if (offers.empty()) return;
    Transaction change{connection, Transaction::To::change};
    PostgresStock stock{change};
    stock.take(offers);
    if (!stock.erasures().empty()) change.commit();
}

// What other processes erased goes into our file as well: each file names everything up to its process's
// start.
void Pool::catch_up(Connection& connection)
{
    std::vector<base::Bytes> known;
    Transaction look{connection, Transaction::To::look};
    auto row = look.ask("SELECT bytes FROM record WHERE class = 3 AND kept = 0 ORDER BY counter");
    while (row.step()) known.push_back(row.bytes(0));
    erasures_->keep_missing(known);
}

// The same for kiosks, both ways.
void Pool::revoke_again(Connection& connection)
{
    Transaction change{connection, Transaction::To::change};
    PostgresKiosks kiosks{change};
    for (const auto& one : revocations_->all()) kiosks.revoke(one.device, one.at);
    std::vector<Revocation> known;
    for (const auto& kiosk : kiosks.all())
        if (kiosk.revoked) known.push_back({kiosk.device, *kiosk.revoked});
    if (!known.empty()) revocations_->keep(known);
    if (!kiosks.revoked().empty()) change.commit();
}

} // namespace frikort::core::store::postgresql
