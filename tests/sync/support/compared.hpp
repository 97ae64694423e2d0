// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <utility>

#include "core/base/must.hpp"
#include "core/sealing/keys.hpp"
#include "sync/central/database.hpp"

// Centres whose kiosks get what is theirs, for worlds whose tests are about something else than comparing.
namespace frikort::tests {

inline core::store::Centre centre_named(core::store::CentralWork& work, const std::string& name,
                                        core::store::Centre::Served served)
{
    if (const auto known = work.centres().named(name)) return *known;
    core::sealing::SystemChance chance;
    const core::store::Centre centre{
        {core::records::StreamKind::centre, chance.name<core::base::Hash>()}, name, std::nullopt, served};
    work.centres().add(centre);
    return centre;
}

// As a copy of a database has it.
inline void add_as_it_was(core::store::CentralWork& work, core::store::Centre centre)
{
    const auto compared = std::exchange(centre.compared, std::nullopt);
    work.centres().add(centre);
    if (compared) work.centres().compare(centre.stream, *compared);
}

// As after the telephone call: what was told of this centre is what its leader read out. Where nothing was
// told a root is made up, so that is for kiosks that have none. Founds the centre if need be.
inline void compare(core::store::CentralStore& store, const std::string& name)
{
    const auto work = store.begin();
    const auto centre = centre_named(*work, name, core::store::Centre::Served::once_compared);
    core::store::CentreRoot root{centre.stream.name.bytes};
    for (const auto& kiosk : work->kiosks().all())
        if (kiosk.centre == centre.stream && kiosk.root) root = *kiosk.root;
    work->centres().compare(centre.stream, {root, {}});
    work->commit();
}

// A centre from before there was anything to compare: for kiosks that are set up later, and for programs that
// are called from outside.
inline void serve_as_before(core::store::CentralStore& store, const std::string& name)
{
    const auto work = store.begin();
    centre_named(*work, name, core::store::Centre::Served::as_before);
    work->commit();
}
// Beside a server's own program, by what its commands are given.
inline void serve_as_before(const std::string& database, const std::string& data, const std::string& name)
{
    const auto place = sync::central::read_place(database, data);
    core::base::must(place.has_value());
    core::sealing::SystemChance chance;
    sync::central::Database opened{*place, sync::central::Database::Use::beside, chance};
    serve_as_before(opened.store(), name);
}

} // namespace frikort::tests
