// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <chrono>
#include <string_view>

#include "core/store/central.hpp"

namespace frikort::sync::central {

// Eight hours without a word, and somebody should look: a kiosk asks every minute.
inline constexpr std::chrono::hours silent_after{8};

enum class KioskState {
    well,
    fails, // has records that were refused, or streams that differ (R15)
    silent,
    frozen, // cloned or restored (R13)
    revoked
};
inline constexpr std::array kiosk_states{KioskState::well, KioskState::fails, KioskState::silent,
                                         KioskState::frozen, KioskState::revoked};

// The worst that holds.
KioskState state_of(const core::store::Kiosk&, core::store::Seconds now);
std::string_view word_of(KioskState);

} // namespace frikort::sync::central
