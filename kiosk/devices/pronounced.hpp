// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

namespace frikort::kiosk::devices {

// The same words, written so that the voice reads them as people say them: "350 kr." is "350 kroner",
// "30 min." is "30 minutter", "socialtfrikort.dk" has a spoken point, a comma alone is "komma". Numbers, dates and their order are
// left to the voice, which reads them right in both languages.
std::string pronounced(std::string_view words, std::string_view language);

} // namespace frikort::kiosk::devices
