// SPDX-License-Identifier: MPL-2.0
#include "core/store/rescue.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/store/disk/disk.hpp"
#include "core/store/migrations.hpp"
#include "core/store/refill.hpp"
#include "core/store/sqlite/connection.hpp"
#include "core/store/sqlite/records.hpp"

namespace frikort::core::store {

namespace fs = std::filesystem;
using base::Bytes;
using sqlite::Connection;

namespace {

constexpr const char* database = "kiosk.db";
constexpr const char* workshop = "rescue"; // where the new one is made

void check(const std::error_code& error, const char* doing)
{
    if (error) disk::fail(error.value(), doing);
}

Bytes content_of(const fs::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

// The damaged file under its lasting name: a second name for the same file, so that nothing is copied and
// nothing can be lost on the way. One that has it already, of a rescue that was cut off, keeps it.
std::string keep(const DataFolder& folder, const std::string& day)
{
    const auto file = folder.file(database);
    disk::make_file(file); // where it is gone altogether an empty one is kept
    const auto name = [&](int count) {
        return std::string{database} + ".damaged-" + day + (count > 1 ? "-" + std::to_string(count) : "");
    };
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{folder.path()}) {
        const auto known = entry.path().filename().native();
        const bool ours = known.starts_with(std::string{database} + ".damaged-") && !known.ends_with("-wal");
        if (ours && fs::equivalent(entry.path(), file, error)) return known;
    }
    int count = 1;
    while (fs::exists(folder.file(name(count).c_str())) ||
           fs::exists(folder.file((name(count) + "-wal").c_str())))
        ++count;
    const auto kept = folder.file(name(count).c_str());
    auto log = file;
    log += "-wal";
    auto kept_log = kept;
    kept_log += "-wal";
    if (fs::exists(log)) {
        fs::create_hard_link(log, kept_log, error);
        check(error, "keeping a damaged log");
        fs::permissions(kept_log, fs::perms::owner_read | fs::perms::owner_write, error);
    }
    fs::create_hard_link(file, kept, error);
    check(error, "keeping a damaged database");
    fs::permissions(kept, fs::perms::owner_read | fs::perms::owner_write, error);
    folder.sync();
    return name(count);
}

Rescue told_of(const Salvage& found, const std::optional<Written>& written, const records::DeviceId& own)
{
    Rescue told;
    const bool noted = written && written->device == own;
    if (noted) told.last = written->tip;
    if (!found.own.empty()) {
        const auto last = found.own.rbegin()->first;
        const bool here = found.own.rbegin()->second.here;
        if (last > told.last.number) told.last = {last, {}};
        for (const auto& [arrival, one] : found.records)
            if (one.header.device == own && one.header.number == told.last.number)
                told.last.hash = one.record.hash();
        for (const auto& [arrival, one] : found.erased)
            if (one.stub.device == own && one.stub.number == told.last.number)
                told.last.hash = one.stub.hash();
        // A trace of a number behind the note, and nothing of the record: what it was nobody knows.
        const bool past_note = noted && last > written->tip.number && !here;
        told.numbers = noted && !past_note ? Rescue::Numbers::known : Rescue::Numbers::unknown;
    } else {
        told.numbers = noted ? Rescue::Numbers::known : Rescue::Numbers::unknown;
    }
    for (std::uint64_t number = 1; number <= told.last.number; ++number) {
        const auto known = found.own.find(number);
        if (known == found.own.end())
            told.lost.push_back({number, std::nullopt});
        else if (!known->second.here)
            told.lost.push_back({number, known->second.stream});
    }
    told.records = found.records.size();
    return told;
}

// An earlier rescue lost it, and said so: the number was given out, and the record is nowhere.
bool is_accounted_for(Connection& connection, const records::DeviceId& own, const Records::Tip& tip)
{
    auto known = connection.prepare("SELECT value FROM fact WHERE name = ?1");
    return known.with(given_out_fact(own)).step() &&
           known.text(0) == std::to_string(tip.number) + " " + tip.hash.hex();
}

} // namespace

std::string given_out_fact(const records::DeviceId& device) { return "rescue.given_out." + device.hex(); }

void look_over(const DataFolder& folder, const records::DeviceId& own)
{
    const auto written = read_written(folder);
    const bool wrote = written && written->device == own && written->tip.number > 0;
    const auto must_be_new = [&] {
        if (wrote) throw StoreFailure{StoreFailure::Kind::damaged, "the database is gone"};
    };
    if (!fs::exists(folder.file(database))) return must_be_new();
    Connection connection{folder.file(database), Connection::Create::no};
    const auto schema = kiosk_schema();
    connection.inspect(schema.application_id, static_cast<std::uint32_t>(schema.steps.size()));
    if (connection.schema_version() == 0) return must_be_new();
    Records::Tip tip;
    auto last = connection.prepare(
        "SELECT number, digest FROM record WHERE device = ?1 ORDER BY number DESC LIMIT 1");
    if (last.with(own).step()) tip = {last.count(0), last.name<base::Hash>(1)};
    if (wrote && written->tip.number > tip.number && !is_accounted_for(connection, own, written->tip))
        throw StoreFailure{StoreFailure::Kind::damaged, "records that were said to be saved are gone"};
    auto all = connection.prepare("SELECT previous, digest, header, body FROM record"
                                  " JOIN sealed ON sealed.record = arrival WHERE stream IS NOT NULL");
    while (all.step()) sqlite::read_record(all, 0);
    auto half = connection.prepare("SELECT count(*) FROM record LEFT JOIN sealed ON sealed.record = arrival"
                                   " WHERE stream IS NOT NULL AND sealed.record IS NULL");
    if (half.step() && half.count(0) > 0)
        throw StoreFailure{StoreFailure::Kind::damaged, "a record has no words"};
    if (!written || written->device != own || written->tip.number < tip.number)
        WrittenNote{folder}.keep({own, tip});
}

Rescue rescue(const DataFolder& folder, const records::DeviceId& own, const std::string& day,
              const std::function<void(Work&, const Rescue&)>& note)
{
    const auto kept = keep(folder, day);
    const auto written = read_written(folder);
    const auto found = salvage(content_of(folder.file(kept.c_str())),
                               content_of(folder.file((kept + "-wal").c_str())), own, written);
    auto told = told_of(found, written, own);
    told.kept = kept;

    std::error_code error;
    const auto place = folder.path() / workshop;
    fs::remove_all(place, error); // of a rescue that was cut off
    check(error, "clearing a place");
    {
        const DataFolder apart{place};
        SqliteStore store{apart};
        {
            Connection connection{apart.file(database), Connection::Create::no};
            connection.make_durable();
            refill(connection, found);
        }
        const auto work = store.begin();
        note(*work, told);
        work->commit();
    }
    disk::sync(place / database);
    // First the old log goes: SQLite would take it for the new database's.
    for (const char* left : {"kiosk.db-wal", "kiosk.db-shm"}) {
        fs::remove(folder.file(left), error);
        check(error, "putting a log aside");
    }
    folder.sync();
    fs::rename(place / database, folder.file(database), error);
    check(error, "putting a database in its place");
    folder.sync();
    fs::remove_all(place, error);
    if (told.last.number > 0) WrittenNote{folder}.keep({own, told.last});
    return told;
}

} // namespace frikort::core::store
