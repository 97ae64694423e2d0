// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/opening.hpp"

#include <spdlog/spdlog.h>

#include "core/actions/lost_name.hpp"
#include "core/actions/rescued.hpp"
#include "core/actions/server_half.hpp"
#include "core/store/rescue.hpp"
#include "core/store/written.hpp"
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

// Whether keys are those of the last start. Written only when they are not.
void note_keys(SqliteStore& store, const core::actions::Kiosk& kiosk, core::actions::OwnHalf half,
               const std::optional<core::records::DeviceId>& wrote_last, core::base::Date today)
{
    const auto work = store.begin();
    core::actions::note_own_name(*work, kiosk.device(), wrote_last);
    core::actions::note_own_half(*work, kiosk.pepper, half, today.iso());
    const auto lost = core::actions::lost_name(*work);
    const bool names = core::actions::lost_names(*work).has_value();
    work->commit();
    if (lost)
        spdlog::error("the device key is lost: this kiosk was {} and must be enrolled anew",
                      lost->hex().substr(0, 8));
    if (names) spdlog::error("call names of before open no more");
}

} // namespace

void open_or_rescue(std::optional<SqliteStore>& own, const core::store::DataFolder& folder,
                    core::actions::Kiosk& kiosk, core::base::Date today, core::actions::OwnHalf half)
{
    const auto device = kiosk.device();
    const auto written = core::store::read_written(folder);
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
    if (core::actions::needs_another_name(*own->begin(), device)) {
        kiosk.device_key = take_another_name(folder, kiosk.chance);
        spdlog::error("this kiosk has another name now and must be enrolled anew");
    }
    note_keys(*own, kiosk, half, written ? std::optional{written->device} : std::nullopt, today);
}

} // namespace frikort::kiosk::app
