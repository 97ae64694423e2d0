// SPDX-License-Identifier: MPL-2.0
#include "sync/central/backup/bring_back.hpp"

#include <algorithm>

#include "core/store/brought.hpp"
#include "core/store/central_sqlite.hpp"
#include "core/store/disk/disk.hpp"
#include "core/store/erasures.hpp"
#include "core/store/may_erase.hpp"
#include "core/store/postgresql/copy.hpp"
#include "core/store/scratch.hpp"

namespace frikort::sync::central::backup {

using core::base::Bytes;
using core::base::no;
using core::store::CentralWork;
using core::store::Erasures;
using core::store::SqliteCentralStore;
using core::store::Stock;
using core::store::StoreFailure;
using Engine = DatabasePlace::Engine;

namespace {

void apply(CentralWork& work, const Bytes& bytes, Applied& applied)
{
    const auto record = core::records::decode_record(bytes);
    const auto header =
        record ? core::records::decode_header(record->header) : no(core::records::Malformed::too_short);
    if (header && work.stock().is_erased(header->stream)) return;
    if (!header || !core::store::may_erase(work.stock(), *record)) {
        applied.refused.push_back(bytes);
        return;
    }
    const auto offer = core::store::brought(*record);
    work.stock().take({&offer, 1});
    ++applied.erased;
}

// Also of the log and the copies of a database that is gone: SQLite would put them into the next one.
void must_be_empty(const DatabasePlace& place)
{
    std::error_code error;
    std::filesystem::directory_iterator entry{place.folder, error};
    for (; !error && entry != std::filesystem::directory_iterator{}; entry.increment(error)) {
        const auto name = entry->path().filename().native();
        if (name.starts_with("central.db"))
            throw StoreFailure{StoreFailure::Kind::other, "There is a server's data in this folder: " + name +
                                                              ". A backup goes into an empty one."};
    }
    if (error) core::store::disk::fail(error.value(), "looking into the data folder");
}

// The backup's own row came too late to be in it. All of it was read back just now.
void carry_the_mark_over(CentralWork& work, const core::sealing::BackupKey& key, const Manifest& manifest,
                         core::store::Seconds now)
{
    if (work.backups().find(manifest.id)) return;
    work.backups().add({manifest.id, *core::store::BackupSign::from(key.open().sign.view()),
                        digest_of(manifest), work.stock().standing().epoch,
                        manifest.contents.standing.counter, manifest.made, now});
}

// In the scratch folder, before anything of it can be served. Opening it erases what the backup's own file
// of erasures says.
Applied prepare(const std::filesystem::path& folder, const core::sealing::BackupKey& key,
                const Manifest& manifest, const Since& since, core::store::Seconds now,
                core::base::Chance& chance)
{
    SqliteCentralStore store{folder, SqliteCentralStore::Opening::first, chance};
    const auto work = store.begin();
    const auto applied = begin_again(*work, since, chance);
    carry_the_mark_over(*work, key, manifest, now);
    work->commit();
    // Also those that the backup has never heard of.
    core::store::Revocations{folder / "revoked"}.keep(since.revoked);
    return applied;
}

// What a file in the data folder said and the backup does not bear out: somebody may want to look at it.
void put_aside(const std::vector<Bytes>& there, const Applied& applied, const std::filesystem::path& folder)
{
    std::vector<Bytes> aside;
    for (const auto& record : applied.refused)
        if (std::find(there.begin(), there.end(), record) != there.end()) aside.push_back(record);
    if (!aside.empty()) Erasures{folder / "erasures.refused"}.keep(aside);
}

void move(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (!std::filesystem::exists(from)) return;
    std::error_code error;
    std::filesystem::rename(from, to, error);
    if (error) core::store::disk::fail(error.value(), "naming what was restored");
}

// Erasures and revocations first: a database never stands without them.
void put_in_place(const std::filesystem::path& scratch, const DatabasePlace& place)
{
    const auto put_files = [&] {
        move(scratch / "erasures", place.folder / "erasures");
        move(scratch / "revoked", place.folder / "revoked");
        core::store::disk::sync(place.folder);
    };
    if (place.engine == Engine::postgresql) {
        core::store::postgresql::copy_from_sqlite(scratch, place.address, put_files);
        return;
    }
    put_files();
    must_be_empty(place); // still
    move(scratch / "central.db", place.folder / "central.db");
    core::store::disk::sync(place.folder);
}

} // namespace

Applied begin_again(CentralWork& work, const Since& since, core::base::Chance& chance)
{
    Applied applied;
    for (const auto& bytes : since.erasures) apply(work, bytes, applied);
    for (const auto& one : since.revoked) {
        const auto kiosk = work.kiosks().find(one.device);
        if (!kiosk || kiosk->revoked) continue;
        work.kiosks().revoke(one.device, one.at);
        ++applied.revoked;
    }
    work.codes().end_unused(); // they may have been used since
    work.stock().begin_epoch(chance.name<core::base::Id>().hex());
    return applied;
}

core::base::Result<Restored, Failure> restore(const std::filesystem::path& file,
                                              const core::sealing::BackupKey& key, const DatabasePlace& place,
                                              Since since, Age age, core::store::Seconds now,
                                              core::base::Chance& chance)
{
    const core::store::DataFolder held{place.folder};
    must_be_empty(place);
    // Files that were put there beforehand, or by a restore that was stopped, count as well.
    const auto there = Erasures{place.folder / "erasures"}.all();
    since.erasures.insert(since.erasures.begin(), there.begin(), there.end());
    for (const auto& one : core::store::Revocations{place.folder / "revoked"}.all())
        since.revoked.push_back(one);
    const core::store::Scratch scratch{place.folder / "restoring.scratch"};
    const auto manifest = unpack(file, key, scratch.path());
    if (!manifest) return no(Failure{manifest.error()});
    if (age == Age::at_most_35_days && is_too_old(manifest->made, now))
        return no(Failure{std::nullopt, age_in_days(*manifest, now)});
    const auto applied = prepare(scratch.path(), key, *manifest, since, now, chance);
    put_aside(there, applied, place.folder);
    put_in_place(scratch.path(), place);
    return Restored{*manifest, applied};
}

} // namespace frikort::sync::central::backup
