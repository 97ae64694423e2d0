// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/halves.hpp"

#include "core/base/must.hpp"
#include "core/sealing/pepper_half.hpp"
#include "sync/protocol/messages.hpp"

namespace frikort::sync::central::api {

using core::records::DeviceId;
using core::sealing::PepperHalf;
using core::store::CentralWork;

void make_half(CentralWork& work, const DeviceId& device, core::base::Chance& chance)
{
    if (work.halves().of(device)) return;
    const auto half = PepperHalf::random(chance);
    work.halves().keep(device, *core::store::Half::from(half.view()));
}

std::vector<core::base::Bytes> sealed_halves(const CentralWork& look, const core::store::Kiosk& kiosk,
                                             const core::sealing::BoxPublic& to, core::base::Chance& chance)
{
    std::vector<core::base::Bytes> sealed;
    for (auto one = std::optional{kiosk}; one && sealed.size() < protocol::most_halves;
         one = one->before ? look.kiosks().find(*one->before) : std::nullopt) {
        auto kept = look.halves().of(one->device);
        if (!kept) continue;
        const auto half = PepperHalf::from(kept->view());
        core::base::must(half.has_value());
        core::sealing::wipe(kept->bytes);
        sealed.push_back(core::sealing::seal_half(to, *half, chance));
    }
    return sealed;
}

} // namespace frikort::sync::central::api
