// SPDX-License-Identifier: MPL-2.0
#include "core/actions/centre_inbox.hpp"

#include "core/sealing/shared.hpp"

namespace frikort::core::actions {

std::optional<sealing::InboxKeys> inbox_with_card(store::Work& work, const OurCentre& centre,
                                                  const sealing::RecoveryPair& card)
{
    constexpr std::size_t half = 32;
    for (const auto& record : work.records().of_stream(centre.stream, records::Class::content)) {
        const auto opened = sealing::open_shared(card, record.header, record.body);
        if (!opened || opened->writer != centre.root || opened->plain.size() != 2 * half) continue;
        auto inbox =
            sealing::InboxKeys::from_secret(sealing::Secret::copy_of(opened->plain.view().subspan(half)));
        if (inbox.open() == centre.now.made()->inbox) return inbox;
    }
    return std::nullopt;
}

} // namespace frikort::core::actions
