// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/waits.hpp"

#include <algorithm>

namespace frikort::kiosk::screens {

std::string wait_text(std::chrono::seconds left, const core::content::Texts& texts)
{
    if (left >= std::chrono::seconds{60}) return texts.count("staff.wait.minutes", (left.count() + 59) / 60);
    return texts.count("staff.wait.seconds", left.count());
}

std::chrono::seconds wait_left(std::chrono::seconds wait, ui::Instant told, ui::Instant now)
{
    using std::chrono::seconds;
    return std::max(seconds{0}, wait - std::chrono::duration_cast<seconds>(now - told));
}

} // namespace frikort::kiosk::screens
