// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/people/centre_card.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// The centre card is asked for: it is held up to the reader, or its signs are typed. A part of several
// screens. Pure.
namespace frikort::kiosk::screens::centre_card {

inline constexpr std::size_t signs = 27; // on the card, the check letter among them

// On which of the two pages it comes. The reader's lines are taken on both.
enum class Page { held_up, typed };
// Whoever types is told what to look at again. What was held up and is no centre card is `not_a_card`.
core::base::Result<core::people::CentreCard, core::people::Misread> read(std::string_view letters, Page);
std::string told(core::people::Misread, const core::content::Texts&);

// `told` says what to hold up; `wrong` stands in its place where something was. The one way is to type it.
sheet::View held_up(std::string told, const std::string& wrong, const core::content::Texts&);
sheet::View typed(const sheet::Typing&, std::string wrong, const core::content::Texts&);

} // namespace frikort::kiosk::screens::centre_card
