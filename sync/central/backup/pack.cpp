// SPDX-License-Identifier: MPL-2.0
#include "sync/central/backup/pack.hpp"

#include <fstream>

#include "core/store/disk/part_file.hpp"
#include "core/store/erasures.hpp"
#include "core/store/postgresql/snapshot.hpp"
#include "core/store/scratch.hpp"
#include "sync/central/backup/ending.hpp"

namespace frikort::sync::central::backup {

using core::base::Bytes;
using core::store::StoreFailure;
using Engine = DatabasePlace::Engine;

namespace {

core::store::Contents copied(const DatabasePlace& place, const std::filesystem::path& to)
{
    if (place.engine == Engine::postgresql)
        return core::store::postgresql::snapshot_postgresql(place.address, to);
    return core::store::snapshot_sqlite(place.folder, to);
}

core::store::Contents compared(const DatabasePlace& place, const std::filesystem::path& to)
{
    auto contents = copied(place, to);
    if (core::store::examined(to) != contents)
        throw StoreFailure{StoreFailure::Kind::damaged, "what came out is not what went in"};
    return contents;
}

std::vector<Bytes> erasures_of(const DatabasePlace& place)
{
    if (place.folder.empty()) return {};
    return core::store::Erasures{place.folder / "erasures"}.all();
}

void write_file(core::sealing::SealedOut& out, const std::filesystem::path& file)
{
    out.write(core::base::ByteWriter{}.u64(std::filesystem::file_size(file)).take());
    std::ifstream in{file, std::ios::binary};
    Bytes some(64 * 1024);
    while (in) {
        go_on_unless_ending();
        in.read(reinterpret_cast<char*>(some.data()), static_cast<std::streamsize>(some.size()));
        out.write(core::base::BytesView{some}.first(static_cast<std::size_t>(in.gcount())));
    }
    if (in.bad()) throw StoreFailure{StoreFailure::Kind::other, "the copy cannot be read"};
}

void write_erasures(core::sealing::SealedOut& out, const std::vector<Bytes>& erasures)
{
    out.write(core::base::ByteWriter{}.u64(erasures.size()).take());
    for (const auto& record : erasures) out.write(core::base::ByteWriter{}.sized(record).take());
}

// Before the file has its name: one that nobody noted would get no receipt.
void note(const DatabasePlace& place, const core::sealing::BackupPublic& to, const Manifest& manifest,
          core::base::Chance& chance)
{
    Database database{place, Database::Use::beside, chance};
    const auto work = database.store().begin();
    const auto& standing = manifest.contents.standing;
    work->backups().add({manifest.id, *core::store::BackupSign::from(to.sign.view()), digest_of(manifest),
                         standing.epoch, standing.counter, manifest.made});
    work->commit();
}

} // namespace

Manifest pack(const DatabasePlace& place, const std::filesystem::path& file,
              const core::sealing::BackupPublic& to, core::store::Seconds now, core::base::Chance& chance)
{
    core::store::sweep_scratch(file.has_parent_path() ? file.parent_path() : ".");
    auto beside = file;
    const core::store::Scratch scratch{beside += ".scratch"}; // first: it keeps others away from the file
    core::store::disk::PartFile part{file};
    {
        const Database brought_up_to_date{place, Database::Use::beside, chance};
    }
    const Manifest manifest{chance.name<core::store::BackupId>(), now, compared(place, scratch.path())};
    const auto erasures = erasures_of(place); // after the copy: none that is in it is missing

    core::sealing::SealedOut out{to, chance, [&](core::base::BytesView sealed) { part.write(sealed); }};
    out.write(core::base::ByteWriter{}.sized(encode(manifest)).take());
    write_file(out, scratch.path() / "central.db");
    write_erasures(out, erasures);
    out.finish();
    note(place, to, manifest, chance);
    part.finish();
    return manifest;
}

} // namespace frikort::sync::central::backup
