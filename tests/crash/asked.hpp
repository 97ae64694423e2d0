// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>

namespace frikort::tests::crash {

inline std::uint64_t asked(const char* name, std::uint64_t otherwise)
{
    const char* said = std::getenv(name);
    return said != nullptr ? std::stoull(said) : otherwise;
}

// FRIKORT_KILLS: how many in all, 200 unless told. FRIKORT_SEED: another order of things; it is printed.
inline std::uint64_t kills() { return asked("FRIKORT_KILLS", 200); }
inline std::uint64_t seed() { return asked("FRIKORT_SEED", std::random_device{}()); }

} // namespace frikort::tests::crash
