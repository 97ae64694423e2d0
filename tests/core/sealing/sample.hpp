// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <random>
#include <string_view>

#include "core/records/record.hpp"
#include "core/sealing/keys.hpp"
#include "core/sealing/stretch.hpp"

// What the tests of this room share.
namespace frikort::tests {

// The same bytes on every run, so that a failure comes again.
class FrozenChance : public core::base::Chance {
public:
    explicit FrozenChance(std::uint32_t seed = 1) : random_{seed} {}
    void fill(std::span<core::base::Byte> bytes) override
    {
        for (auto& byte : bytes) byte = static_cast<core::base::Byte>(random_());
    }

private:
    std::mt19937 random_;
};

// As little work as Argon2id allows.
inline constexpr core::sealing::Cost cheap{8192, 1};

inline core::base::Bytes header_of(const core::records::StreamId& stream, std::uint32_t generation = 1,
                                   core::records::Class what = core::records::Class::content,
                                   std::uint64_t number = 1)
{
    core::records::Header header;
    header.id.bytes.fill(static_cast<core::base::Byte>(number));
    header.stream = stream;
    header.generation = generation;
    header.what = what;
    header.device.bytes.fill(7);
    header.number = number;
    return core::records::encode(header);
}

inline core::base::Bytes bytes_of(std::string_view text)
{
    const auto view = core::base::view_of(text);
    return {view.begin(), view.end()};
}

inline std::string_view text_of(const core::sealing::Secret& secret)
{
    return core::base::text_of(secret.view());
}

inline core::base::Bytes flipped(core::base::Bytes bytes, std::size_t at, unsigned bit = 0)
{
    bytes.at(at) = static_cast<core::base::Byte>(bytes.at(at) ^ (1U << bit));
    return bytes;
}

// True when these bytes stand somewhere in those.
inline bool contains(core::base::BytesView where, core::base::BytesView what)
{
    return core::base::text_of(where).find(core::base::text_of(what)) != std::string_view::npos;
}

} // namespace frikort::tests
