// SPDX-License-Identifier: MPL-2.0
#include "core/actions/message_records.hpp"

#include <algorithm>

#include "core/actions/rings.hpp"
#include "core/sealing/body.hpp"

namespace frikort::core::actions {

namespace {

bool is_its_own(const sealing::Generations& generations, const sealing::SignPublic& writer)
{
    const auto signs = [&](const auto& one) { return one.link.keys.sign == writer; };
    return std::any_of(generations.valid.begin(), generations.valid.end(), signs) ||
           std::any_of(generations.beaten.begin(), generations.beaten.end(), signs);
}

} // namespace

std::vector<support::Fact> messages_in(store::Work& work, const records::StreamId& stream,
                                       const centre::Centre& centre, const OpenShared& open)
{
    const auto generations = generations_of(work, stream);
    std::vector<support::Fact> facts;
    for (const auto& record : work.records().of_stream(stream, records::Class::content)) {
        if (sealing::kind_of(record.body) != sealing::BodyKind::shared) continue;
        const auto opened = open(record.header, record.body);
        if (!opened) continue;
        auto message = support::decode(base::text_of(opened->plain.view()));
        if (!message) continue;
        auto* answer = std::get_if<support::Answer>(&message->body);
        if ((answer != nullptr) == is_its_own(generations, opened->writer)) continue;
        if (answer != nullptr) answer->by = centre.name_of(opened->writer).value_or("");
        const auto header = records::decode_header(record.header);
        facts.push_back({header->id, {header->number, {header->device.bytes}}, std::move(*message)});
    }
    return facts;
}

std::optional<base::Id> last_of(const std::vector<support::Conversation>& all, const base::Id& request)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.request == request; });
    return found == all.end() ? std::nullopt : std::optional{found->said.back().id};
}

} // namespace frikort::core::actions
