// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/store/central.hpp"
#include "sync/protocol/messages.hpp"

namespace frikort::sync::central::api {

// Which records of one push may enter. Looks at them in their order: a notebook's first key record makes room
// for those behind it.
class Admission {
public:
    Admission(const core::store::CentralWork& work, const core::store::Kiosk& kiosk)
        : work_{work}, kiosk_{kiosk}
    {
    }

    // Nothing when it may enter, and else what to answer.
    std::optional<protocol::Verdict> refusal(const core::records::Header&, const core::records::Record&);

private:
    bool may_write(const core::records::StreamId&) const;
    std::optional<protocol::Verdict> key_refusal(const core::records::Header&, const core::records::Record&);
    std::vector<core::records::Record>& keys_of(const core::records::StreamId&);

    const core::store::CentralWork& work_;
    const core::store::Kiosk& kiosk_;
    std::map<core::records::StreamId, std::vector<core::records::Record>> keys_;
};

protocol::Verdict rejected(const char* reason);
protocol::Verdict later();

} // namespace frikort::sync::central::api
