// SPDX-License-Identifier: MPL-2.0
#include "core/store/memory/ports.hpp"

namespace frikort::core::store::memory {

using records::StreamId;

void MemoryCopies::begin(const StreamId& stream)
{
    const auto state = of(stream) == State::copied ? State::copied : State::coming;
    desk_.journal().put(desk_.tables().copies, stream, {std::nullopt, state});
}

void MemoryCopies::arrived(const StreamId& stream)
{
    if (of(stream) != State::coming) return;
    auto& copies = desk_.tables().copies;
    desk_.journal().put(copies, stream, {copies.at(stream).opened, State::copied});
}

void MemoryCopies::opened(const StreamId& stream)
{
    if (of(stream) == State::copied) begin(stream);
}

std::vector<StreamId> MemoryCopies::undated()
{
    std::vector<StreamId> streams;
    for (const auto& [stream, copy] : desk_.tables().copies)
        if (!copy.opened && copy.state == State::copied) streams.push_back(stream);
    return streams;
}

void MemoryCopies::date(const std::vector<StreamId>& streams, std::chrono::sys_seconds now)
{
    auto& copies = desk_.tables().copies;
    for (const auto& stream : streams)
        if (const auto found = copies.find(stream); found != copies.end())
            desk_.journal().put(copies, stream, {now, found->second.state});
}

std::vector<StreamId> MemoryCopies::end_unopened(std::chrono::sys_seconds before)
{
    auto& copies = desk_.tables().copies;
    std::vector<StreamId> ended;
    for (const auto& [stream, copy] : copies)
        if (copy.state == State::copied && copy.opened && *copy.opened < before) ended.push_back(stream);
    for (const auto& stream : ended)
        desk_.journal().put(copies, stream, {copies.at(stream).opened, State::ended});
    return ended;
}

Copies::State MemoryCopies::of(const StreamId& stream)
{
    const auto& copies = desk_.tables().copies;
    const auto found = copies.find(stream);
    return found == copies.end() ? State::none : found->second.state;
}

void MemoryCopies::drop(const StreamId& stream) { desk_.journal().drop(desk_.tables().copies, stream); }

} // namespace frikort::core::store::memory
