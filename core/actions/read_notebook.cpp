// SPDX-License-Identifier: MPL-2.0
#include "core/actions/read_notebook.hpp"

#include <algorithm>
#include <utility>

#include "core/sealing/body.hpp"

namespace frikort::core::actions {

namespace {

// Nothing when the record cannot be opened or read.
std::optional<notebook::Fact> fact_of(const records::Record& record, const OpenNotebook& open,
                                      sealing::Secret& room)
{
    const auto header = records::decode_header(record.header);
    if (!header) return std::nullopt;
    notebook::Fact fact{header->id, {header->number, {header->device.bytes}}, notebook::Unknown{}};
    // Written by staff or office, who are no more than readers of a citizen's own numbers.
    if (sealing::kind_of(record.body) == sealing::BodyKind::shared) return fact;
    auto plain = open.keys().open_body(record.header, record.body, std::move(room));
    if (!plain) return std::nullopt;
    auto body = notebook::decode(base::text_of(plain->view()));
    room = std::move(*plain);
    if (!body) return std::nullopt;
    fact.body = std::move(*body);
    return fact;
}

} // namespace

ReadNotebook read_notebook(store::Work& work, const OpenNotebook& open)
{
    std::vector<notebook::Fact> facts;
    std::size_t unreadable = 0;
    sealing::Secret room; // one after the other in the same place
    for (const auto& record : work.records().of_stream(open.stream(), records::Class::content)) {
        if (auto fact = fact_of(record, open, room))
            facts.push_back(std::move(*fact));
        else
            ++unreadable;
    }
    return {notebook::fold(facts), unreadable};
}

ReadNotebook read_notebook(store::Store& store, const OpenNotebook& open)
{
    return read_notebook(*store.begin(), open);
}

} // namespace frikort::core::actions
