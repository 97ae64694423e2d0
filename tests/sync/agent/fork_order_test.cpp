// SPDX-License-Identifier: MPL-2.0
#include "core/actions/erase_notebook.hpp"
#include "core/actions/open_new_notebook.hpp"
#include "core/actions/renew_notebook.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/engines.hpp"
#include "tests/sync/support/world.hpp"

// What a kiosk wrote while it was not heard comes in the order in which it was written (R13): a new card is
// worth nothing before the one it replaces, and nobody erases with a card that is not known.

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
namespace core = frikort::core;

namespace {

// Who stands at this kiosk, under the name it has now.
struct AtIt {
    explicit AtIt(Kiosk& kiosk)
        : store{kiosk.store}, actions{core::sealing::SigningKey::from_seed(kiosk.key.seed()),
                                      core::sealing::Pepper::random(kiosk.chance),
                                      kiosk.chance,
                                      std::nullopt,
                                      std::nullopt,
                                      {std::size_t{8} << 10, 1}}
    {
    }
    static core::people::Code code() { return *core::people::Pin::typed("482915"); }
    core::actions::OpenNotebook begin()
    {
        auto made = core::actions::open_new_notebook(
            store, actions,
            {*core::people::CallName::from("Kim"), code(), core::actions::Recovery::no, std::nullopt});
        return std::move(made->notebook);
    }
    core::actions::OpenNotebook renew(const core::actions::OpenNotebook& open)
    {
        auto renewed = core::actions::renew_notebook(store, actions, open, {.code = code()});
        return std::move(renewed->notebook);
    }
    core::store::Store& store;
    core::actions::Kiosk actions;
};

void revoke(Central& central, const Kiosk& kiosk)
{
    const auto work = central.store.begin();
    work->kiosks().revoke(kiosk.device(), central.clock.now());
    work->commit();
}

void offer_again(Kiosk& kiosk)
{
    const auto work = kiosk.store.begin();
    agent::offer_refused_again(*work);
    work->commit();
}

} // namespace

TEST_CASE("Cards made while a kiosk was not heard are taken each after the one it replaces")
{
    const std::size_t at_once = GENERATE(200U, 3U);
    Central central{world_store(GENERATE(every_engine()), "epoch"), {.push_records = at_once}};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    std::vector<core::actions::OpenNotebook> notebooks;
    for (int i = 0; i < 4; ++i) notebooks.push_back(AtIt{kiosk}.begin());
    REQUIRE(kiosk.round().end == End::done);
    revoke(central, kiosk);
    for (auto& notebook : notebooks)
        for (int i = 0; i < 3; ++i) notebook = AtIt{kiosk}.renew(notebook);
    REQUIRE(kiosk.round().end == End::turned_away);
    REQUIRE(kiosk.enrol_anew(central, 11));
    for (auto& notebook : notebooks) notebook = AtIt{kiosk}.renew(notebook); // under the new name
    offer_again(kiosk);

    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.standing().refused == 0);
    CHECK(kiosk.standing().waiting == 0);
    for (const auto& notebook : notebooks)
        CHECK(central.of_stream(notebook.stream()).size() == kiosk.holds(notebook.stream()));
}

TEST_CASE(
    "A notebook erased at one of two machines with one name ends when staff let that in, two names later")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const auto notebook = AtIt{kiosk}.begin();
    kiosk.round();
    Kiosk twin{1, central};
    REQUIRE(agent::enrol(twin.store, twin.wire, twin.key, central.code_for("Værestedet Havnen")));
    twin.chance = SeededChance{99};
    twin.round(); // what was on the disk that was copied
    twin.begin(Notebook{5});
    REQUIRE(twin.round().end == End::done);

    REQUIRE(core::actions::erase_notebook(kiosk.store, AtIt{kiosk}.actions, notebook) ==
            core::actions::Erased::yes); // with a number that the twin's has at the server
    CHECK(kiosk.round().end == End::frozen);
    REQUIRE(kiosk.enrol_anew(central, 11));
    revoke(central, kiosk);
    REQUIRE(kiosk.round().end == End::turned_away);
    REQUIRE(kiosk.enrol_anew(central, 12));
    offer_again(kiosk);

    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.standing().waiting + kiosk.standing().refused == 0);
    CHECK(central.store.look()->stock().is_erased(notebook.stream()));
}
