// SPDX-License-Identifier: MPL-2.0
#include "sync/central/kiosk_state.hpp"

namespace frikort::sync::central {

KioskState state_of(const core::store::Kiosk& kiosk, core::store::Seconds now)
{
    if (kiosk.revoked) return KioskState::revoked;
    if (kiosk.frozen) return KioskState::frozen;
    if (now - kiosk.contact >= silent_after) return KioskState::silent;
    if (kiosk.told.refused > 0 || kiosk.told.differing > 0) return KioskState::fails;
    return KioskState::well;
}

std::string_view word_of(KioskState state)
{
    switch (state) {
    case KioskState::well:
        return "well";
    case KioskState::fails:
        return "fails";
    case KioskState::silent:
        return "silent";
    case KioskState::frozen:
        return "frozen";
    case KioskState::revoked:
        return "revoked";
    }
    return "?";
}

} // namespace frikort::sync::central
