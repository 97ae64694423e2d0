// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/actions/open_notebook.hpp"
#include "core/actions/staff.hpp"
#include "core/content/texts.hpp"
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
    std::optional<core::actions::OpenNotebook> notebook;
    std::optional<core::actions::Staff> staff; // signed in at the staff door
    // The notebook of one request, opened with its receipt and no code: no way leads from it to the pages of
    // somebody's own notebook.
    std::optional<core::actions::OpenNotebook> request;
    bool dismissed = false;     // an action said that they are no member any more
    bool numbers_shown = false; // "Vis mine tal"
    // The card that the notebook was opened or made with; nothing when it was the call name.
    std::optional<core::people::Card> card;
    bool over = false; // at home nothing of it may be left, also without an open notebook

    // Where messages are read: in the open notebook, else with the receipt. One of them must be there.
    const core::actions::OpenNotebook& asked() const { return notebook ? *notebook : request.value(); }

    // The words now on the screen.
    const core::content::Texts& texts() const { return *texts_; }
    const std::string& language() const { return texts_->language(); }
    void speak(const std::string& language) { texts_ = &catalogue_(language); }

private:
    Catalogue catalogue_;
    const core::content::Texts* texts_ = nullptr;
};

} // namespace frikort::kiosk::screens
