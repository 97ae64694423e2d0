// SPDX-License-Identifier: MPL-2.0
#include "sync/central/erasures_left.hpp"

#include <algorithm>

#include "core/store/erasures.hpp"

namespace frikort::sync::central {

std::size_t erasures_left(const DatabasePlace& place, const core::store::CentralWork& look)
{
    if (place.folder.empty()) return 0;
    const auto all = core::store::Erasures{place.folder / "erasures"}.all();
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&look](const auto& bytes) {
        if (!core::store::proves_itself(bytes)) return false;
        const auto record = core::records::decode_record(bytes);
        return !look.stock().is_erased(core::records::decode_header(record->header)->stream);
    }));
}

std::string erasures_left_told(std::size_t left)
{
    if (left == 0) return {};
    return "NOT ERASED: " + std::to_string(left) +
           " of the file of erasures, for another record has the name";
}

} // namespace frikort::sync::central
