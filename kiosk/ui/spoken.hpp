// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

#include "kiosk/ui/semantics.hpp"

namespace frikort::kiosk::ui {

// Who hears the voice: everybody in the room, or only who has headphones on.
enum class Ears { everybody, own };

// What is said of a node to those ears (kiosk.md "speech": private amounts are skipped on the loudspeaker).
const std::string& heard(const Node&, Ears);
// The same when the node changed under a person who listens.
const std::string& heard_news(const Node&, Ears);

// Where a line breaks on the screen, a sentence ends for the ear.
std::string sentences(std::string_view text);

// Puts another sentence behind what is said already.
void add_sentence(std::string& said, std::string_view more);

// The text with `instead` ("Tallet står på skærmen") in the place of every amount of money; the same text
// when there is none.
std::string without_amounts(std::string_view text, std::string_view instead);

} // namespace frikort::kiosk::ui
