// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string_view>

#include "core/people/staff.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// A member of staff chooses their own code and types it twice. A part of several screens; what was typed is
// never shown. Pure.
namespace frikort::kiosk::screens::own_code {

enum class Problem { none, too_short, too_long, not_plain, weak, name, differ };

struct Model {
    sheet::Typing typed;
    std::optional<core::people::StaffCode> first;
    Problem problem = Problem::none;
};

sheet::View view(const Model&, const core::content::Texts&);
// The code, once it was typed twice alike. `name` is the member's own.
std::optional<core::people::StaffCode> update(Model&, const sheet::Intent&, std::string_view name);
// To the first typing; false when that is where it is.
bool back(Model&);

} // namespace frikort::kiosk::screens::own_code
