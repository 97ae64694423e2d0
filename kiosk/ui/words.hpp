// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

namespace frikort::kiosk::ui {

// The few words that widgets say by themselves, in the language now on the screen.
struct Words {
    std::string more = "Mere";         // page down
    std::string up = "Op";             // back to the start
    std::string erase = "Slet et tal"; // spoken for the erase key
    std::string comma = "Komma";       // spoken for ","
    std::string erase_picture = "Slet et billede";
    std::string more_pictures = "Flere billeder";
    std::string chosen = "Valgt";                          // spoken before an option that is chosen
    std::string private_number = "Tallet står på skærmen"; // for personal amounts on the loudspeaker
    std::string empty = "Tomt";                            // spoken of a field whose last sign was erased
    std::string qr = "Kode til telefonen";                 // spoken before what a QR code is called
    std::string hear_next = "Hør næste"; // the left half of the screen, for those who steer by sound
    std::string choose = "Vælg";         // the right half
    friend bool operator==(const Words&, const Words&) = default;
};

} // namespace frikort::kiosk::ui
