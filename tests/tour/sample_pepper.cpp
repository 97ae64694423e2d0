// SPDX-License-Identifier: MPL-2.0
#include "core/actions/lost_name.hpp"
#include "core/actions/server_half.hpp"
#include "tests/tour/sample_kiosk.hpp"

namespace frikort::tests::tour {

namespace {

void give_half(core::store::Store& store, core::actions::Kiosk& kiosk, core::base::Date day)
{
    std::vector<core::sealing::PepperHalf> halves;
    halves.push_back(core::sealing::PepperHalf::random(kiosk.chance));
    const auto work = store.begin();
    kiosk.whole = core::actions::note_half(*work, kiosk.pepper, halves, day);
    work->commit();
}

} // namespace

void SampleKiosk::wait_for_half()
{
    give_half(store_, kiosk_, clock_.today());
    kiosk_.whole.reset(); // the power went
}

void SampleKiosk::get_another_half()
{
    give_half(store_, kiosk_, clock_.today());
    give_half(store_, kiosk_, clock_.today());
}

void SampleKiosk::lose_keys()
{
    const auto work = store_.begin();
    core::actions::note_own_name(*work, chance_.name<core::records::DeviceId>(), {});
    core::actions::note_own_name(*work, kiosk_.device(), {});
    core::actions::note_own_half(*work, kiosk_.pepper, core::actions::OwnHalf::made, "2025-11-20");
    work->commit();
}

} // namespace frikort::tests::tour
