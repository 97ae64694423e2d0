// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

#include "core/base/clock.hpp"
#include "core/content/texts.hpp"
#include "core/notebook/book.hpp"

namespace frikort::kiosk::screens {

// "Personalet lavede et nyt kort, 20. november 2025".
std::string happened_text(const core::notebook::Happened&, const core::content::Texts&);
// The newest of them, when it was in the last 30 days; else empty. It is told where a notebook opens.
std::string lately_happened(const core::notebook::Book&, const core::base::Clock&,
                            const core::content::Texts&);

} // namespace frikort::kiosk::screens
