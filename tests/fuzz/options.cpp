// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/panel.hpp"
#include "sync/central/database.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
using tests::fuzz::holds;

// What stands behind the programs' options.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto typed = tests::fuzz::text(bytes, size);
    if (const auto panel = kiosk::ui::Panel::parse(typed)) {
        holds(panel->diagonal_inch >= 5 && panel->diagonal_inch <= 60);
        holds(panel->width_px >= 320 && panel->width_px <= 8192 && panel->px_per_mm() > 0);
    }
    const auto split = typed.find('\n');
    const std::string database{typed.substr(0, split)};
    const std::string data{split == std::string_view::npos ? std::string_view{} : typed.substr(split + 1)};
    const auto place = sync::central::read_place(database, data);
    if (place && place->engine == sync::central::DatabasePlace::Engine::sqlite) holds(!place->folder.empty());
    return 0;
}
