// SPDX-License-Identifier: MPL-2.0
#include "core/guide/words.hpp"

namespace frikort::core::guide {

namespace {

std::string part(Question question)
{
    static constexpr std::array names{"adult", "hard", "school", "pay", "lived"};
    return names.at(static_cast<std::size_t>(question));
}

std::string part(Question question, Answer answer)
{
    static constexpr std::array names{".yes", ".no", ".not_known"};
    return part(question) + names.at(static_cast<std::size_t>(answer));
}

std::string part(Outlook outlook)
{
    static constexpr std::array names{"nothing_against", "something_against", "open"};
    return names.at(static_cast<std::size_t>(outlook));
}

std::string part_after(Outlook outlook) { return part(outlook) + ".next"; }

} // namespace

base::Result<Words, content::BadParts> Words::of(content::Page page)
{
    std::vector<std::string> names{"privacy"};
    for (const auto question : every_question) {
        names.push_back(part(question));
        for (const auto answer : every_answer) names.push_back(part(question, answer));
    }
    for (const auto outlook : every_outlook) {
        names.push_back(part(outlook));
        names.push_back(part_after(outlook));
    }
    auto parts = content::Parts::of(std::move(page), names);
    if (!parts) return base::no(parts.error());
    return Words{std::move(*parts)};
}

const content::PageStep& Words::question(Question question) const { return parts_[part(question)]; }

const content::PageStep& Words::reason(Question question, Answer answer) const
{
    return parts_[part(question, answer)];
}

const content::PageStep& Words::outlook(Outlook outlook) const { return parts_[part(outlook)]; }

const content::PageStep& Words::next(Outlook outlook) const { return parts_[part_after(outlook)]; }

} // namespace frikort::core::guide
