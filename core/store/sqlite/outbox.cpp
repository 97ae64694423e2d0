// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite/outbox.hpp"

#include "core/records/fork.hpp"
#include "core/store/sqlite/records.hpp"

namespace frikort::core::store::sqlite {

namespace {

// Literals, because only then the partial indexes are used: this is asked for the status line.
const char* counting(Delivery delivery)
{
    switch (delivery) {
    case Delivery::waiting:
        return "SELECT count(*) FROM record WHERE delivery = 0";
    case Delivery::rejected:
        return "SELECT count(*) FROM record WHERE delivery = 2";
    default:
        return "SELECT count(*) FROM record WHERE delivery = ?1";
    }
}

} // namespace

std::vector<records::Record> SqliteOutbox::waiting(std::size_t most, std::size_t bytes)
{
    std::vector<records::Record> taken;
    auto found = work_.connection().prepare("SELECT previous, digest, header, body"
                                            " FROM record JOIN sealed ON sealed.record = arrival"
                                            " WHERE delivery = 0 ORDER BY arrival");
    for (std::size_t used = 0; taken.size() < most && found.step();) {
        auto record = read_record(found, 0);
        used += records::encode(record).size();
        if (used > bytes && !taken.empty()) break;
        taken.push_back(std::move(record));
    }
    return taken;
}

std::vector<records::Record> SqliteOutbox::rejected(std::size_t most)
{
    std::vector<records::Record> taken;
    auto found = work_.connection().prepare("SELECT previous, digest, header, body"
                                            " FROM record JOIN sealed ON sealed.record = arrival"
                                            " WHERE delivery = 2 ORDER BY number, device");
    while (taken.size() < most && found.step()) taken.push_back(read_record(found, 0));
    return taken;
}

std::vector<records::Record> SqliteOutbox::rejected(const records::DeviceId& device, std::uint64_t after,
                                                    std::size_t most)
{
    std::vector<records::Record> taken;
    auto found = work_.connection().prepare("SELECT previous, digest, header, body"
                                            " FROM record INDEXED BY record_rejected"
                                            " JOIN sealed ON sealed.record = arrival"
                                            " WHERE delivery = 2 AND device = ?1 AND number > ?2"
                                            " ORDER BY number");
    found.with(device, after);
    while (taken.size() < most && found.step()) taken.push_back(read_record(found, 0));
    return taken;
}

std::uint64_t SqliteOutbox::count(Delivery delivery)
{
    auto counted = work_.connection().prepare(counting(delivery));
    if (delivery != Delivery::waiting && delivery != Delivery::rejected) {
        counted.with(static_cast<int>(delivery));
    }
    counted.step();
    return counted.count(0);
}

void SqliteOutbox::mark(const records::Id& id, Delivery delivery, const std::string& reason)
{
    work_.connection()
        .prepare("UPDATE record SET delivery = ?2, reason = ?3 WHERE id = ?1 AND stream IS NOT NULL")
        .with(id, static_cast<int>(delivery), reason)
        .run();
}

std::optional<Outbox::Standing> SqliteOutbox::standing(const records::Id& id)
{
    auto found = work_.connection().prepare("SELECT delivery, reason FROM record WHERE id = ?1");
    if (!found.with(id).step()) return std::nullopt;
    return Standing{static_cast<Delivery>(found.integer(0)), found.text(1)};
}

void SqliteOutbox::fork_off(const records::DeviceId& old, const std::string& reason)
{
    auto& connection = work_.connection();
    std::vector<std::pair<records::Id, records::Hash>> forked;
    auto found = connection.prepare("SELECT id, digest FROM record WHERE device = ?1 AND delivery IN (0, 2)");
    found.with(old);
    while (found.step()) forked.emplace_back(found.name<records::Id>(0), found.name<records::Hash>(1));
    for (const auto& [id, digest] : forked)
        connection.prepare("UPDATE record SET device = ?2, delivery = 2, reason = ?3 WHERE id = ?1")
            .with(id, records::fork_name(old, digest), reason)
            .run();
}

void SqliteOutbox::offer_all_again()
{
    work_.connection()
        .prepare("UPDATE record SET delivery = ?1, reason = '' WHERE stream IS NOT NULL"
                 " AND (delivery IN (?2, ?3) OR (delivery = ?4 AND class = ?5))")
        .with(static_cast<int>(Delivery::waiting), static_cast<int>(Delivery::accepted),
              static_cast<int>(Delivery::erased), static_cast<int>(Delivery::foreign),
              static_cast<int>(records::Class::erase))
        .run();
}

} // namespace frikort::core::store::sqlite
