// SPDX-License-Identifier: MPL-2.0
#include "core/store/may_erase.hpp"

#include "core/sealing/body.hpp"

namespace frikort::core::store {

std::vector<sealing::FoundGeneration> generations_in(const std::vector<records::Record>& keys)
{
    std::vector<sealing::FoundGeneration> found;
    for (const auto& key : keys)
        if (sealing::kind_of(key.body) == sealing::BodyKind::signed_generation)
            found.push_back({key.header, key.body, found.size()});
    return found;
}

bool may_erase(const Stock& stock, const records::Record& record)
{
    const auto header = records::decode_header(record.header);
    const bool fits = header && header->what == records::Class::erase &&
                      header->stream.kind == records::StreamKind::notebook;
    if (!fits) return false;
    const auto keys = stock.keys_of(header->stream);
    const auto known = sealing::decide(header->stream, generations_in(keys));
    const auto erase = sealing::erasure(known, record.header, record.body);
    return erase && erase->records.empty();
}

} // namespace frikort::core::store
