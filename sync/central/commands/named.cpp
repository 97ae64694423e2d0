// SPDX-License-Identifier: MPL-2.0
#include "sync/central/commands/named.hpp"

#include <iostream>

namespace frikort::sync::central::commands {

std::optional<core::store::Kiosk> kiosk_named(const core::store::CentralWork& work,
                                              const std::string& letters)
{
    std::optional<core::store::Kiosk> found;
    for (auto& kiosk : work.kiosks().all()) {
        if (!kiosk.device.hex().starts_with(letters)) continue;
        if (found) {
            std::cerr << "More than one kiosk begins with these letters.\n";
            return std::nullopt;
        }
        found = std::move(kiosk);
    }
    if (letters.size() >= 8 && found) return found;
    std::cerr << "No kiosk begins with these letters; status shows eight of each.\n";
    return std::nullopt;
}

} // namespace frikort::sync::central::commands
