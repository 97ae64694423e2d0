// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/records/record.hpp"

namespace frikort::core::records {

// How far a device's chain is known. The default is its beginning.
struct Known {
    std::uint64_t number = 0;
    Hash hash; // zeros at the beginning
    friend bool operator==(const Known&, const Known&) = default;
};

// Where a device's chain does not go on. Source: sync.md R1, R13.
struct Break {
    enum class Kind {
        other_device,   // not a record of the device of the first one
        missing,        // numbers between are not here
        twice,          // this number was there already: the device was cloned or restored (R13)
        wrong_previous, // the right number, but made after another record than the one here
    };
    Kind kind;
    std::uint64_t number; // of the first record that does not fit
    friend bool operator==(const Break&, const Break&) = default;
};

// The first place where one device's records, in the order of their numbers, do not go on from `known`.
// Nothing when they all do. A record whose body was erased takes part with its stub.
std::optional<Break> first_break(std::span<const Stub> of_one_device, const Known& known = {});

// How far the chain is known when all of these go on.
Known known_after(std::span<const Stub> of_one_device, const Known& known = {});

} // namespace frikort::core::records
