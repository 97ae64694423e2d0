// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>

#include "core/base/bytes.hpp"

namespace frikort::core::base {

// Where random bytes come from. The real one is sealing::SystemChance; simulations bring a seeded one.
class Chance {
public:
    virtual ~Chance() = default;
    virtual void fill(std::span<Byte>) = 0;

    template <class Named>
    Named name()
    {
        Named named;
        fill(named.bytes);
        return named;
    }
};

} // namespace frikort::core::base
