// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/opening.hpp"

#include <spdlog/spdlog.h>

#include "core/actions/rescued.hpp"
#include "core/store/rescue.hpp"
#include "kiosk/app/identity.hpp"

namespace frikort::kiosk::app {

using core::store::SqliteStore;
using core::store::StoreFailure;

namespace {

bool opens_well(std::optional<SqliteStore>& own, const core::store::DataFolder& folder,
                const core::records::DeviceId& device)
{
    try {
        core::store::look_over(folder, device);
        own.emplace(folder);
        return true;
    } catch (const StoreFailure& failure) {
        own.reset();
        if (failure.kind != StoreFailure::Kind::damaged) throw;
        spdlog::error("the database is damaged: {}", failure.what());
        return false;
    }
}

} // namespace

void open_or_rescue(std::optional<SqliteStore>& own, const core::store::DataFolder& folder,
                    core::actions::Kiosk& kiosk, core::base::Date today)
{
    const auto device = kiosk.device();
    if (!opens_well(own, folder, device)) {
        const auto told = core::store::rescue(
            folder, device, today.iso(), [&](core::store::Work& work, const core::store::Rescue& rescued) {
                core::actions::note_rescue(work, rescued, device, today.iso());
            });
        spdlog::error("it is kept as {}; {} records could be read, {} of this kiosk's own are missing",
                      told.kept, told.records, told.lost.size());
        own.emplace(folder);
    }
    // Also when the program ended between the two.
    if (!core::actions::needs_another_name(*own->begin(), device)) return;
    kiosk.device_key = take_another_name(folder, kiosk.chance);
    spdlog::error("this kiosk has another name now and must be enrolled anew");
}

} // namespace frikort::kiosk::app
