// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <algorithm>

#include "core/base/bytes.hpp"
#include "core/records/record.hpp"

namespace frikort::tests {

// A name whose bytes are all the same but the last two, which count.
template <class Named>
Named named(std::uint8_t what, std::uint64_t count = 0)
{
    Named name;
    name.bytes.fill(what);
    name.bytes[Named::size - 2] = static_cast<core::base::Byte>(count >> 8U);
    name.bytes[Named::size - 1] = static_cast<core::base::Byte>(count);
    return name;
}

inline core::records::StreamId notebook(std::uint8_t which)
{
    return {core::records::StreamKind::notebook, named<core::base::Hash>(which)};
}

inline core::records::DeviceId device(std::uint8_t which) { return named<core::records::DeviceId>(which); }

// What a record is made of when a test does not say otherwise.
struct Recipe {
    std::uint64_t number = 1;
    core::records::DeviceId by = device(1);
    core::records::StreamId in = notebook(1);
    core::records::Class what = core::records::Class::content;
    std::optional<core::base::Id> id{};                 // or one made of device and number
    core::base::Bytes body = core::base::Bytes(256, 7); // sealed, as far as a store can tell
    core::records::Hash previous{};
};

inline core::records::Header header_of(const Recipe& recipe)
{
    auto id = named<core::base::Id>(recipe.by.bytes[0], recipe.number);
    return {recipe.id.value_or(id), recipe.in, 1, recipe.what, recipe.by, recipe.number};
}

inline core::records::Record made(const Recipe& recipe)
{
    return {core::records::encode(header_of(recipe)), recipe.previous, recipe.body};
}

inline core::base::Id id_of(const core::records::Record& record)
{
    return core::records::decode_header(record.header)->id;
}

inline std::uint64_t number_of(const core::records::Record& record)
{
    return core::records::decode_header(record.header)->number;
}

inline bool same(const core::records::Record& a, const core::records::Record& b)
{
    return a.header == b.header && a.previous == b.previous && a.body == b.body;
}

inline std::vector<std::uint64_t> numbers_of(const std::vector<core::records::Record>& records)
{
    std::vector<std::uint64_t> numbers(records.size());
    std::transform(records.begin(), records.end(), numbers.begin(), number_of);
    return numbers;
}

} // namespace frikort::tests
