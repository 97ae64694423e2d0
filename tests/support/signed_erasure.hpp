// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/sealing/key_record.hpp"
#include "tests/support/made_records.hpp"
#include "tests/support/seeded_chance.hpp"

namespace frikort::tests {

// A notebook of this number, erased by its owner. `beside` stands within the signed body, as records that are
// erased one by one would: whole ids. `more`: bytes that a newer program wrote into the header.
inline core::base::Bytes signed_erasure(std::uint64_t number, core::base::BytesView beside = {},
                                        std::size_t more = 0)
{
    core::sealing::start();
    SeededChance chance{number};
    const auto keys = core::sealing::NotebookKeys::random(chance, 1);
    const auto stream = core::sealing::notebook_of(keys.open());
    auto header = core::records::encode(
        header_of({.number = number, .in = stream, .what = core::records::Class::erase}));
    header.resize(header.size() + more);
    core::sealing::Erase erase{{}, {core::sealing::first_generation(keys).link}};
    for (; !beside.empty(); beside = beside.subspan(core::base::Id::size))
        erase.records.push_back(*core::base::Id::from(beside.first(core::base::Id::size)));
    return core::records::encode(
        core::records::Record{header, {}, core::sealing::sign_body(header, erase, keys)});
}

} // namespace frikort::tests
