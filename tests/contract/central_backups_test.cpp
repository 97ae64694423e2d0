// SPDX-License-Identifier: MPL-2.0
#include "tests/contract/central_stores.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using std::chrono::seconds;
using store::Backups;
using store::CentralStore;
using store::Seconds;

namespace {

constexpr Seconds monday{seconds{1'000'000}};

Backups::Backup backup(CentralStore& store, std::uint8_t which, std::uint64_t counter, Seconds made = monday)
{
    return {named<store::BackupId>(which),
            named<store::BackupSign>(7),
            named<base::Hash>(8),
            store.look()->stock().standing().epoch,
            counter,
            made};
}

template <class Deed>
void done(CentralStore& store, Deed deed)
{
    const auto work = store.begin();
    deed(*work);
    work->commit();
}

std::uint64_t mark(CentralStore& store) { return store.look()->backups().mark(monday + seconds{9}); }

} // namespace

TEMPLATE_TEST_CASE("Only what lies in a backup that was read back is marked", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto first = backup(on.store(), 1, 10);
    const auto second = backup(on.store(), 2, 20, monday + seconds{9});
    CHECK(mark(on.store()) == 0);
    done(on.store(), [&](store::CentralWork& work) {
        work.backups().add(second);
        work.backups().add(first);
    });
    on.reopen();
    CHECK(mark(on.store()) == 0);
    done(on.store(), [&](store::CentralWork& work) { work.backups().verify(first.id, monday); });
    on.reopen();
    CHECK(mark(on.store()) == 10);
    done(on.store(), [&](store::CentralWork& work) {
        work.backups().verify(second.id, monday);
        work.backups().verify(first.id, monday + seconds{3}); // again
        work.backups().verify(named<store::BackupId>(99), monday);
    });
    on.reopen();
    CHECK(mark(on.store()) == 20);
    const auto all = on.store().look()->backups().all();
    REQUIRE(all.size() == 2);
    CHECK(all[0].id == first.id);
    CHECK(all[0].verified == monday);
    CHECK(on.store().look()->backups().find(second.id)->digest == second.digest);
    CHECK_FALSE(on.store().look()->backups().find(named<store::BackupId>(99)));
}

TEMPLATE_TEST_CASE("A backup that is to be destroyed marks nothing any more", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    auto old = backup(on.store(), 1, 10);
    old.verified = monday;
    done(on.store(), [&](store::CentralWork& work) { work.backups().add(old); });
    const auto destroyed = monday + store::backups_last;
    CHECK(on.store().look()->backups().mark(destroyed - seconds{1}) == 10);
    CHECK(on.store().look()->backups().mark(destroyed) == 0);
}

TEMPLATE_TEST_CASE("A backup dated by a clock that ran ahead marks nothing before its date", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    auto ahead = backup(on.store(), 1, 10, monday + std::chrono::days{400});
    ahead.verified = ahead.made;
    done(on.store(), [&](store::CentralWork& work) { work.backups().add(ahead); });
    CHECK(on.store().look()->backups().mark(monday) == 0);
    CHECK(on.store().look()->backups().mark(ahead.made - seconds{1}) == 0);
    CHECK(on.store().look()->backups().mark(ahead.made) == 10);
}

TEMPLATE_TEST_CASE("A new epoch begins with no mark and goes on counting", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    take(on.store(), made({}));
    auto before = backup(on.store(), 1, 1);
    before.verified = monday;
    done(on.store(), [&](store::CentralWork& work) { work.backups().add(before); });
    CHECK(mark(on.store()) == 1);
    {
        const auto undone = on.store().begin();
        undone->stock().begin_epoch("never");
    }
    CHECK(on.store().look()->stock().standing().epoch == before.epoch);
    done(on.store(), [&](store::CentralWork& work) {
        work.stock().begin_epoch("another");
        CHECK(work.stock().standing().epoch == "another");
        CHECK(work.backups().mark(monday) == 0);
    });
    on.reopen();
    CHECK(on.store().look()->stock().standing().epoch == "another");
    CHECK(on.store().look()->stock().standing().counter == 1);
    CHECK(mark(on.store()) == 0);
}
