// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.hpp"

namespace frikort::sync::protocol {

// RFC 4648 with padding, as in RFC 8941 byte sequences.
std::string to_base64(core::base::BytesView);
// Nothing unless it is exactly what `to_base64` writes.
std::optional<core::base::Bytes> from_base64(std::string_view);

} // namespace frikort::sync::protocol
