// SPDX-License-Identifier: MPL-2.0
#include "sync/central/standbys.hpp"

namespace frikort::sync::central {

using State = Replicas::State;

std::optional<Replicas> replicas_of(const DatabasePlace& place)
{
    if (place.engine != DatabasePlace::Engine::postgresql) return std::nullopt;
    return core::store::postgresql::replicas_at(place.address);
}

std::string_view word_of(State state)
{
    switch (state) {
    case State::none:
        return "none";
    case State::waited_for:
        return "waited_for";
    case State::not_waited_for:
        return "not_waited_for";
    case State::missing:
        return "missing";
    case State::unseen:
        return "unseen";
    }
    return "?";
}

namespace {

std::string sentence(State state)
{
    switch (state) {
    case State::none:
        return "What is acknowledged is on the database's own machine alone.";
    case State::waited_for:
        return "What is acknowledged is on a standby too.";
    case State::not_waited_for:
        return "WARNING: No commit waits for a standby, so none of them may be promoted: what was "
               "acknowledged "
               "may be missing there.\nSet synchronous_standby_names.";
    case State::missing:
        return "WARNING: synchronous_standby_names is set, and the standbys it waits for are not connected. "
               "Nothing can be acknowledged;\nkiosks keep what they have. Is the standby running, and is its "
               "cluster_name one of those names?";
    case State::unseen:
        return "Whether what is acknowledged is on one of them too cannot be seen by this role.\n"
               "To see it: GRANT pg_read_all_stats to it.";
    }
    return {};
}

} // namespace

std::string told(const Replicas& replicas)
{
    std::string text =
        "Standbys connected: " + std::to_string(replicas.connected) + ". " + sentence(replicas.state) + "\n";
    for (const auto& setting : replicas.off)
        text += "WARNING: The database server runs with " + setting +
                " off: what was acknowledged can be lost when the power goes.\n";
    return text;
}

} // namespace frikort::sync::central
