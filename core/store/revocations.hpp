// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "core/store/central.hpp"

namespace frikort::core::store {

struct Revocation {
    records::DeviceId device;
    Seconds at{};
    friend bool operator==(const Revocation&, const Revocation&) = default;
};

// The append-only file of revoked kiosks beside a server's database, to be copied off the machine: a database
// from a backup does not know which were revoked since. Each entry is a line, "DEVICE SECONDS\n": 32 digits
// of hexadecimal, and seconds since 1970, UTC. Several processes may add to it.
class Revocations {
public:
    explicit Revocations(std::filesystem::path file) : file_{std::move(file)} {}

    // Adds those of devices that are not named yet. They survive a power cut when it returns. Throws
    // StoreFailure, and then the file is as it was or holds them.
    void keep(std::span<const Revocation>) const;
    // All of them, the oldest first. A line that a power cut left unfinished at the end is not one. Throws
    // damaged for anything else that is not such a file, and other where it cannot be read.
    std::vector<Revocation> all() const;

private:
    std::filesystem::path file_;
};

} // namespace frikort::core::store
