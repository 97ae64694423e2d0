// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/central.hpp"
#include "tests/support/made_records.hpp"

// What is offered to a central store, and what comes out.
namespace frikort::tests {

inline core::store::Stock::Offer
offer(const core::records::Record& record,
      core::store::Stock::Offer::Form form = core::store::Stock::Offer::Form::whole)
{
    return {*core::records::decode_header(record.header), record.stub(), form,
            form == core::store::Stock::Offer::Form::whole ? core::records::encode(record)
                                                           : core::base::Bytes{1, 2, 3}};
}

inline core::store::Stock::Taken take(core::store::CentralStore& store, const core::store::Stock::Offer& one)
{
    const auto work = store.begin();
    const auto taken = work->stock().take({&one, 1});
    work->commit();
    return taken.at(0);
}

inline core::store::Stock::Taken take(core::store::CentralStore& store, const core::records::Record& record)
{
    return take(store, offer(record));
}

// Records 1 to `last` of one device, each made after the one before.
inline std::vector<core::records::Record> chain(std::uint64_t last, Recipe recipe = {})
{
    std::vector<core::records::Record> all;
    for (recipe.number = 1; recipe.number <= last; ++recipe.number) {
        all.push_back(made(recipe));
        recipe.previous = all.back().hash();
    }
    return all;
}

inline core::store::Stock::Page page(core::store::CentralStore& store, std::uint64_t after,
                                     std::size_t most = 100, std::size_t bytes = 1 << 20,
                                     std::optional<core::records::DeviceId> but = std::nullopt)
{
    return store.look()->stock().page(notebook(1), after, most, bytes, but);
}

// A device of a centre that follows nothing.
inline core::store::Stock::Listener who(std::uint8_t which) { return {device(which), {}, {}}; }

inline std::vector<std::uint64_t> numbers(const core::store::Stock::Page& page)
{
    std::vector<std::uint64_t> all;
    for (const auto& bytes : page.records) all.push_back(number_of(*core::records::decode_record(bytes)));
    return all;
}

} // namespace frikort::tests
