// SPDX-License-Identifier: MPL-2.0
#include "tests/support/pattern.hpp"

#include <regex>

namespace frikort::tests::support {

struct Pattern::Compiled {
    std::regex expression;
};

Pattern::Pattern(const std::string& expression) : compiled_{new Compiled{std::regex{expression}}} {}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;

bool Pattern::is_all_of(std::string_view text) const
{
    return std::regex_match(text.begin(), text.end(), compiled_->expression);
}

bool Pattern::is_in(std::string_view text) const
{
    return std::regex_search(text.begin(), text.end(), compiled_->expression);
}

std::vector<Pattern::Found> Pattern::all_in(std::string_view text) const
{
    using Each = std::regex_iterator<std::string_view::const_iterator>;
    std::vector<Found> all;
    for (Each each{text.begin(), text.end(), compiled_->expression}; each != Each{}; ++each) {
        Found found{static_cast<std::size_t>(each->position()), {}};
        for (const auto& group : *each) found.groups.push_back(group.str());
        all.push_back(std::move(found));
    }
    return all;
}

} // namespace frikort::tests::support
