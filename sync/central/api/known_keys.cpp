// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/known_keys.hpp"

#include <algorithm>

#include "core/sealing/body.hpp"
#include "core/store/may_erase.hpp"

namespace frikort::sync::central::api {

using core::records::DeviceId;
using core::records::Record;
using core::records::StreamId;

namespace {

template <class Of>
std::size_t count(const std::map<Of, std::size_t>& counts, const Of& of)
{
    const auto found = counts.find(of);
    return found == counts.end() ? 0 : found->second;
}

} // namespace

bool is_generation(const Record& record)
{
    return core::sealing::kind_of(record.body) == core::sealing::BodyKind::signed_generation;
}

KnownKeys::KnownKeys(StreamId stream, std::vector<Record> records) : stream_{stream}
{
    records_.reserve(records.size());
    for (const auto& record : records) add(record);
}

void KnownKeys::add(const Record& record)
{
    records_.push_back(record);
    const auto header = core::records::decode_header(record.header);
    if (is_generation(record)) {
        ++generations_;
        ++numbers_[header->generation]; // as its body says: reading that holds each key against the curve
    } else {
        ++slots_[header->generation];
        ++by_[header->device];
    }
}

bool KnownKeys::has(const Record& record) const
{
    return std::any_of(records_.begin(), records_.end(), [&](const Record& key) {
        return key.header == record.header && key.body == record.body;
    });
}

std::size_t KnownKeys::generations_of(std::uint32_t number) const { return count(numbers_, number); }
std::size_t KnownKeys::slots_of(std::uint32_t generation) const { return count(slots_, generation); }
std::size_t KnownKeys::slots_by(const DeviceId& device) const { return count(by_, device); }

core::sealing::Generations& KnownKeys::decided()
{
    if (!decided_) decided_ = core::sealing::decide(stream_, core::store::generations_in(records_));
    return *decided_;
}

KnownKeys* KeysOfPush::of(const StreamId& stream)
{
    const auto known = read_.find(stream);
    if (known != read_.end()) return &known->second;
    if (records_ >= most_read) return nullptr;
    auto records = work_.stock().keys_of(stream);
    records_ += records.size();
    return &read_.try_emplace(stream, stream, std::move(records)).first->second;
}

core::sealing::Generations* KeysOfPush::decided(KnownKeys& keys)
{
    if (keys.is_decided()) return &keys.decided();
    if (generations_ >= most_decided) return nullptr;
    generations_ += keys.generations();
    return &keys.decided();
}

bool KeysOfPush::may_follow(std::size_t links)
{
    if (generations_ >= most_decided) return false;
    generations_ += links;
    return true;
}

} // namespace frikort::sync::central::api
