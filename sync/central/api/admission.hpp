// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "sync/central/api/known_keys.hpp"
#include "sync/protocol/messages.hpp"

namespace frikort::sync::central::api {

// Of one notebook. Each new key record is held against all before it while everybody else waits for the turn
// to write: this keeps one tampered kiosk from standing in the way of all.
inline constexpr std::size_t most_slots = 1000;        // of one device
inline constexpr std::size_t most_slots_of_all = 4000; // devices
inline constexpr std::size_t most_valid = 250;         // generations
// Beaten generations, and further records of known ones: who has an old card can make them, and must not take
// the owner's next card away.
inline constexpr std::size_t most_beside = 16;
// Nor does he with slots: a further valid generation is never one too many for them, and so many slots have
// room under it whatever there is; those that a beaten one of its number, or a later one, signed have less.
inline constexpr std::size_t least_slots = 48;
inline constexpr std::size_t most_beaten_slots = 32;

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
    bool may_tell(KnownKeys&, const core::records::Record&);
    std::optional<protocol::Verdict> generation_refusal(KnownKeys&, const core::records::Record&);
    std::optional<protocol::Verdict> slot_refusal(KnownKeys&, const core::records::Header&,
                                                  const core::records::Record&);

    const core::store::CentralWork& work_;
    const core::store::Kiosk& kiosk_;
    KeysOfPush keys_{work_};
};

protocol::Verdict rejected(const char* reason);
protocol::Verdict later();

} // namespace frikort::sync::central::api
