// SPDX-License-Identifier: MPL-2.0
#include "tests/bench/sync/raw.hpp"

#include <functional>

#include "core/store/postgresql/connection.hpp"
#include "core/store/sqlite/connection.hpp"
#include "tests/bench/bare_table.hpp"
#include "tests/bench/spent.hpp"
#include "tests/support/postgresql.hpp"
#include "tests/support/seeded_chance.hpp"

namespace frikort::tests::bench {

namespace {

namespace postgresql = core::store::postgresql;
namespace sqlite = core::store::sqlite;

constexpr std::size_t record_bytes = 440; // with header, previous and lengths
constexpr const char* unique_of_sqlite = "CREATE TABLE kept (id BLOB UNIQUE, device BLOB, number INTEGER, "
                                         "bytes BLOB, UNIQUE (device, number)) STRICT";
constexpr const char* unique_of_postgresql =
    "CREATE TABLE kept (id uuid UNIQUE, device uuid, number bigint, bytes bytea, UNIQUE (device, number))";

struct Rows {
    core::base::Bytes bytes = core::base::Bytes(record_bytes, 5);
    SeededChance chance{3};
};

double rate(std::size_t at_once, const std::function<void(Rows&)>& batch)
{
    Rows rows;
    const std::size_t batches = std::max<std::size_t>(20, 20'000 / at_once);
    const double begin = wall_ms();
    for (std::size_t i = 0; i < batches; ++i) batch(rows);
    return static_cast<double>(batches * at_once) / (wall_ms() - begin) * 1e3;
}

Raw of_sqlite(std::size_t at_once)
{
    const TemporaryFolder folder;
    sqlite::Connection connection{folder / "raw.db"};
    connection.make_durable();
    connection.execute(unique_of_sqlite);
    BareTable table{folder / "bare"};
    Raw raw;
    raw.bare = rate(at_once, [&](Rows& rows) {
        table.begin();
        for (std::size_t i = 0; i < at_once; ++i) table.insert(rows.bytes);
        table.commit();
    });
    raw.unique = rate(at_once, [&](Rows& rows) {
        const auto device = rows.chance.name<core::records::DeviceId>();
        sqlite::Transaction change{connection};
        auto statement = connection.prepare("INSERT INTO kept VALUES (?1, ?2, ?3, ?4)");
        for (std::uint64_t i = 0; i < at_once; ++i) {
            statement.with(rows.chance.name<core::base::Id>(), device, i, rows.bytes);
            statement.run();
            statement.again();
        }
        change.commit();
    });
    return raw;
}

Raw of_postgresql(std::size_t at_once)
{
    using postgresql::Array;
    const PostgresCluster cluster{std::filesystem::temp_directory_path(),
                                  {"shared_buffers=128MB", "max_wal_size=1GB"}};
    postgresql::Connection connection{cluster.url()};
    connection.execute("CREATE TABLE bare (bytes bytea)");
    connection.execute(unique_of_postgresql);
    Raw raw;
    raw.bare = rate(at_once, [&](Rows& rows) {
        Array bytes{Array::Of::bytea};
        for (std::size_t i = 0; i < at_once; ++i) bytes.add(rows.bytes);
        connection.ask("INSERT INTO bare SELECT unnest($1::bytea[])", bytes);
    });
    raw.unique = rate(at_once, [&](Rows& rows) {
        Array ids{Array::Of::uuid};
        Array devices{Array::Of::uuid};
        Array numbers{Array::Of::bigint};
        Array bytes{Array::Of::bytea};
        const auto device = rows.chance.name<core::records::DeviceId>();
        for (std::size_t i = 0; i < at_once; ++i) {
            ids.add(rows.chance.name<core::base::Id>());
            devices.add(device);
            numbers.add(std::uint64_t{i});
            bytes.add(rows.bytes);
        }
        connection.ask("INSERT INTO kept SELECT * FROM"
                       " unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bytea[])",
                       ids, devices, numbers, bytes);
    });
    return raw;
}

} // namespace

Raw raw_rates(Engine engine, std::size_t at_once)
{
    return engine == Engine::sqlite ? of_sqlite(at_once) : of_postgresql(at_once);
}

} // namespace frikort::tests::bench
