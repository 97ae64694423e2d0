// SPDX-License-Identifier: MPL-2.0
#include "tests/crash/looking.hpp"

#include <algorithm>

#include "core/actions/draft.hpp"
#include "core/actions/open_notebook.hpp"
#include "core/actions/read_notebook.hpp"
#include "core/actions/settle.hpp"
#include "core/records/sum.hpp"
#include "core/store/rescue.hpp"
#include "core/store/sqlite/connection.hpp"
#include "tests/crash/words.hpp"
#include "tests/support/seeded_chance.hpp"

namespace frikort::tests::crash {

namespace fs = std::filesystem;
using core::records::StreamId;
using core::store::Delivery;

namespace {

// Into a folder of its own, for its owner alone.
fs::path copied(const fs::path& from, const TemporaryFolder& into)
{
    const auto to = into / "data";
    fs::create_directory(to);
    fs::permissions(to, fs::perms::owner_all);
    for (const char* name : {"kiosk.db", "kiosk.db-wal", "written"})
        if (fs::exists(from / name)) fs::copy_file(from / name, to / name);
    return to;
}

bool looks_well(const core::store::DataFolder& data, const core::records::DeviceId& own)
{
    try {
        core::store::look_over(data, own);
        return true;
    } catch (const core::store::StoreFailure&) {
        return false;
    }
}

Kroner kroner_of(const core::notebook::Entry& entry)
{
    return entry.withdrawn ? 0 : static_cast<Kroner>(entry.now.amount.in_ore() / 100);
}

} // namespace

core::actions::Kiosk machine(std::uint64_t which, core::base::Chance& chance)
{
    SeededChance own{which};
    auto key = core::sealing::SigningKey::from_seed(core::sealing::Secret::random(32, own).view());
    auto pepper = core::sealing::Pepper::random(own);
    return {std::move(key), std::move(pepper), chance, {}, {}, {std::size_t{8} << 10, 1}};
}

StreamId stream_of(const std::string& hex) { return *StreamId::from(*core::base::from_hex(hex)); }

Left::Left(const fs::path& data, core::actions::Kiosk kiosk)
    : kiosk_{std::move(kiosk)}, data_{copied(data, folder_)}, well_{looks_well(data_, kiosk_.device())},
      store_{data_}
{
}

Faults Left::chain()
{
    if (!well_) return {"the kiosk takes it for damaged"};
    core::store::sqlite::Connection connection{data_.file("kiosk.db"),
                                               core::store::sqlite::Connection::Create::no};
    auto own = connection.prepare("SELECT number, previous, digest FROM record WHERE device = ?1 ORDER BY 1");
    own.with(kiosk_.device());
    core::base::Hash before;
    for (std::uint64_t number = 1; own.step(); ++number) {
        if (own.count(0) != number) return {"number " + std::to_string(number) + " is not there"};
        if (own.name<core::base::Hash>(1) != before) return {"the chain breaks at " + std::to_string(number)};
        before = own.name<core::base::Hash>(2);
    }
    return {};
}

struct Left::Seen {
    struct One {
        std::uint64_t serial;
        Kroner kroner;
        core::notebook::Device by;
    };
    std::map<std::string, One> entries;
    std::optional<std::string> draft;
    std::size_t unreadable = 0;
    int contested = 0;
};

std::optional<Left::Seen> Left::read(const Book& book)
{
    const auto card = core::people::Card::read(book.card);
    const auto open = core::actions::open_with_card(store_, kiosk_, *card, code());
    if (!open) return std::nullopt;
    const auto read = core::actions::read_notebook(store_, *open);
    Seen seen{{}, core::actions::take_draft(store_, *open), read.unreadable, 0};
    for (const auto* some : {&read.book.entries(), &read.book.withdrawn()})
        for (const auto& entry : *some) {
            seen.entries[entry.id.hex()] = {std::stoull(entry.now.place->substr(5)), kroner_of(entry),
                                            entry.origin.device};
            seen.contested += entry.contested ? 1 : 0;
        }
    return seen;
}

bool Left::opens(const std::string& stream, const Ledger& ledger)
{
    return read(ledger.books().at(stream)).has_value();
}

bool Left::is_erased(const std::string& stream)
{
    return core::actions::is_erased(*store_.begin(), stream_of(stream));
}

Faults Left::book(const std::string& stream, std::size_t kiosk, Ledger& ledger)
{
    using What = UnderWay::What;
    const auto under_way = ledger.under_way(kiosk); // a copy: it is settled here
    const auto& book = ledger.books().at(stream);
    if (is_erased(stream)) {
        if (under_way && under_way->what == What::erasing) ledger.was_done(kiosk, "");
        ledger.settle(kiosk);
        ledger.was_seen_erased(stream);
        return {};
    }
    const auto seen = read(book);
    if (!seen) return {"a notebook does not open"};
    Faults faults;
    if (seen->unreadable > 0) faults.emplace_back("a record cannot be read");
    std::map<std::uint64_t, int> times;
    for (const auto& [id, one] : seen->entries) {
        ++times[one.serial];
        const bool own = one.by.bytes == kiosk_.device().bytes;
        if (!own || book.entries.contains(id)) continue;
        if (under_way && under_way->what == What::paying && under_way->serial == one.serial &&
            under_way->kroner == one.kroner)
            ledger.was_done(kiosk, id);
        else
            faults.push_back("nobody wrote " + std::to_string(one.serial));
    }
    for (const auto& [id, said] : book.entries) {
        if (said.kiosk != kiosk) continue;
        const auto found = seen->entries.find(id);
        if (found == seen->entries.end()) {
            faults.push_back("lost: " + std::to_string(said.serial));
            continue;
        }
        const bool fixing = under_way && under_way->what == What::fixing && under_way->entry == id;
        if (fixing && found->second.kroner == under_way->kroner && said.kroner != under_way->kroner)
            ledger.was_done(kiosk, "");
        else if (found->second.kroner != said.kroner)
            faults.push_back("another amount: " + std::to_string(said.serial));
    }
    if (under_way && under_way->what == What::drafting && seen->draft == std::to_string(under_way->serial))
        ledger.was_done(kiosk, "");
    ledger.settle(kiosk);
    for (const auto& [serial, count] : times)
        if (count != 1) faults.push_back("there twice: " + std::to_string(serial));
    const auto said = ledger.draft(kiosk, stream);
    if (said && seen->draft != std::to_string(*said)) faults.emplace_back("a half-done entry is gone");
    if (seen->draft && times.contains(std::stoull(*seen->draft)))
        faults.emplace_back("what was saved is offered as half-done");
    return faults;
}

Faults Left::whole_book(const std::string& stream, const Ledger& ledger)
{
    const auto& book = ledger.books().at(stream);
    const auto seen = read(book);
    if (!seen) return {};
    Faults faults;
    long there = 0;
    long told = 0;
    for (const auto& [id, one] : seen->entries) {
        there += one.kroner;
        if (!book.entries.contains(id)) faults.push_back("nobody wrote " + std::to_string(one.serial));
    }
    for (const auto& [id, said] : book.entries) {
        told += said.kroner;
        if (!seen->entries.contains(id)) faults.push_back("lost: " + std::to_string(said.serial));
    }
    if (there != told)
        faults.push_back("the sum is " + std::to_string(there) + " and not " + std::to_string(told));
    if (seen->unreadable > 0) faults.emplace_back("a record cannot be read");
    if (seen->contested > 0) faults.emplace_back("an entry is contested");
    return faults;
}

Faults Left::at_server(const core::store::CentralWork& server)
{
    core::store::sqlite::Connection connection{data_.file("kiosk.db"),
                                               core::store::sqlite::Connection::Create::no};
    auto taken = connection.prepare("SELECT number, stream, digest, id FROM record"
                                    " WHERE device = ?1 AND delivery = 1 ORDER BY number");
    taken.with(kiosk_.device());
    const auto held = server.stock().held_from(kiosk_.device(), 1000);
    std::map<StreamId, std::map<core::base::Id, core::base::Hash>> streams;
    Faults faults;
    while (taken.step()) {
        const auto number = taken.count(0);
        const auto lacks = [&](const auto& range) { return range.first <= number && number <= range.last; };
        if (number > held.highest || std::any_of(held.lacks.begin(), held.lacks.end(), lacks))
            faults.push_back("the server does not have its number " + std::to_string(number));
        if (taken.is_null(1)) continue; // erased here
        const auto stream = *StreamId::from(taken.view(1));
        if (server.stock().is_erased(stream)) continue;
        auto [known, is_new] = streams.try_emplace(stream);
        if (is_new) {
            for (const auto& bytes :
                 server.stock().page(stream, 0, 1'000'000, 1'000'000'000, std::nullopt).records) {
                const auto record = core::records::decode_record(bytes);
                const auto id = core::records::decode_header(record->header)->id;
                if (!known->second.emplace(id, record->hash()).second)
                    faults.emplace_back("the server has a record twice");
            }
        }
        const auto there = known->second.find(taken.name<core::base::Id>(3));
        if (there == known->second.end() || there->second != taken.name<core::base::Hash>(2))
            faults.push_back("the server does not have its record " + std::to_string(number));
    }
    return faults;
}

Faults Left::same_as(const core::store::CentralWork& server, const std::string& stream)
{
    const auto work = store_.begin();
    if (work->copies().of(stream_of(stream)) == core::store::Copies::State::coming) return {};
    core::records::Sum sum;
    for (const auto& record : work->records().of_stream(stream_of(stream)))
        sum.add(core::records::decode_header(record.header)->id, record.hash());
    if (sum.value() == server.stock().sum(stream_of(stream))) return {};
    return {"not the same here and at the server: " + stream.substr(0, 10)};
}

std::uint64_t Left::waiting() { return store_.begin()->outbox().count(Delivery::waiting); }
std::uint64_t Left::last_number() { return store_.begin()->records().tip(kiosk_.device()).number; }

} // namespace frikort::tests::crash
