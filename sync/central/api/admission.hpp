// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/sealing/generations.hpp"
#include "core/store/central.hpp"
#include "sync/protocol/messages.hpp"

namespace frikort::sync::central::api {

// Of one notebook. Each new key record is held against all before it while everybody else waits for the turn
// to write: this keeps one tampered kiosk from standing in the way of all. As many generations as there may
// be (core/sealing/key_record.hpp), with their slots, are fewer.
inline constexpr std::size_t most_keys = 1000;        // of one device
inline constexpr std::size_t most_keys_of_all = 4000; // devices
inline constexpr std::size_t most_valid = 250;        // generations
// Beaten generations, and further records of known ones: who has an old card can make them, and must not take
// the owner's next card away.
inline constexpr std::size_t most_beside = 16;

// Which records of one push may enter. Looks at them in their order: a notebook's first key record makes room
// for those behind it.
class Admission {
public:
    Admission(const core::store::CentralWork& work, const core::store::Kiosk& kiosk)
        : work_{work}, kiosk_{kiosk}
    {
    }

    // Nothing when it may enter, and else what to answer. `of`: the device whose records these must be.
    std::optional<protocol::Verdict> refusal(const core::records::Header&, const core::records::Record&,
                                             const core::records::DeviceId& of);
    // Of a record that may enter: whether it is a generation of keys that another of its number has beaten.
    bool is_beaten(const core::records::Header&, const core::records::Record&);

private:
    bool may_write(const core::records::StreamId&) const;
    std::optional<protocol::Verdict> key_refusal(const core::records::Header&, const core::records::Record&);
    std::optional<protocol::Verdict> erase_refusal(const core::records::Header&,
                                                   const core::records::Record&);

    // The key records of a notebook as far as they were taken, and what they come to.
    struct Keys {
        std::vector<core::records::Record> records;
        core::sealing::Generations known;
        std::size_t generations = 0;                       // records
        std::map<core::records::DeviceId, std::size_t> by; // how many each device wrote
        void add(const core::records::Record&);
    };
    Keys& keys_of(const core::records::StreamId&);
    static std::optional<protocol::Verdict> generation_refusal(Keys&, const core::sealing::Generation&,
                                                               const core::records::Record&);

    const core::store::CentralWork& work_;
    const core::store::Kiosk& kiosk_;
    std::map<core::records::StreamId, Keys> keys_;
};

// Views into the records.
std::vector<core::sealing::FoundGeneration> generations_in(const std::vector<core::records::Record>& keys);

protocol::Verdict rejected(const char* reason);
protocol::Verdict later();

} // namespace frikort::sync::central::api
