// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_sqlite.hpp"
#include "core/store/sqlite/connection.hpp"
#include "tests/sim/fault_files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;
using namespace frikort::tests::sim;
using frikort::core::base::Bytes;
using frikort::core::store::sqlite::Connection;

TEST_CASE("Of what was synced a power cut leaves everything and of the rest each sector or not")
{
    bool lost = false;
    bool kept = false;
    bool torn = false;
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        FaultFile file;
        file.write(0, Bytes(1024, 1));
        file.sync();
        file.write(0, Bytes(1024, 2));
        Draw draw{seed, "crash"};
        file.crash(draw);
        REQUIRE(file.bytes().size() == 1024);
        const auto first = file.bytes().front();
        const auto last = file.bytes().back();
        CHECK(file.bytes()[511] == first);
        lost = lost || (first == 1 && last == 1);
        kept = kept || (first == 2 && last == 2);
        torn = torn || first != last;
    }
    CHECK(lost);
    CHECK(kept);
    CHECK(torn);
}

TEST_CASE("A database on such a disk keeps what was committed wherever the power goes")
{
    const TemporaryFolder folder;
    const auto path = folder / "some.db";
    for (std::uint64_t writes = 1; writes <= 40; ++writes) {
        FaultVfs vfs{writes};
        Power power;
        FaultFiles files{power};
        vfs.add(folder.path().native() + "/", files);
        int committed = 0;
        failing([&] {
            Connection connection{path};
            connection.make_durable();
            connection.execute("CREATE TABLE some (number INTEGER)");
            power.cut_at(writes, writes % 2 == 0 ? Power::Last::is_kept : Power::Last::is_lost);
            for (; committed < 20; ++committed) connection.execute("INSERT INTO some VALUES (1)");
        });
        power.on();
        Draw draw{writes, "crash"};
        for (auto& [name, file] : files.files) file->crash(draw);
        Connection connection{path};
        connection.make_durable();
        auto count = connection.prepare("SELECT count(*) FROM some");
        REQUIRE(count.step());
        CHECK(count.integer(0) >= committed);
        CHECK(count.integer(0) <= committed + 1);
    }
}
