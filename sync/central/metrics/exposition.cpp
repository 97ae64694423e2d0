// SPDX-License-Identifier: MPL-2.0
#include "sync/central/metrics/exposition.hpp"

#include <algorithm>
#include <cstdio>

#include "core/base/must.hpp"

namespace frikort::sync::central::metrics {

namespace {

bool is_name(std::string_view text)
{
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !text.empty() && !(text.front() >= '0' && text.front() <= '9') &&
           std::all_of(text.begin(), text.end(), fits);
}

std::string pair(std::string_view label, std::string_view is)
{
    core::base::must(is_name(label) && is_name(is));
    return std::string{label} + "=\"" + std::string{is} + "\"";
}

} // namespace

Exposition& Exposition::metric(std::string_view name, Type type, std::string_view help)
{
    const bool is_counter = type == Type::counter;
    core::base::must(is_name(name) && name.ends_with("_total") == is_counter);
    core::base::must(help.find_first_of("\\\n") == std::string_view::npos);
    name_ = name;
    text_ += "# HELP " + name_ + " " + std::string{help} + "\n# TYPE " + name_ +
             (is_counter ? " counter\n" : " gauge\n");
    return *this;
}

Exposition& Exposition::value(std::uint64_t count)
{
    text_ += name_ + " " + std::to_string(count) + "\n";
    return *this;
}

Exposition& Exposition::value(double number)
{
    char digits[40];
    std::snprintf(digits, sizeof digits, " %.3f\n", number);
    text_ += name_ + digits;
    return *this;
}

Exposition& Exposition::value(std::string_view label, std::string_view is, std::uint64_t count)
{
    text_ += name_ + "{" + pair(label, is) + "} " + std::to_string(count) + "\n";
    return *this;
}

Exposition& Exposition::value(std::string_view label, std::string_view is, std::string_view further_label,
                              std::string_view further_is, std::uint64_t count)
{
    text_ += name_ + "{" + pair(label, is) + "," + pair(further_label, further_is) + "} " +
             std::to_string(count) + "\n";
    return *this;
}

} // namespace frikort::sync::central::metrics
