// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_mark.hpp"

namespace frikort::core::store {

namespace {

Mark mark_of(base::ByteWriter& words)
{
    return *Mark::from(records::digest(words.take()).view().first(Mark::size));
}

} // namespace

Mark mark_after(const Mark& before, std::uint64_t counter, std::span<const base::Hash> taken)
{
    base::ByteWriter words;
    words.raw(before.view()).u64(counter);
    for (const auto& hash : taken) words.raw(hash.view());
    return mark_of(words);
}

Mark mark_after(const Mark& before, std::uint64_t counter, const records::StreamId& centre,
                const records::StreamId& notebook)
{
    base::ByteWriter words;
    words.raw(before.view()).u64(counter).raw(centre.bytes()).raw(notebook.bytes());
    return mark_of(words);
}

} // namespace frikort::core::store
