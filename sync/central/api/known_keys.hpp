// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/sealing/generations.hpp"
#include "core/store/central.hpp"

namespace frikort::sync::central::api {

// The key records of one notebook as far as they were taken, in their order.
class KnownKeys {
public:
    KnownKeys(core::records::StreamId stream, std::vector<core::records::Record> records);

    void add(const core::records::Record&);
    // A record whose first answer was lost comes again.
    bool has(const core::records::Record&) const;
    std::size_t generations() const { return generations_; } // records
    // Generation records of this number.
    std::size_t generations_of(std::uint32_t number) const;
    std::size_t slots() const { return records_.size() - generations_; }
    std::size_t slots_of(std::uint32_t generation) const;
    std::size_t slots_by(const core::records::DeviceId&) const;

    // What the generations come to: a signature or two for each, once.
    core::sealing::Generations& decided();
    bool is_decided() const { return decided_.has_value(); }

private:
    core::records::StreamId stream_;
    std::vector<core::records::Record> records_;
    std::optional<core::sealing::Generations> decided_;
    std::size_t generations_ = 0;
    std::map<std::uint32_t, std::size_t> numbers_;
    std::map<std::uint32_t, std::size_t> slots_;
    std::map<core::records::DeviceId, std::size_t> by_;
};

// The keys of the notebooks that one push has to do with, read when they are first asked for. Everybody waits
// for the turn to write meanwhile, so one push may read and decide so much: what is more comes later.
class KeysOfPush {
public:
    explicit KeysOfPush(const core::store::CentralWork& work) : work_{work} {}
    // Nothing when this push has had its share.
    KnownKeys* of(const core::records::StreamId&);
    // The same for what they come to.
    core::sealing::Generations* decided(KnownKeys&);
    // The same for the links of an erasure: false when it is not to be looked at now.
    bool may_follow(std::size_t links);

private:
    const core::store::CentralWork& work_;
    std::map<core::records::StreamId, KnownKeys> read_;
    std::size_t records_ = 0;     // that were read
    std::size_t generations_ = 0; // that were decided
};

// A push may begin to read another notebook's keys below the first, and to decide them below the second: two
// hundred ordinary notebooks have a few records each, and one or two generations.
inline constexpr std::size_t most_read = 10000;   // key records
inline constexpr std::size_t most_decided = 1000; // generations

bool is_generation(const core::records::Record&);

} // namespace frikort::sync::central::api
