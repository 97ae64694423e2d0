// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"
#include "tests/sync/support/card_slots.hpp"

// A card's proof is held against its verifiers while nobody waits for it: others may write in between.

using namespace frikort::tests;
using namespace frikort::sync;
using namespace frikort::core;
using store::CentralStore;
using store::CentralWork;

namespace {

// Does something when a request takes the turn to write for the second time.
class Meanwhile final : public CentralStore {
public:
    Meanwhile(CentralStore& inner, std::function<void()> deed) : inner_{inner}, deed_{std::move(deed)} {}
    std::unique_ptr<CentralWork> begin() override
    {
        if (++begun_ == 2) deed_();
        return inner_.begin();
    }
    std::unique_ptr<CentralWork> begin_forgettable() override { return inner_.begin_forgettable(); }
    std::unique_ptr<const CentralWork> look() override { return inner_.look(); }

private:
    CentralStore& inner_;
    std::function<void()> deed_;
    int begun_ = 0;
};

} // namespace

TEST_CASE("A card that is replaced, or a kiosk that is revoked, while the proof is looked at opens nothing")
{
    Central central;
    Kiosk kiosk{1, central};
    Kiosk away{3, central};
    kiosk.enrol(central);
    const auto there = away.enrol(central, "Perronen").stream;
    const Notebook notebook{2};
    kiosk.begin(notebook);
    put_slot(kiosk, notebook);
    REQUIRE(kiosk.round().end == agent::End::done);

    bool opens = false;
    std::function<void()> deed;
    SECTION("nothing") { opens = true; }
    SECTION("an entry")
    {
        opens = true;
        kiosk.write(notebook);
    }
    SECTION("another slot of the same keys")
    {
        opens = true;
        put_slot(kiosk, notebook.stream, notebook.keys, base::Hash{{9}});
    }
    SECTION("a newer card")
    {
        renew(kiosk, notebook.stream, notebook.keys, sealing::NotebookKeys::random(kiosk.chance, 2));
    }
    SECTION("erased") { kiosk.erase(notebook, {{}, {sealing::first_generation(notebook.keys).link}}); }
    SECTION("revoked")
    {
        deed = [&] {
            const auto work = central.store.begin();
            work->kiosks().revoke(away.device(), central.clock.now());
            work->commit();
        };
    }
    Meanwhile meanwhile{central.store, [&] {
                            REQUIRE(kiosk.round().end == agent::End::done);
                            if (deed) deed();
                        }};
    const central::api::Desk desk{meanwhile, central.clock, central.journal, central.halves};
    const auto request =
        signed_request(away, protocol::follow_path, encode(protocol::FollowRequest{card, proof}), 900);
    CHECK((desk.handle(head_of(request, away.wire.authority()), request.body).status == 200) == opens);
    CHECK(central.store.look()->follows().opened(there, notebook.stream).has_value() == opens);
}
