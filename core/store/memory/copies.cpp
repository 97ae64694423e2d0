// SPDX-License-Identifier: MPL-2.0
#include "core/store/memory/ports.hpp"

namespace frikort::core::store::memory {

using records::StreamId;

void MemoryCopies::begin(const StreamId& stream)
{
    auto copy = found(stream);
    copy.opened.reset();
    if (copy.state != State::copied) copy.state = State::coming;
    desk_.journal().put(desk_.tables().copies, stream, copy);
}

void MemoryCopies::arrived(const StreamId& stream)
{
    if (of(stream) != State::coming) return;
    auto copy = found(stream);
    copy.state = State::copied;
    desk_.journal().put(desk_.tables().copies, stream, copy);
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
        if (const auto known = copies.find(stream); known != copies.end())
            desk_.journal().put(copies, stream, {now, known->second.state, known->second.confirmed});
}

void MemoryCopies::follow(const StreamId& stream, std::chrono::sys_seconds opened)
{
    auto copy = found(stream);
    if (copy.state == State::none || copy.state == State::ended)
        copy = {opened, State::coming, copy.confirmed};
    else if (copy.opened && *copy.opened < opened)
        copy.opened = opened;
    desk_.journal().put(desk_.tables().copies, stream, copy);
}

void MemoryCopies::undate_after(std::chrono::sys_seconds latest)
{
    auto& copies = desk_.tables().copies;
    std::vector<StreamId> later;
    for (const auto& [stream, copy] : copies)
        if (copy.opened && *copy.opened > latest) later.push_back(stream);
    for (const auto& stream : later) {
        auto copy = copies.at(stream);
        copy.opened.reset();
        desk_.journal().put(copies, stream, copy);
    }
}

std::vector<StreamId> MemoryCopies::end_unopened(std::chrono::sys_seconds before)
{
    auto& copies = desk_.tables().copies;
    std::vector<StreamId> ended;
    for (const auto& [stream, copy] : copies)
        if (copy.state == State::copied && copy.opened && *copy.opened < before) ended.push_back(stream);
    for (const auto& stream : ended) {
        auto copy = copies.at(stream);
        copy.state = State::ended;
        desk_.journal().put(copies, stream, copy);
    }
    return ended;
}

void MemoryCopies::keep_confirmed(const StreamId& stream, std::optional<std::uint64_t> counter)
{
    auto copy = found(stream);
    if (copy.state == State::none) return;
    copy.confirmed = counter;
    desk_.journal().put(desk_.tables().copies, stream, copy);
}

void MemoryCopies::confirm(const StreamId& stream, std::uint64_t counter) { keep_confirmed(stream, counter); }

void MemoryCopies::doubt(const StreamId& stream) { keep_confirmed(stream, std::nullopt); }

void MemoryCopies::doubt_all()
{
    std::vector<StreamId> all;
    for (const auto& [stream, copy] : desk_.tables().copies) all.push_back(stream);
    for (const auto& stream : all) doubt(stream);
}

std::vector<StreamId> MemoryCopies::ended(std::uint64_t upto)
{
    std::vector<StreamId> streams;
    for (const auto& [stream, copy] : desk_.tables().copies)
        if (copy.state == State::ended && copy.confirmed && *copy.confirmed <= upto)
            streams.push_back(stream);
    return streams;
}

Copies::State MemoryCopies::of(const StreamId& stream) { return found(stream).state; }

// Of state none when there is none.
Tables::Copy MemoryCopies::found(const StreamId& stream) const
{
    const auto& copies = desk_.tables().copies;
    const auto known = copies.find(stream);
    return known == copies.end() ? Tables::Copy{std::nullopt, State::none, std::nullopt} : known->second;
}

void MemoryCopies::drop(const StreamId& stream) { desk_.journal().drop(desk_.tables().copies, stream); }

} // namespace frikort::core::store::memory
