// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

// The pages a citizen learns from: one Markdown file each, of titles, sentences and comments, nothing else.
//
//   # Hvad er et frikort?                      ## Tjen uden skat
//   <!-- icon: bulb -->                        <!-- icon: money -->
//   <!-- detail: Tjen uden skat -->            <!-- link: citizen -->
//                                              Du må tjene penge **uden skat**. <!-- S1 S4 -->
namespace frikort::core::content {

struct Sentence {
    std::string text; // ** is strong
    std::vector<std::string>
        sources; // of reference/domain.md ("S4"), "kiosk", or "none" where it says no fact
};

// One thought, one screen.
struct PageStep {
    std::string heading;
    std::string icon; // a name of kiosk/ui's; empty: none
    std::string link; // an id of links.json; empty: none
    std::vector<Sentence> sentences;
    std::string note =
        {}; // what its QR code says to a phone without a network, see notes.hpp; empty: nothing
    std::string part = {}; // what it is called where steps are not read one after the other, see parts.hpp

    std::string text() const; // all sentences
};

struct Page {
    std::string id; // the file's name: "what"
    std::string title, detail, icon;
    std::vector<PageStep> steps;
};

enum class PageFault {
    not_text,   // broken UTF-8, control characters, or larger than any page of ours
    no_title,   // it does not begin with one title
    no_steps,   // or a step without a sentence
    other_mark, // lists, links, pictures: nothing that is drawn
    no_source,  // a sentence that does not say where it comes from
};

// All or nothing: a damaged page is left out whole. Pure.
base::Result<Page, PageFault> read_page(std::string id, std::string_view markdown);

} // namespace frikort::core::content
