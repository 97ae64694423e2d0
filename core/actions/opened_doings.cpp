// SPDX-License-Identifier: MPL-2.0
#include "core/actions/opened_doings.hpp"

#include <utility>

#include "core/sealing/shared.hpp"

namespace frikort::core::actions {

namespace {

std::optional<centre::Fact> fact_of(const records::Record& record, const sealing::NotebookKeys& keys)
{
    const auto header = records::decode_header(record.header);
    if (!header) return std::nullopt;
    const auto opened = sealing::open_shared(keys, record.header, record.body);
    if (!opened) return std::nullopt;
    auto doing = centre::decode(base::text_of(opened->plain.view()));
    if (!doing) return std::nullopt;
    return centre::Fact{
        header->id, {header->number, header->device, doing->turn}, opened->writer, std::move(*doing)};
}

} // namespace

std::vector<centre::Fact> OpenedDoings::read(std::span<const records::Record> records,
                                             const sealing::NotebookKeys& keys)
{
    auto before = std::exchange(opened_, {});
    if (std::exchange(reader_, keys.open().box) != keys.open().box) before.clear();
    std::vector<centre::Fact> facts;
    for (const auto& record : records) {
        const auto hash = record.hash(); // of every byte of it
        auto known = before.extract(hash);
        if (known.empty()) {
            ++tried_;
            known = Opened{{hash, fact_of(record, keys)}}.extract(hash);
        }
        const auto& fact = opened_.insert(std::move(known)).position->second;
        if (fact) facts.push_back(*fact);
    }
    return facts;
}

bool OpenedDoings::is_doing(const records::Record& record) const
{
    const auto known = opened_.find(record.hash());
    return known != opened_.end() && known->second;
}

} // namespace frikort::core::actions
