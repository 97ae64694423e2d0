// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace frikort::sync::central::metrics {

// Writes numbers as Prometheus reads them: text exposition format 0.0.4. Names, labels and help are our own
// words, never anybody else's (must).
class Exposition {
public:
    enum class Type { counter, gauge };
    // A counter's name ends with "_total".
    Exposition& metric(std::string_view name, Type, std::string_view help);
    // Of the metric named last.
    Exposition& value(std::uint64_t);
    Exposition& value(double);
    Exposition& value(std::string_view label, std::string_view is, std::uint64_t);
    Exposition& value(std::string_view label, std::string_view is, std::string_view further_label,
                      std::string_view further_is, std::uint64_t);

    std::string take() { return std::move(text_); }
    static constexpr std::string_view content_type = "text/plain; version=0.0.4; charset=utf-8";

private:
    std::string name_;
    std::string text_;
};

} // namespace frikort::sync::central::metrics
