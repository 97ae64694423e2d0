// SPDX-License-Identifier: MPL-2.0
#include <random>
#include <sstream>

#include "tests/contract/stores.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using store::Delivery;
using store::Slots;
using store::Work;

namespace {

std::uint32_t upto(std::mt19937& chance, std::uint32_t most)
{
    return static_cast<std::uint32_t>(chance() % (most + 1));
}

records::Record any_record(std::mt19937& chance)
{
    const auto number = 1 + upto(chance, 12);
    const auto id = named<base::Id>(3, upto(chance, 40) == 0 ? upto(chance, 12) : number);
    return made({.number = number,
                 .by = device(static_cast<std::uint8_t>(1 + upto(chance, 1))),
                 .in = notebook(static_cast<std::uint8_t>(1 + upto(chance, 2))),
                 .what = records::Class{static_cast<std::uint8_t>(1 + upto(chance, 2))},
                 .id = id,
                 .body = base::Bytes(upto(chance, 3), 1)});
}

// One change, or nothing; what it answered is written down.
void change(Work& work, std::mt19937& chance, std::ostream& told)
{
    const auto record = any_record(chance);
    const auto stream = records::decode_header(record.header)->stream;
    const auto delivery = static_cast<Delivery>(upto(chance, 4));
    const auto generation = 1 + upto(chance, 3);
    switch (upto(chance, 14)) {
    case 0:
    case 1:
    case 2:
    case 3:
        told << "add " << static_cast<int>(work.records().add(record, delivery));
        break;
    case 4:
        told << "erase " << work.records().erase_body(id_of(record));
        break;
    case 5:
        work.outbox().mark(id_of(record), delivery, std::to_string(generation));
        break;
    case 6:
        if (upto(chance, 4) == 0) work.outbox().offer_all_again();
        break;
    case 7:
        work.slots().add({Slots::Kind::name, named<base::Hash>(1), stream, generation, record.body});
        break;
    case 8:
        work.slots().remove({Slots::Kind::name, named<base::Hash>(1), stream, generation, record.body});
        break;
    case 9:
        work.cursors().move(stream, {"e", generation});
        break;
    case 10:
        work.shares().note(stream);
        break;
    case 11:
        work.shares().told({stream}, std::chrono::sys_seconds{std::chrono::seconds{generation}});
        break;
    case 12:
        if (upto(chance, 4) == 0)
            work.shares().tell_again(std::chrono::sys_seconds{std::chrono::seconds{upto(chance, 2)}});
        if (upto(chance, 4) == 0)
            work.copies().undate_after(std::chrono::sys_seconds{std::chrono::seconds{upto(chance, 2)}});
        break;
    case 13:
        work.copies().follow(stream, std::chrono::sys_seconds{std::chrono::seconds{generation}});
        if (upto(chance, 2) == 0) work.copies().arrived(stream);
        if (upto(chance, 2) == 0) work.copies().opened(stream);
        if (upto(chance, 4) == 0)
            work.copies().end_unopened(std::chrono::sys_seconds{std::chrono::seconds{2}});
        break;
    default:
        if (upto(chance, 4) == 0) work.cursors().forget_all();
    }
}

void tell(const std::vector<records::Record>& all, std::ostream& told)
{
    for (const auto& record : all) told << ' ' << record.hash().hex();
    told << '\n';
}

// Everything that can be asked.
void tell(Work& work, std::ostream& told)
{
    for (std::uint8_t which = 1; which <= 3; ++which) {
        tell(work.records().of_stream(notebook(which)), told);
        tell(work.records().of_stream(notebook(which), records::Class::key), told);
        const auto tip = work.records().tip(device(which));
        told << tip.number << tip.hash.hex();
        if (const auto cursor = work.cursors().of(notebook(which))) told << cursor->counter;
        for (const auto& slot : work.slots().of_stream(notebook(which))) {
            told << " slot " << slot.generation << base::to_hex(slot.wrapped);
        }
    }
    told << " named " << work.slots().find(Slots::Kind::name, named<base::Hash>(1)).size() << " followed "
         << work.cursors().followed().size() << '\n';
    for (std::uint32_t number = 0; number <= 13; ++number) {
        const auto id = named<base::Id>(3, number);
        if (const auto stub = work.records().stub(id)) told << stub->hash().hex() << stub->number;
        if (const auto found = work.records().find(id)) told << " here";
        if (const auto standing = work.outbox().standing(id)) {
            told << ' ' << static_cast<int>(standing->delivery) << standing->reason;
        }
    }
    for (const auto& stream : work.shares().untold(5)) told << " share " << base::to_hex(stream.bytes());
    for (const auto& stream : work.copies().undated()) told << " undated " << base::to_hex(stream.bytes());
    for (std::uint8_t which = 1; which <= 3; ++which)
        told << " copy " << static_cast<int>(work.copies().of(notebook(which)));
    tell(work.outbox().waiting(5, 500), told);
    tell(work.outbox().rejected(4), told);
    for (std::uint8_t which = 1; which <= 2; ++which) tell(work.outbox().rejected(device(which), 2, 4), told);
    for (int delivery = 0; delivery <= 4; ++delivery) {
        told << work.outbox().count(static_cast<Delivery>(delivery)) << ' ';
    }
}

template <class On>
std::string life(std::uint32_t seed)
{
    On on;
    std::mt19937 chance{seed};
    std::ostringstream told;
    for (int works = 0; works < 30; ++works) {
        {
            const auto work = on.store().begin();
            for (auto changes = upto(chance, 6); changes > 0; --changes) change(*work, chance, told);
            tell(*work, told);
            if (upto(chance, 3) != 0) work->commit();
        }
        if (upto(chance, 9) == 0) on.reopen();
        tell(*on.store().begin(), told);
    }
    return told.str();
}

} // namespace

TEST_CASE("Both stores tell the same life in the same words", "[store]")
{
    for (std::uint32_t seed = 1; seed <= 25; ++seed) {
        CAPTURE(seed);
        REQUIRE(life<OnSqlite>(seed) == life<OnMemory>(seed));
    }
}
