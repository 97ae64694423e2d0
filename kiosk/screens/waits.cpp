// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/waits.hpp"

namespace frikort::kiosk::screens {

std::string wait_text(std::chrono::seconds left, const core::content::Texts& texts)
{
    if (left >= std::chrono::seconds{60}) return texts.count("staff.wait.minutes", (left.count() + 59) / 60);
    return texts.count("staff.wait.seconds", left.count());
}

} // namespace frikort::kiosk::screens
