// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/key_ring.hpp"

#include <algorithm>
#include <utility>

#include "core/sealing/cipher.hpp"
#include "core/sealing/link.hpp"

namespace frikort::core::sealing {

namespace {

const Generation* generation_of(const Generations& generations, std::uint32_t number, const SignPublic& whose)
{
    for (const auto* some : {&generations.valid, &generations.beaten}) {
        for (const auto& one : *some) {
            if (one.number == number && one.link.keys.sign == whose) return &one;
        }
    }
    return nullptr;
}

bool holds(const std::vector<NotebookKeys>& keys, const SignPublic& whose)
{
    return std::any_of(keys.begin(), keys.end(), [&](const auto& one) { return one.open().sign == whose; });
}

std::optional<NotebookKeys> open_earlier(const records::StreamId& stream, const NotebookKeys& keys,
                                         const Earlier& earlier)
{
    const auto context = earlier_context(stream, keys.generation(), earlier.generation, earlier.whose);
    auto secret = keys.open_earlier(context, earlier.sealed);
    if (!secret || secret->size() != cipher::key_size) return std::nullopt;
    auto opened = NotebookKeys::from_secret(std::move(*secret), earlier.generation);
    if (opened.open().sign != earlier.whose) return std::nullopt;
    return opened;
}

} // namespace

KeyRing::KeyRing(const records::StreamId& stream, NotebookKeys opened) : stream_{stream}
{
    keys_.push_back(std::move(opened));
}

std::optional<KeyRing> KeyRing::from(const records::StreamId& stream, NotebookKeys opened,
                                     const Generations& generations)
{
    const auto* its = generation_of(generations, opened.generation(), opened.open().sign);
    if (its == nullptr || its->link.keys != opened.open()) return std::nullopt;

    KeyRing ring{stream, std::move(opened)};
    for (std::size_t i = 0; i < ring.keys_.size(); ++i) {
        its = generation_of(generations, ring.keys_[i].generation(), ring.keys_[i].open().sign);
        if (its == nullptr) continue;
        for (const auto& earlier : its->earlier) {
            if (holds(ring.keys_, earlier.whose)) continue;
            if (auto keys = open_earlier(stream, ring.keys_[i], earlier))
                ring.keys_.push_back(std::move(*keys));
        }
    }
    return ring;
}

std::optional<Secret> KeyRing::open_body(base::BytesView header, base::BytesView body, Secret room) const
{
    const auto read = records::decode_header(header);
    if (!read || read->stream != stream_) return std::nullopt;
    for (const auto& keys : keys_) {
        if (keys.generation() != read->generation) continue;
        if (auto plain = keys.open_body(header, body, std::exchange(room, {}))) return plain;
    }
    return std::nullopt;
}

std::optional<Shared> KeyRing::open_shared(base::BytesView header, base::BytesView body) const
{
    const auto read = records::decode_header(header);
    if (!read || read->stream != stream_) return std::nullopt;
    for (const auto& keys : keys_) {
        if (keys.generation() != read->generation) continue;
        if (auto shared = sealing::open_shared(keys, header, body)) return shared;
    }
    return std::nullopt;
}

} // namespace frikort::core::sealing
