// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/sealing/secret.hpp"

namespace frikort::core::sealing {

// 32 random bytes of one kiosk. Without them neither call names nor the codes typed with them can be guessed
// from a copied disk. The app keeps them where only the machine reads (sync.md, key table).
class Pepper {
public:
    static constexpr std::size_t size = 32;
    static Pepper random(base::Chance&);
    // Nothing unless there are exactly `size` bytes.
    static std::optional<Pepper> from(base::BytesView);
    base::BytesView view() const { return bytes_.view(); }

private:
    explicit Pepper(Secret bytes) : bytes_{std::move(bytes)} {}
    Secret bytes_;
};

} // namespace frikort::core::sealing
