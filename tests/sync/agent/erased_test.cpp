// SPDX-License-Identifier: MPL-2.0
#include <filesystem>

#include "core/actions/rings.hpp"
#include "sync/central/api/enrolment.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/sync/support/compared.hpp"
#include "tests/sync/support/visitors.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using frikort::core::actions::Erased;
using frikort::core::actions::NotOpened;
using frikort::core::records::Class;
using frikort::core::records::Record;
using frikort::core::store::Delivery;
using Why = NotOpened::Why;

namespace {

Erased erase(VisitedKiosk& kiosk, const frikort::core::actions::OpenNotebook& open)
{
    return erase_notebook(kiosk.store(), kiosk.actions, open);
}

std::vector<Record> content_of(VisitedKiosk& kiosk, const frikort::core::records::StreamId& stream)
{
    auto all = kiosk.store().begin()->records().of_stream(stream, Class::content);
    const auto keys = kiosk.store().begin()->records().of_stream(stream, Class::key);
    all.insert(all.end(), keys.begin(), keys.end());
    return all;
}

// How many of these records' bodies stand in some file of a folder.
std::size_t found_in(const std::filesystem::path& folder, const std::vector<Record>& records)
{
    std::size_t found = 0;
    for (const auto& [name, content] : contents_of(folder)) {
        for (const auto& record : records) {
            const std::string body{record.body.begin() + 1, record.body.end()};
            if (content.find(body.substr(body.size() / 2)) != std::string::npos) ++found;
        }
    }
    return found;
}

} // namespace

TEST_CASE("An erased notebook is gone here at once and at the server and every other kiosk when they hear")
{
    Shared at;
    const auto all = content_of(at.second, at.stream());
    REQUIRE(all.size() == 5); // keys, card, name, two payments
    REQUIRE(found_in(at.server.database.folder(), all) >= 5);
    REQUIRE(erase(at.first, at.made.notebook) == Erased::yes);
    CHECK(at.first.open(at.made.card, "482915").error().why == Why::unknown);
    CHECK(at.first.holds(at.stream()) == 1); // the erasure
    CHECK(at.second.open(at.made.card, "482915"));

    at.first.round();
    CHECK(at.first.standing().waiting == 0);
    CHECK(at.server.of_stream(at.stream()).size() == 1);
    CHECK(found_in(at.server.database.folder(), all) == 0);
    at.second.round();
    CHECK(at.second.open(at.made.card, "482915").error().why == Why::unknown);
    CHECK(at.second.holds(at.stream()) == 1);
    CHECK(at.second.store().begin()->slots().of_stream(at.stream()).empty());
}

TEST_CASE("What was written without a network into a notebook that was erased elsewhere goes with it")
{
    Shared at{GENERATE(Engine::sqlite, Engine::postgresql)};
    erase(at.first, at.made.notebook);
    at.second.log(at.made.notebook, 55); // offline
    at.first.round();
    at.second.round();
    at.second.round();
    CHECK(at.server.of_stream(at.stream()).size() == 1);
    CHECK(at.second.holds(at.stream()) == 1);
    CHECK(at.second.standing().waiting == 0);
}

TEST_CASE("A kiosk that never sent a word of it hears of the erasure when it tries")
{
    Shared at{GENERATE(Engine::sqlite, Engine::postgresql)};
    VisitedKiosk third{3, at.server, "Havnen"};
    third.round();
    third.log(at.made.notebook, 7); // as with a notebook it was handed in another way
    erase(at.first, at.made.notebook);
    at.first.round();
    third.round();
    third.round();
    CHECK(third.holds(at.stream()) == 1);
    const auto held = at.server.store.look()->stock().held_from(third.device(), 9);
    CHECK(held.highest == 1);
    CHECK(held.lacks.empty());
    CHECK(at.server.of_stream(at.stream()).size() == 1);
    CHECK(third.store().begin()->records().of_stream(at.stream(), Class::content).empty());
}

TEST_CASE("A notebook that was made and erased without a network never reaches the server")
{
    RealServer server{GENERATE(Engine::sqlite, Engine::postgresql)};
    VisitedKiosk kiosk{1, server};
    const auto made = kiosk.new_notebook();
    kiosk.log(made.notebook, 100);
    REQUIRE(erase(kiosk, made.notebook) == Erased::yes);
    const auto next = kiosk.new_notebook("730264");
    CHECK(kiosk.round().end == agent::End::done);
    CHECK(server.of_stream(made.notebook.stream()).size() == 1);
    CHECK(server.of_stream(next.notebook.stream()).size() == 3);
    CHECK(kiosk.standing().refused == 0);
}

