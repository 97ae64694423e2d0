// SPDX-License-Identifier: MPL-2.0
#include "core/actions/read_notebook.hpp"

#include <algorithm>
#include <utility>

#include "core/sealing/body.hpp"

namespace frikort::core::actions {

namespace {

// Words between citizen and staff are no part of the book.
constexpr std::string_view message_kind = "message.";

bool has_keys_of(const OpenNotebook& open, std::uint32_t generation)
{
    const auto& keys = open.keys().keys();
    return std::any_of(keys.begin(), keys.end(),
                       [&](const auto& one) { return one.generation() == generation; });
}

struct Read {
    std::optional<notebook::Fact> fact; // nothing: no part of the book
    bool readable = true;
};

// Written by somebody else for the owner: only as much counts as they may say.
Read read_shared(const records::Record& record, const records::Header& header, const OpenNotebook& open)
{
    notebook::Fact fact{header.id, {header.number, {header.device.bytes}}, notebook::Unknown{}};
    const auto shared = open.keys().open_shared(record.header, record.body);
    // Sealed to a newer card it may be pay; with this one's keys here it was meant for others.
    if (!shared) return has_keys_of(open, header.generation) ? Read{fact} : Read{std::nullopt, false};
    auto body = notebook::decode(base::text_of(shared->plain.view()));
    if (!body) return {std::nullopt, false};
    const auto* unknown = std::get_if<notebook::Unknown>(&*body);
    if (unknown && unknown->kind.starts_with(message_kind)) return {};
    fact.body = std::move(*body);
    fact.by = notebook::Signer{shared->writer.bytes};
    return {fact};
}

Read read(const records::Record& record, const OpenNotebook& open, sealing::Secret& room)
{
    const auto header = records::decode_header(record.header);
    if (!header) return {std::nullopt, false};
    if (sealing::kind_of(record.body) == sealing::BodyKind::shared) return read_shared(record, *header, open);
    auto plain = open.keys().open_body(record.header, record.body, std::move(room));
    if (!plain) return {std::nullopt, false};
    auto body = notebook::decode(base::text_of(plain->view()));
    room = std::move(*plain);
    if (!body) return {std::nullopt, false};
    return {notebook::Fact{header->id, {header->number, {header->device.bytes}}, std::move(*body)}};
}

} // namespace

ReadNotebook read_notebook(store::Work& work, const OpenNotebook& open)
{
    std::vector<notebook::Fact> facts;
    std::size_t unreadable = 0;
    sealing::Secret room; // one after the other in the same place
    for (const auto& record : work.records().of_stream(open.stream(), records::Class::content)) {
        auto one = read(record, open, room);
        if (one.fact) facts.push_back(std::move(*one.fact));
        if (!one.readable) ++unreadable;
    }
    return {notebook::fold(facts), unreadable};
}

ReadNotebook read_notebook(store::Store& store, const OpenNotebook& open)
{
    return read_notebook(*store.begin(), open);
}

} // namespace frikort::core::actions
