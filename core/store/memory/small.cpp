// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/store/memory/ports.hpp"

namespace frikort::core::store::memory {

using records::StreamId;

Waits::Wait MemoryWaits::of(const base::Hash& subject)
{
    const auto& waits = desk_.tables().waits;
    const auto found = waits.find(subject);
    return found == waits.end() ? Wait{} : found->second;
}

void MemoryWaits::keep(const base::Hash& subject, const Wait& wait)
{
    desk_.journal().put(desk_.tables().waits, subject, wait);
}

void MemoryWaits::clear(const base::Hash& subject) { desk_.journal().drop(desk_.tables().waits, subject); }

void MemoryWaits::run(std::chrono::seconds passed)
{
    auto& waits = desk_.tables().waits;
    for (const auto& [subject, wait] : std::map{waits}) {
        if (wait.left.count() == 0) continue;
        const auto left = std::max(std::chrono::seconds{0}, wait.left - passed);
        desk_.journal().put(waits, subject, {wait.wrong, left});
    }
}

void MemoryDrafts::keep(const StreamId& stream, base::BytesView sealed)
{
    desk_.journal().put(desk_.tables().drafts, stream, {sealed.begin(), sealed.end()});
}

std::optional<base::Bytes> MemoryDrafts::of(const StreamId& stream)
{
    const auto& drafts = desk_.tables().drafts;
    const auto found = drafts.find(stream);
    if (found == drafts.end()) return std::nullopt;
    return found->second;
}

void MemoryDrafts::drop(const StreamId& stream) { desk_.journal().drop(desk_.tables().drafts, stream); }

std::optional<std::string> MemoryFacts::get(const std::string& name)
{
    const auto& facts = desk_.tables().facts;
    const auto found = facts.find(name);
    if (found == facts.end()) return std::nullopt;
    return found->second;
}

void MemoryFacts::set(const std::string& name, const std::string& value)
{
    desk_.journal().put(desk_.tables().facts, name, value);
}

} // namespace frikort::core::store::memory
