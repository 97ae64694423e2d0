// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/fault_files.hpp"

#include <algorithm>

namespace frikort::tests::sim {

using core::base::Bytes;
using core::base::BytesView;

namespace {

constexpr std::size_t sector = 512; // what a disk writes whole or not at all

} // namespace

void FaultFile::apply(Bytes& bytes, const Change& change)
{
    if (change.cuts) return bytes.resize(change.at);
    bytes.resize(std::max(bytes.size(), change.at + change.bytes.size()));
    std::copy(change.bytes.begin(), change.bytes.end(),
              bytes.begin() + static_cast<std::ptrdiff_t>(change.at));
}

void FaultFile::write(std::size_t at, BytesView written)
{
    for (std::size_t done = 0; done < written.size();) {
        const auto some = std::min(sector - (at + done) % sector, written.size() - done);
        const auto part = written.subspan(done, some);
        unsynced_.push_back({at + done, {part.begin(), part.end()}, false});
        apply(bytes_, unsynced_.back());
        done += some;
    }
}

void FaultFile::truncate(std::size_t size)
{
    unsynced_.push_back({size, {}, true});
    apply(bytes_, unsynced_.back());
}

void FaultFile::sync()
{
    for (const auto& change : unsynced_) apply(synced_, change);
    unsynced_.clear();
}

void FaultFile::crash(Draw& draw)
{
    const auto habit = draw.below(4); // nothing of it, all of it, or some
    for (const auto& change : unsynced_) {
        const bool there = habit == 1 || (habit > 1 && draw.happens(50));
        if (there) apply(synced_, change);
    }
    unsynced_.clear();
    bytes_ = synced_;
    shared.clear();
    reading = {};
    reserved = nullptr;
    for (auto& place : places) place = {};
}

} // namespace frikort::tests::sim
