// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/content/parts.hpp"
#include "core/guide/questions.hpp"

namespace frikort::core::guide {

// What the five questions say in one language: content/<language>/guide.md, so that each sentence says where
// it comes from as on every other page.
class Words {
public:
    // All or nothing: every question, a reason for each of its answers, every outlook and its next step.
    static base::Result<Words, content::BadParts> of(content::Page);

    const content::Page& page() const { return parts_.page(); } // its title, detail and icon
    const content::PageStep& question(Question) const;          // the title is the question
    const content::PageStep& reason(Question, Answer) const;    // the title is the answer
    const content::PageStep& outlook(Outlook) const;
    const content::PageStep& next(Outlook) const;
    const content::PageStep& privacy() const { return parts_["privacy"]; } // who sees the answers

private:
    explicit Words(content::Parts parts) : parts_{std::move(parts)} {}
    content::Parts parts_;
};

} // namespace frikort::core::guide
