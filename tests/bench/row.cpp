// SPDX-License-Identifier: MPL-2.0
#include "tests/bench/row.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "core/base/must.hpp"
#include "kiosk/ui/utf8.hpp"

namespace frikort::tests::bench {

namespace {

constexpr std::array<std::size_t, 5> widths{42, 40, 23, 40, 10};

std::size_t letters(const std::string& text)
{
    std::size_t count = 0;
    for ([[maybe_unused]] const char32_t letter : kiosk::ui::Letters{text}) ++count;
    return count;
}

} // namespace

void print(const Row& row)
{
    const std::array<const std::string*, 5> cells{&row.what, &row.measured, &row.aim, &row.beside,
                                                  &row.ratio};
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line += *cells[i];
        if (i + 1 == cells.size()) break;
        line.append(widths[i] - std::min(widths[i], letters(*cells[i])), ' ') += " | ";
    }
    line.erase(line.find_last_not_of(' ') + 1);
    std::puts(line.c_str());
    std::fflush(stdout);
}

void print_head()
{
    print({"what", "measured", "aim", "beside it, in the same run", "ratio"});
    std::string line;
    for (const auto width : widths) line.append(width, '-') += "-|-";
    line.resize(line.size() - 3);
    std::puts(line.c_str());
}

std::string told(double value, const char* unit, int decimals)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f %s", decimals, value, unit);
    return text.data();
}

std::string told(const Samples& samples, const char* unit, int decimals)
{
    auto middle = told(samples.middle(), "", decimals);
    middle.pop_back();
    return middle + "/" + told(samples.quantile(0.99), unit, decimals);
}

std::string aimed(double measured, double aim, const char* unit, int decimals)
{
    const auto wanted = told(aim, unit, aim == std::floor(aim) ? 0 : 1);
    if (measured <= aim) return wanted + ": held";
    return wanted + ": missed by " + told(measured - aim, "", decimals);
}

std::string times(double one, double other)
{
    return told(one / other, "times", one / other < 0.095 ? 3 : one / other < 9.5 ? 2 : 0);
}

double Samples::quantile(double share) const
{
    core::base::must(!values_.empty());
    auto sorted = values_;
    std::sort(sorted.begin(), sorted.end());
    const auto place = std::ceil(share * static_cast<double>(sorted.size())) - 1;
    return sorted[static_cast<std::size_t>(std::max(0.0, place))];
}

} // namespace frikort::tests::bench
