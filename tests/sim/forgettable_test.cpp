// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_sqlite.hpp"
#include "tests/sim/machine.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"
#include "tests/support/seeded_chance.hpp"

using namespace frikort::tests;
using namespace frikort::tests::sim;
using namespace frikort::core;
using frikort::core::store::SqliteCentralStore;

namespace {

template <class Deed>
void done(store::CentralStore& store, Deed deed)
{
    const auto work = store.begin();
    deed(*work);
    work->commit();
}

} // namespace

TEST_CASE("What may be forgotten is not waited for, and takes nothing with it when it is forgotten")
{
    const store::Centre centre{{records::StreamKind::centre, named<base::Hash>(5)}, "Perronen"};
    const store::Kiosk kiosk{device(1), named<store::DeviceKey>(1), centre.stream};
    const auto record = made({});
    const store::Stock::Offer offered{header_of({}), record.stub(), store::Stock::Offer::Form::whole,
                                      encode(record)};
    int forgotten = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Machine machine{seed};
        SeededChance chance{seed};
        std::optional<SqliteCentralStore> store;
        const auto start = [&] {
            store.emplace(machine.folder.path(), SqliteCentralStore::Opening::first, chance);
        };
        const auto note = [&](std::uint64_t request) {
            const auto work = store->begin_forgettable();
            REQUIRE(work->kiosks().advance(kiosk.device, request, {}) == store::Kiosks::Counter::grew);
            work->commit();
        };
        const auto noted = [&] { return store->look()->kiosks().find(kiosk.device)->request; };
        start();
        done(*store, [&](auto& work) {
            work.centres().add(centre);
            work.kiosks().add(kiosk);
        });
        const bool more = seed % 2 == 0; // that is not to be forgotten
        note(7);
        CHECK(noted() == 7);
        if (more) done(*store, [&](auto& work) { work.stock().take({&offered, 1}); });
        note(8);
        machine.power.off();
        store.reset();
        machine.crash();
        start();
        CHECK(store->look()->stock().standing().counter == (more ? 1 : 0));
        CHECK(noted() >= (more ? 7 : 0));
        forgotten += noted() < 8;
    }
    CHECK(forgotten > 0);
}
