// SPDX-License-Identifier: MPL-2.0
#include "core/store/data_folder.hpp"
#include "core/store/sqlite_store.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/full_disk.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using agent::Request;
using agent::Trouble;
using agent::Unreachable;
using frikort::core::base::no;
using frikort::core::records::Class;
using frikort::core::store::Delivery;
using frikort::core::store::StoreFailure;

namespace {

// A kiosk on a real database; the server and the way to it are in memory, so that only its own disk is full.
struct OnDisk {
    OnDisk() { restart(); }
    void restart()
    {
        store.reset();
        data.reset();
        data.emplace(folder / "data");
        store.emplace(*data);
    }
    agent::Place enrol() { return *agent::enrol(*store, wire, key, central.code_for("Værestedet Havnen")); }
    End round() { return run_round(*store, wire, key).end; }
    Scribe scribe() { return {*store, key, chance}; }

    TemporaryFolder folder;
    std::optional<frikort::core::store::DataFolder> data;
    std::optional<frikort::core::store::SqliteStore> store;
    Central central{"first epoch", {.page_records = 3}};
    SeededChance chance{9};
    frikort::core::sealing::SigningKey key = signing_key(chance);
    Wire wire{central.desk};
};

} // namespace

TEST_CASE("A page that a full disk has no room for leaves page and cursor out together")
{
    OnDisk kiosk;
    const auto centre = kiosk.enrol().stream;
    Kiosk neighbour{1, kiosk.central};
    neighbour.enrol(kiosk.central);
    for (int i = 0; i < 10; ++i) neighbour.write(centre, Class::content, {1});
    neighbour.round();

    std::optional<FullDisk> full;
    int pages = 0;
    kiosk.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) {
        auto answer = pass(request);
        if (request.path == protocol::pull_path && ++pages == 2) full.emplace();
        return answer;
    });
    CHECK(failing([&] { kiosk.round(); }) == StoreFailure::Kind::full);
    full.reset();
    CHECK(held_in(*kiosk.store, centre) == 3);
    kiosk.restart();
    CHECK(held_in(*kiosk.store, centre) == 3);

    kiosk.wire.heal();
    kiosk.wire.sent.clear();
    CHECK(kiosk.round() == End::done);
    CHECK(held_in(*kiosk.store, centre) == 10);
    CHECK(kiosk.wire.asked(protocol::pull_path) == 4); // and the sums
}

TEST_CASE("What the server took while the kiosk's disk was full is offered again and is there once")
{
    OnDisk kiosk;
    kiosk.enrol();
    const Notebook notebook{2};
    const auto entry = kiosk.scribe().write(notebook);
    std::optional<FullDisk> full;
    kiosk.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) {
        auto answer = pass(request);
        if (request.path == protocol::push_path) full.emplace();
        return answer;
    });
    CHECK(failing([&] { kiosk.round(); }) == StoreFailure::Kind::full);
    full.reset();
    CHECK(standing_of(*kiosk.store, entry).delivery == Delivery::waiting);
    CHECK(kiosk.central.records() == 1);

    kiosk.wire.heal();
    CHECK(kiosk.round() == End::done);
    CHECK(standing_of(*kiosk.store, entry).delivery == Delivery::accepted);
    CHECK(kiosk.central.records() == 1);
}

TEST_CASE("What the server has stays on the kiosk")
{
    OnDisk kiosk;
    kiosk.enrol();
    const Notebook notebook{2};
    std::vector<frikort::core::base::Bytes> written;
    for (int i = 0; i < 5; ++i) written.push_back(encode(kiosk.scribe().write(notebook)));
    CHECK(kiosk.round() == End::done);
    for (int life = 1; life <= 2; ++life) {
        std::vector<frikort::core::base::Bytes> kept;
        for (const auto& record : kiosk.store->begin()->records().of_stream(notebook.stream))
            kept.push_back(encode(record));
        CHECK(kept == written);
        kiosk.restart();
    }
}

TEST_CASE("How the kiosk stands with its server is counted anew and outlives a restart")
{
    OnDisk kiosk;
    const auto standing = [&] { return standing_in(*kiosk.store); };
    CHECK(standing().waiting == 0);
    CHECK_FALSE(standing().centre);
    CHECK_FALSE(standing().last_contact);
    CHECK_FALSE(standing().trouble);
    kiosk.scribe().write(Notebook{2});
    CHECK(kiosk.round() == End::not_enrolled);
    CHECK(standing().waiting == 1);
    CHECK_FALSE(standing().trouble);

    const auto place = kiosk.enrol();
    const auto enrolled = kiosk.central.clock.now();
    kiosk.central.clock.pass(std::chrono::hours{2});
    kiosk.wire.on_the_way(
        [](const Request&, const Wire::Pass&) -> Wire::Answer { return no(Unreachable::no_server); });
    kiosk.round();
    kiosk.restart();
    CHECK(standing().waiting == 1);
    CHECK(standing().centre == place);
    CHECK(standing().last_contact == enrolled);
    CHECK(standing().trouble == Trouble::no_server);

    kiosk.wire.heal();
    CHECK(kiosk.enrol() == place); // once more, as after a lost answer
    CHECK_FALSE(standing().trouble);
    kiosk.round();
    kiosk.restart();
    CHECK(standing().waiting == 0);
    CHECK(standing().last_contact == kiosk.central.clock.now());
    CHECK_FALSE(standing().trouble);
}