TEST_CASE("An old card with its old code erases nothing that has a newer one, neither here nor at the server")
{
    Shared at{GENERATE(Engine::sqlite, Engine::postgresql)};
    const auto now = at.first.renew(at.made.notebook, "730264");
    CHECK(erase(at.first, at.made.notebook) == Erased::newer_card);
    at.first.round();
    // Its kiosk has not synced, and erases its own copy; the server does not.
    CHECK(erase(at.second, at.made.notebook) == Erased::yes);
    const auto records = at.server.of_stream(at.stream()).size();
    at.second.round();
    at.first.round();
    CHECK(at.server.of_stream(at.stream()).size() == records);
    CHECK(at.second.standing().refused == 1);
    CHECK(at.first.sum(*at.first.open(now.card, "730264")) == 120);
}

TEST_CASE("A kiosk that forges an erasure erases nothing, neither at the server nor at another kiosk")
{
    Shared at{GENERATE(Engine::sqlite, Engine::postgresql)};
    namespace sealing = frikort::core::sealing;
    const auto thief = sealing::NotebookKeys::random(at.second.actions.chance);
    const auto known = frikort::core::actions::generations_of(*at.second.store().begin(), at.stream());
    std::vector<sealing::Erase> forged{{{}, known.links()}, {{}, {sealing::first_generation(thief).link}}};
    for (const auto& erase : forged) {
        const auto work = at.second.store().begin();
        frikort::core::actions::Pen{*work, at.second.actions, at.stream(), thief}.sign(erase);
        frikort::core::actions::settle(*work, at.stream());
        work->commit();
    }
    CHECK(at.second.open(at.made.card, "482915"));
    at.second.round();
    CHECK(at.second.standing().refused == 2);
    CHECK(at.server.of_stream(at.stream()).size() == 5);

    // And when a server passes them on all the same.
    for (const auto& record : at.second.store().begin()->records().of_stream(at.stream(), Class::erase)) {
        const auto work = at.first.store().begin();
        work->records().add(record, Delivery::foreign);
        frikort::core::actions::settle(*work, at.stream());
        work->commit();
    }
    CHECK(at.first.sum(*at.first.open(at.made.card, "482915")) == 120);
}

TEST_CASE("An erasure with an old card that a server passes on is not done where the newer card is known")
{
    Shared at{GENERATE(Engine::sqlite, Engine::postgresql)};
    erase(at.second, at.made.notebook);
    const auto old = at.second.store().begin()->records().of_stream(at.stream(), Class::erase).at(0);
    const auto now = at.first.renew(at.made.notebook, "730264");
    at.first.round();
    const auto work = at.first.store().begin();
    work->records().add(old, Delivery::foreign);
    frikort::core::actions::settle(*work, at.stream());
    CHECK_FALSE(frikort::core::actions::is_erased(*work, at.stream()));
    work->commit();
}

TEST_CASE("A restored server erases again what was erased since its backup, before it answers anybody")
{
    const TemporaryFolder folder;
    const TemporaryFolder kept;
    SeededChance chance{4};
    using frikort::core::store::SqliteCentralStore;
    Central memory;
    frikort::tests::Kiosk kiosk{1, memory};
    const Notebook notebook{2};
    const auto entry = [&] {
        SqliteCentralStore store{folder.path(), SqliteCentralStore::Opening::first, chance};
        const central::api::Desk desk{store, memory.clock, memory.journal, memory.halves};
        kiosk.wire.lead_to(desk);
        compare(store, "Perronen");
        const auto code = central::api::issue_code(store, "Perronen", memory.clock.now(), chance);
        REQUIRE(agent::enrol(kiosk.store, kiosk.wire, kiosk.key, code->in_groups()));
        kiosk.begin(notebook);
        auto written = kiosk.write(notebook);
        REQUIRE(kiosk.round().end == agent::End::done);
        return written;
    }();
    std::filesystem::copy(folder / "central.db", kept / "central.db");
    {
        SqliteCentralStore store{folder.path(), SqliteCentralStore::Opening::first, chance};
        const central::api::Desk desk{store, memory.clock, memory.journal, memory.halves};
        kiosk.wire.lead_to(desk);
        const auto link = frikort::core::sealing::first_generation(notebook.keys).link;
        kiosk.erase(notebook, {{}, {link}});
        REQUIRE(kiosk.round().end == agent::End::done);
        CHECK(store.look()->stock().is_erased(notebook.stream));
    }
    CHECK(found_in(folder.path(), {entry}) == 0);
    std::filesystem::copy(kept / "central.db", folder / "central.db",
                          std::filesystem::copy_options::overwrite_existing);
    CHECK(found_in(folder.path(), {entry}) == 1);
    const SqliteCentralStore store{folder.path(), SqliteCentralStore::Opening::first, chance};
    CHECK(found_in(folder.path(), {entry}) == 0);
}
