// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <string_view>

namespace frikort::kiosk::cards {

// Writes a file that only its owner may read (0600) and that was not there before, to the disk itself.
// Throws std::system_error (file_exists for what is there already, also a link), and leaves no half file.
void write_new(const std::filesystem::path&, std::string_view content);

} // namespace frikort::kiosk::cards
