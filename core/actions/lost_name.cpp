// SPDX-License-Identifier: MPL-2.0
#include "core/actions/lost_name.hpp"

#include "core/actions/rescued.hpp"

namespace frikort::core::actions {

using records::DeviceId;
using store::Work;

namespace {

// As they stand in databases.
constexpr const char* name_fact = "device.name";
constexpr const char* lost_fact = "device.lost";
constexpr const char* before_fact = "sync.before"; // of the agent: which device it was until enrolled anew

std::optional<DeviceId> device_in(Work& work, const char* fact)
{
    return DeviceId::from_hex(work.facts().get(fact).value_or(""));
}

} // namespace

void note_own_name(Work& work, const DeviceId& now, const std::optional<DeviceId>& noted)
{
    const auto known = device_in(work, name_fact);
    const auto before = known ? known : noted;
    if (known == now) return;
    work.facts().set(name_fact, now.hex());
    const bool on_purpose = !before || before == now || device_in(work, before_fact) == before ||
                            needs_another_name(work, *before);
    if (on_purpose) return;
    work.outbox().fork_off(*before, store::fork_word);
    work.facts().set(lost_fact, before->hex());
}

std::optional<DeviceId> lost_name(Work& work) { return device_in(work, lost_fact); }

void end_lost_name(Work& work)
{
    if (lost_name(work)) work.facts().set(lost_fact, "");
}

} // namespace frikort::core::actions
