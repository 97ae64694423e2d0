// SPDX-License-Identifier: MPL-2.0
#include "tests/contract/central_stores.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"

// What was told of a centre's keys, and what was compared.

using namespace frikort::tests;
using namespace frikort::core;
using store::Centre;
using store::CentreRoot;

namespace {

const records::StreamId havnen{records::StreamKind::centre, named<base::Hash>(5)};

store::Seconds at(int second) { return store::Seconds{std::chrono::seconds{second}}; }

template <class Deed>
void done(store::CentralStore& store, Deed deed)
{
    const auto work = store.begin();
    deed(*work);
    work->commit();
}

void found(store::CentralWork& work)
{
    work.centres().add({havnen, "Havnen"});
    work.kiosks().add({device(1), named<store::DeviceKey>(1), havnen, at(100), 1, at(100)});
}

} // namespace

TEMPLATE_TEST_CASE("A centre is compared once and stays as it was compared", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    done(on.store(), found);
    CHECK_FALSE(on.store().look()->centres().find(havnen)->compared);
    {
        const auto work = on.store().begin();
        work->centres().compare(havnen, {named<CentreRoot>(1), at(300)}); // and the power goes
    }
    CHECK_FALSE(on.store().look()->centres().find(havnen)->compared);
    done(on.store(), [](auto& work) {
        work.centres().compare(havnen, {named<CentreRoot>(1), at(300)});
        work.centres().compare(havnen, {named<CentreRoot>(2), at(400)});
    });
    on.reopen();
    const Centre::Compared compared{named<CentreRoot>(1), at(300)};
    CHECK(on.store().look()->centres().find(havnen)->compared == compared);
    CHECK(on.store().look()->centres().named("Havnen")->compared == compared);
}

TEMPLATE_TEST_CASE(
    "What a kiosk told of its centre's keys is never replaced and the first other stands beside it",
    "[central]", CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    done(on.store(), found);
    CHECK_FALSE(on.store().look()->kiosks().find(device(1))->root);
    for (const auto which : std::initializer_list<std::uint8_t>{1, 1, 2, 3, 1})
        done(on.store(), [&](auto& work) { work.kiosks().tell_root(device(1), named<CentreRoot>(which)); });
    done(on.store(), [](auto& work) { work.kiosks().tell_root(device(9), named<CentreRoot>(1)); }); // nobody
    on.reopen();
    const auto kiosk = on.store().look()->kiosks().find(device(1));
    CHECK(kiosk->root == named<CentreRoot>(1));
    CHECK(kiosk->other_root == named<CentreRoot>(2));
    CHECK(on.store().look()->kiosks().all().size() == 1);
}

TEMPLATE_TEST_CASE("All centres are listed by their names", "[central]", CentralOnSqlite, CentralOnPostgres,
                   CentralOnMemory)
{
    TestType on;
    const records::StreamId other{records::StreamKind::centre, named<base::Hash>(4)};
    done(on.store(), [&](auto& work) {
        work.centres().add({havnen, "Øen"});
        work.centres().add({other, "Perronen", std::nullopt, Centre::Served::as_before});
    });
    on.reopen();
    const auto all = on.store().look()->centres().all();
    REQUIRE(all.size() == 2);
    CHECK(all[0].name == "Perronen");
    CHECK(all[0].served == Centre::Served::as_before);
    CHECK(all[1].served == Centre::Served::once_compared);
}
