// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/sealing/keys.hpp"
#include "core/store/data_folder.hpp"
#include "core/store/sqlite_store.hpp"
#include "kiosk/app/assets.hpp"
#include "kiosk/app/clocks.hpp"
#include "kiosk/app/house.hpp"
#include "kiosk/app/identity.hpp"
#include "kiosk/devices/memory_speaker.hpp"
#include "kiosk/ui/stage.hpp"
#include "tests/tour/tour.hpp"

namespace frikort::tests::bench {

inline const auto that_day = *core::base::Date::from(2025, 11, 21);
inline constexpr const char* code = "371904";

// What a kiosk is, without what shows it: real SQLite, the machine's own keys in that folder.
struct Machine {
    // `cost`: of stretching a code; the full one is what a kiosk pays.
    explicit Machine(const std::filesystem::path& data,
                     core::sealing::Cost cost = core::sealing::Cost::full());

    core::sealing::SystemChance chance;
    core::store::DataFolder folder;
    core::store::SqliteStore store;
    core::actions::Kiosk kiosk;
    kiosk::app::FixedDay clock{that_day};
};

// Where codes are not what is measured.
inline constexpr core::sealing::Cost cheap{std::size_t{8} << 10, 1};

// A notebook with so many payments in it, all of one year: the longest list there can be. Gives what the
// card's QR code says.
std::string write_notebook(Machine&, std::size_t payments);

// The whole kiosk on a stage, over such a machine.
class Trial : public tour::Trial {
public:
    explicit Trial(Machine&);
    kiosk::ui::Stage& stage() override { return *stage_; }
    const core::content::Texts& texts() const override { return assets_.of("da"); }
    void press(std::string_view signs);
    void open_with(std::string_view card);

private:
    kiosk::app::Assets assets_;
    kiosk::devices::MemorySpeaker speaker_;
    kiosk::app::House house_;
    std::optional<kiosk::ui::Stage> stage_;
};

} // namespace frikort::tests::bench
