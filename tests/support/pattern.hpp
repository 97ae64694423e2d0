// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace frikort::tests::support {

// A regular expression (ECMAScript). Kept in one file of its own because GCC 12 warns about the insides of
// std::regex wherever it is built with a sanitizer.
class Pattern {
public:
    explicit Pattern(const std::string& expression);
    ~Pattern();
    Pattern(Pattern&&) noexcept;

    struct Found {
        std::size_t place = 0;           // in the text
        std::vector<std::string> groups; // the first is all of it
    };
    bool is_all_of(std::string_view text) const;
    bool is_in(std::string_view text) const;
    std::vector<Found> all_in(std::string_view text) const;

private:
    struct Compiled;
    std::unique_ptr<Compiled> compiled_;
};

} // namespace frikort::tests::support
