// SPDX-License-Identifier: MPL-2.0
#include "core/records/chain.hpp"

namespace frikort::core::records {

std::optional<Break> first_break(std::span<const Stub> of_one_device, const Known& known)
{
    Known here = known;
    for (const auto& stub : of_one_device) {
        const auto broken = [&](Break::Kind kind) { return Break{kind, stub.number}; };
        if (stub.device != of_one_device.front().device) return broken(Break::Kind::other_device);
        if (stub.number <= here.number) return broken(Break::Kind::twice);
        if (stub.number > here.number + 1) return broken(Break::Kind::missing);
        if (stub.previous != here.hash) return broken(Break::Kind::wrong_previous);
        here = {stub.number, stub.hash()};
    }
    return std::nullopt;
}

Known known_after(std::span<const Stub> of_one_device, const Known& known)
{
    return of_one_device.empty() ? known : Known{of_one_device.back().number, of_one_device.back().hash()};
}

} // namespace frikort::core::records
