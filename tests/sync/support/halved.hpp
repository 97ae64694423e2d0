// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <algorithm>
#include <optional>

#include "sync/agent/half.hpp"
#include "tests/sync/support/world.hpp"

namespace frikort::tests {

// A kiosk without a TPM, from one start of its program to the next.
struct Halved {
    explicit Halved(std::uint64_t seed) : chance{seed}, own{core::sealing::Pepper::random(chance)} {}
    void start()
    {
        whole.reset();
        wanted.emplace(sync::agent::WantedHalf{
            own, chance, when, [this](core::actions::WholePepper came) { whole = std::move(came); }});
    }
    sync::agent::End round(core::store::Store& store, sync::agent::Transport& line,
                           const core::sealing::SigningKey& key)
    {
        return run_round(store, line, key, {}, &*wanted).end;
    }

    SeededChance chance;
    core::sealing::Pepper own;
    sync::agent::WantedHalf::When when = sync::agent::WantedHalf::When::always;
    std::optional<core::actions::WholePepper> whole;
    std::optional<sync::agent::WantedHalf> wanted;
};

inline bool same(const core::sealing::Pepper& one, const core::sealing::Pepper& other)
{
    return std::ranges::equal(one.view(), other.view());
}

inline std::optional<core::store::Half> half_of(core::store::CentralStore& store,
                                                const core::records::DeviceId& device)
{
    return store.look()->halves().of(device);
}

} // namespace frikort::tests
