// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/base/clock.hpp"
#include "kiosk/screens/books/books.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"

namespace frikort::kiosk::screens::books {

// The notebook that is opened here stays in here: it is never the visit's, and nothing of it is shown.
class Screen : public ui::Screen {
public:
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&, const core::base::Clock&);
    ui::Move frame(ui::Ui&) override;

private:
    Effect draw_step(ui::Ui&);
    void look(ui::Ui&); // how things stand with the one that was found
    void lift();
    void work(ui::Ui&);
    void open(ui::Ui&);
    void recover();
    void renew();

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    Model model_;
    std::optional<core::actions::OpenNotebook> open_;
    Effect asked_ = Effect::none; // what is worked on
    int pictures_of_working_ = 0; // frames that said so: it takes a while, so that is said first
};

} // namespace frikort::kiosk::screens::books
