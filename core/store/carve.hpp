// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/bytes.hpp"

// Reads rows out of the bytes of a damaged SQLite database and its write-ahead log, page by page and without
// SQLite: whatever of the file is noise, the other pages are read. Nothing it says is to be believed before
// it was checked; nothing in the bytes makes it read behind their end. Source: sqlite.org/fileformat2.html.
namespace frikort::core::store {

using CarvedValue = std::variant<std::monostate, std::int64_t, std::string, base::Bytes>;

struct CarvedRow {
    std::int64_t rowid = 0; // 0 for a row of an index or of a table without one
    std::vector<CarvedValue> values;
    enum class Age : bool { newest, older } age = Age::newest; // of the versions of its page
};

// The newest versions of all pages first, then the older ones that the log still holds.
void carve(base::BytesView database, base::BytesView log, const std::function<void(CarvedRow)>& found);

} // namespace frikort::core::store
