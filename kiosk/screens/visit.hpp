// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/actions/open_notebook.hpp"
#include "core/content/texts.hpp"
#include "kiosk/screens/hearing.hpp"
#include "kiosk/ui/look.hpp"

namespace frikort::kiosk::screens {

// One person at the screen: what they chose and what they opened. The app makes it anew for the next one, and
// that wipes the notebook's keys.
class Visit {
public:
    using Catalogue = std::function<const core::content::Texts&(const std::string& language)>;
    Visit(Catalogue catalogue, std::string language) : catalogue_{std::move(catalogue)}
    {
        speak(std::move(language));
    }

    ui::Look look;
    Hearing hearing;
    ReadPlace read_place = ReadPlace::read;
    std::optional<core::actions::OpenNotebook> notebook;
    bool numbers_shown = false; // "Vis mine tal"

    // The words now on the screen.
    const core::content::Texts& texts() const { return *texts_; }
    const std::string& language() const { return texts_->language(); }
    void speak(const std::string& language) { texts_ = &catalogue_(language); }

private:
    Catalogue catalogue_;
    const core::content::Texts* texts_ = nullptr;
};

} // namespace frikort::kiosk::screens
