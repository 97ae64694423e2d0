// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/secret.hpp"

#include <algorithm>
#include <new>
#include <utility>

#include <sodium.h>

#include "core/base/must.hpp"

namespace frikort::core::sealing {

Secret::Secret(std::size_t size)
{
    if (size == 0) return;
    bytes_ = static_cast<base::Byte*>(sodium_malloc(size));
    if (bytes_ == nullptr) throw std::bad_alloc{};
    size_ = room_ = size;
    std::fill_n(bytes_, size_, base::Byte{0});
}

Secret Secret::copy_of(base::BytesView bytes)
{
    Secret secret{bytes.size()};
    std::copy(bytes.begin(), bytes.end(), secret.bytes_);
    return secret;
}

Secret Secret::random(std::size_t size, base::Chance& chance)
{
    Secret secret{size};
    chance.fill(secret.span());
    return secret;
}

Secret::Secret(Secret&& other) noexcept
    : bytes_{std::exchange(other.bytes_, nullptr)}, size_{std::exchange(other.size_, 0)}, room_{std::exchange(
                                                                                              other.room_, 0)}
{
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    // What was held goes with `old`, also when a secret is moved onto itself.
    const Secret old{std::move(*this)};
    bytes_ = std::exchange(other.bytes_, nullptr);
    size_ = std::exchange(other.size_, 0);
    room_ = std::exchange(other.room_, 0);
    return *this;
}

void Secret::renew(std::size_t size)
{
    if (size > room_) {
        *this = Secret{size};
        return;
    }
    wipe({bytes_, room_});
    size_ = size;
}

void Secret::keep(std::size_t first)
{
    base::must(first <= size_);
    wipe(span().subspan(first));
    size_ = first;
}

// sodium_free overwrites before it gives the pages back.
Secret::~Secret() { sodium_free(bytes_); }

void wipe(std::span<base::Byte> bytes) { sodium_memzero(bytes.data(), bytes.size()); }

void wipe(std::string& text)
{
    // What an earlier, longer text left behind the end goes too.
    text.resize(text.capacity());
    sodium_memzero(text.data(), text.size());
    text.clear();
}

} // namespace frikort::core::sealing
