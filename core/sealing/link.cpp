// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/link.hpp"

#include "core/base/must.hpp"

namespace frikort::core::sealing {

using base::Bytes;

Bytes link_bytes(const records::StreamId& stream, std::uint32_t number, const PublicKeys& keys)
{
    return base::ByteWriter{}
        .sized(base::view_of("frikort link 1"))
        .raw(stream.bytes())
        .u32(number)
        .raw(keys.sign.view())
        .raw(keys.box.view())
        .take();
}

Bytes earlier_context(const records::StreamId& stream, std::uint32_t in, std::uint32_t earlier,
                      const SignPublic& whose)
{
    return base::ByteWriter{}.raw(stream.bytes()).u32(in).u32(earlier).raw(whose.view()).take();
}

Generation first_generation(const NotebookKeys& keys)
{
    base::must(keys.generation() == 1);
    const auto bytes = link_bytes(notebook_of(keys.open()), 1, keys.open());
    return {1, {keys.open(), keys.sign(bytes)}, {}};
}

Generation next_generation(const records::StreamId& stream, const NotebookKeys& next,
                           const NotebookKeys& before, std::span<const NotebookKeys* const> joined,
                           base::Chance& chance)
{
    const auto number = next.generation();
    base::must(number == before.generation() + 1 && number <= most_generations);
    Generation generation{number, {next.open(), before.sign(link_bytes(stream, number, next.open()))}, {}};
    const auto hold = [&](const NotebookKeys& keys) {
        base::must(keys.generation() < number);
        const auto whose = keys.open().sign;
        const auto context = earlier_context(stream, number, keys.generation(), whose);
        generation.earlier.push_back(
            {keys.generation(), whose, next.seal_earlier(context, keys.secret(), chance)});
    };
    hold(before);
    for (const auto* keys : joined) hold(*keys);
    return generation;
}

} // namespace frikort::core::sealing
