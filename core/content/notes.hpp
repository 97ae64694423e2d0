// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/content/links.hpp"
#include "core/content/pages.hpp"

namespace frikort::core::content {

// A page for somebody else's phone: a QR code that holds the words themselves, so that no network is needed.
// It does not begin with an address, so that a phone shows it as text.

// In bytes: a QR code of 61 modules at level M that names UTF-8 (version 11), which a screen of 10.1 inch
// still shows with more than 0.5 mm a module beside the words of a page.
inline constexpr std::size_t longest_note = 250;

// The title, each sentence on a line of its own, then the address of each step's link. Nothing when that is
// too long for a code, or a link is not there: a note without its address would help nobody.
std::optional<std::string> plain_note(const Page&, const Links&);

// By name: "boss" of content/da/note-boss.md.
using Notes = std::map<std::string, std::string, std::less<>>;

} // namespace frikort::core::content
