// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/happened.hpp"

#include "kiosk/screens/amounts.hpp"

namespace frikort::kiosk::screens {

using core::content::Texts;

std::string happened_text(const core::notebook::Happened& happened, const Texts& texts)
{
    using What = core::notebook::Happened::What;
    const auto what = texts(happened.what == What::new_card ? "happened.new_card" : "happened.recovered");
    return happened.day ? what + ", " + date_text(*happened.day, texts) : what;
}

std::string lately_happened(const core::notebook::Book& book, const core::base::Clock& clock,
                            const Texts& texts)
{
    constexpr int lately = 30; // days
    if (book.happenings().empty()) return {};
    const auto& newest = book.happenings().front().what;
    const bool old = newest.day && clock.trusted() && newest.day->plus_days(lately) < clock.today();
    return old ? "" : happened_text(newest, texts);
}

} // namespace frikort::kiosk::screens
