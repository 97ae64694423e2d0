// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/content/texts.hpp"

namespace frikort::core::content {

// One message of a catalogue; views into its bytes.
struct Message {
    std::string_view key;
    std::string_view one;
    std::string_view other; // as `one` where there is no plural
    bool has_plural = false;
};

// Takes a gettext .mo file apart (GNU gettext manual, "The Format of GNU MO Files"): either byte order,
// revision 0, the hash table ignored. Never looks outside the bytes; every text is plain UTF-8 and line
// breaks.
base::Result<std::vector<Message>, Malformed> read_catalogue(base::BytesView mo);

} // namespace frikort::core::content
