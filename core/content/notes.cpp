// SPDX-License-Identifier: MPL-2.0
#include "core/content/notes.hpp"

namespace frikort::core::content {

namespace {

// What is strong on the screen is nothing special in plain text.
std::string without_stars(std::string text)
{
    for (auto at = text.find("**"); at != std::string::npos; at = text.find("**", at)) text.erase(at, 2);
    return text;
}

} // namespace

std::optional<std::string> plain_note(const Page& page, const Links& links)
{
    auto note = without_stars(page.title);
    for (const auto& step : page.steps) {
        for (const auto& sentence : step.sentences) note += "\n" + without_stars(sentence.text);
        if (step.link.empty()) continue;
        const auto* link = links.find(step.link);
        if (link == nullptr) return std::nullopt;
        note += "\n" + link->address;
    }
    if (note.size() > longest_note) return std::nullopt;
    return note;
}

} // namespace frikort::core::content
