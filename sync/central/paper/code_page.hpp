// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

namespace frikort::sync::central::paper {

// A page to print or to send, as SVG: the text as a QR code that a kiosk's scanner types, and the text itself
// below it. `text` is capitals, digits and full stops, at most 300 of them; both are plain text.
std::string code_page(std::string_view centre, std::string_view text);

} // namespace frikort::sync::central::paper
