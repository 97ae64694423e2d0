// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/base/text.hpp"
#include "core/content/notes.hpp"
#include "core/content/pages.hpp"
#include "core/content/parts.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
using namespace core::content;
using tests::fuzz::holds;

// A page is whole or refused, and says nothing that a screen could choke on or that has no source.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto page = read_page("what", tests::fuzz::text(bytes, size));
    if (!page) return 0;
    holds(!page->title.empty() && core::base::is_plain_text(page->title) && !page->steps.empty());
    std::vector<std::string> parts;
    for (const auto& step : page->steps) {
        holds(!step.sentences.empty() && core::base::is_plain_text(step.text()));
        for (const auto& sentence : step.sentences)
            holds(!sentence.text.empty() && !sentence.sources.empty());
        if (!step.part.empty()) parts.push_back(step.part);
    }
    const auto note = plain_note(*page, Links{});
    if (note) {
        auto line = *note;
        std::replace(line.begin(), line.end(), '\n', ' ');
        holds(note->size() <= longest_note && core::base::is_plain_text(line));
    }
    const auto in_parts = Parts::of(*page, parts);
    if (in_parts)
        for (const auto& part : parts) holds(!(*in_parts)[part].sentences.empty());
    return 0;
}
