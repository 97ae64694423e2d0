// SPDX-License-Identifier: MPL-2.0
#include "core/people/wiped.hpp"

#include <algorithm>
#include <cstring>

#include "core/base/must.hpp"

namespace frikort::core::people {

Wiped::Wiped(std::string_view text) { append(text); }

Wiped::~Wiped() { explicit_bzero(letters_.data(), letters_.size()); }

void Wiped::append(std::string_view text)
{
    base::must(text.size() <= most - size_);
    std::copy(text.begin(), text.end(), letters_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ += text.size();
}

} // namespace frikort::core::people
