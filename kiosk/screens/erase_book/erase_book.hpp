// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "core/actions/erase_notebook.hpp"
#include "core/content/texts.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"

// "Slet min bog": what goes and what stays, a pause, the question again, and then it is gone.
namespace frikort::kiosk::screens::erase_book {

// How long the second yes cannot be given.
inline constexpr std::chrono::seconds pause{5};

enum class Step { told, sure, erased, newer_card };

struct Model {
    Step step = Step::told;
    std::optional<ui::Instant> asked; // when the second question came
    ui::ListState list;
};
std::chrono::seconds left_of_pause(const Model&, ui::Instant now);

struct View {
    std::string title, told;
    std::vector<std::string> ways; // the last one is the main one
    bool may_erase = true;
};
View view(const Model&, ui::Instant now, const core::content::Texts&);

enum class Effect { none, erase, leave, home };
// `way`: of `View::ways`.
Effect update(Model&, std::size_t way, ui::Instant now);

class Screen : public ui::Screen {
public:
    // `send` is called when there is something that other kiosks should hear soon.
    Screen(Visit& visit, Doors& doors, core::store::Store& store, const core::actions::Kiosk& kiosk,
           std::function<void()> send)
        : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, send_{std::move(send)}
    {
    }
    ui::Move frame(ui::Ui&) override;

private:
    void erase();

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    std::function<void()> send_;
    Model model_;
};

} // namespace frikort::kiosk::screens::erase_book
