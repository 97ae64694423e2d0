// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/records/record.hpp"

namespace frikort::sync::protocol {

// A record without its body: sized header, digest of the previous record, digest of the body. What a kiosk
// sends of a record that was refused, so that its chain has no hole (sync.md R3).
struct HeaderOnly {
    core::base::Bytes header;
    core::records::Hash previous;
    core::records::Hash body;

    core::records::Stub stub() const; // the header must be readable
};

HeaderOnly without_body(const core::records::Record&);
core::base::Bytes encode(const HeaderOnly&);
core::base::Result<HeaderOnly, core::records::Malformed> decode_header_only(core::base::BytesView);

} // namespace frikort::sync::protocol
