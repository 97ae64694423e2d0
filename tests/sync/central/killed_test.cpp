// SPDX-License-Identifier: MPL-2.0
#include <random>

#include "sync/central/api/enrolment.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child.hpp"
#include "tests/sync/support/compared.hpp"
#include "tests/sync/support/engines.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;

namespace {

// A server and a kiosk that writes and pushes without end, and says how many records were acknowledged.
int push_for_ever(const ServedDatabase& database, std::uint64_t life, const Child::Mouth& mouth)
{
    SeededChance chance{life};
    const auto opened = database.open(chance);
    auto& store = *opened;
    Central central;
    const central::api::Desk desk{store, central.clock, central.journal, chance};
    Kiosk kiosk{life, central};
    kiosk.wire.lead_to(desk);
    compare(store, "Perronen");
    const auto code = central::api::issue_code(store, "Perronen", central.clock.now(), chance);
    if (!agent::enrol(kiosk.store, kiosk.wire, kiosk.key, code->in_groups())) return 1;
    const Notebook notebook{life};
    for (std::uint64_t written = 0;;) {
        for (std::uint64_t batch = 0; batch <= written % 7; ++batch) kiosk.write(notebook);
        if (kiosk.round().end != agent::End::done || kiosk.standing().waiting != 0) return 2;
        written = kiosk.holds(notebook.stream);
        mouth.say(std::to_string(written));
    }
}

} // namespace

TEST_CASE("What a killed server acknowledged is there when it starts again")
{
    const ServedDatabase database{GENERATE(Engine::sqlite, Engine::postgresql)};
    std::mt19937 chance{20};
    for (std::uint64_t life = 1; life <= 10; ++life) {
        CAPTURE(life);
        Child child{[&](const Child::Mouth& mouth) { return push_for_ever(database, life, mouth); }};
        std::uint64_t said = 0;
        for (auto lines = 1 + chance() % 20; lines > 0; --lines) {
            const auto line = child.line();
            REQUIRE(line);
            said = std::stoull(*line);
        }
        child.kill();
        while (const auto line = child.line()) said = std::stoull(*line); // said before it died

        SeededChance again{99};
        const auto store = database.open(again);
        const auto device = Kiosk{life, Central{}}.device();
        const auto held = store->look()->stock().held_from(device, 9);
        CHECK(held.highest >= said);
        CHECK(held.lacks.empty());
        const auto page =
            store->look()->stock().page(Notebook{life}.stream, 0, 1'000'000, 1'000'000'000, std::nullopt);
        CHECK(page.records.size() == held.highest);
    }
}
