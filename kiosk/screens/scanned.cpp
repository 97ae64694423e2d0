// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/scanned.hpp"

namespace frikort::kiosk::screens {

using core::people::Card;
using core::people::Receipt;

std::optional<ui::Move> scanned_move(Doors& doors, std::string_view line)
{
    if (Receipt::is_marked(line)) {
        auto receipt = Receipt::read(line);
        if (!receipt) return std::nullopt;
        return ui::Open{doors.receipt(std::move(*receipt))};
    }
    auto card = Card::read(line);
    if (!card) return std::nullopt;
    return ui::Open{doors.open_with_card(std::move(*card))};
}

} // namespace frikort::kiosk::screens
