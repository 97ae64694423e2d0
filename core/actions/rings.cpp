// SPDX-License-Identifier: MPL-2.0
#include "core/actions/rings.hpp"

#include "core/sealing/body.hpp"

namespace frikort::core::actions {

std::optional<sealing::KeyRing> ring_of(store::Work& work, const records::StreamId& stream,
                                        sealing::NotebookKeys opened)
{
    const auto kept = work.records().of_stream(stream, records::Class::key);
    std::vector<sealing::FoundGeneration> found;
    for (const auto& record : kept) {
        if (sealing::kind_of(record.body) == sealing::BodyKind::signed_generation)
            found.push_back({record.header, record.body, std::nullopt});
    }
    return sealing::KeyRing::from(stream, std::move(opened), sealing::decide(stream, found));
}

} // namespace frikort::core::actions
