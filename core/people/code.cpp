// SPDX-License-Identifier: MPL-2.0
#include "core/people/code.hpp"

#include <algorithm>

#include "core/people/dates.hpp"

namespace frikort::core::people {

using base::no;
using base::Result;

namespace {

bool is_pin(std::string_view digits)
{
    return digits.size() == Pin::length &&
           std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_picture_code(std::span<const std::uint8_t> picked)
{
    return picked.size() == PictureCode::length &&
           std::all_of(picked.begin(), picked.end(), [](auto one) { return one < PictureCode::pictures; });
}

// Each follows the one before at the same distance `step`, round the end of `around` signs.
template <class Signs>
bool steps_by(const Signs& signs, int step, int around)
{
    for (std::size_t i = 1; i < signs.size(); ++i) {
        if ((signs[i] - signs[i - 1] - step) % around != 0) return false;
    }
    return true;
}

// The first `length` signs again and again.
template <class Signs>
bool repeats(const Signs& signs, std::size_t length)
{
    return std::equal(signs.begin() + static_cast<std::ptrdiff_t>(length), signs.end(), signs.begin());
}

} // namespace

Result<Pin, WeakCode> Pin::choose(std::string_view digits)
{
    if (!is_pin(digits)) return no(WeakCode::unfinished);
    if (repeats(digits, 1) || repeats(digits, 2) || repeats(digits, 3)) return no(WeakCode::repetition);
    if (steps_by(digits, 1, 10) || steps_by(digits, -1, 10)) return no(WeakCode::run);
    for (const auto form : {DateForm::day_month_year, DateForm::year_month_day, DateForm::month_day_year}) {
        if (is_date(digits, form)) return no(WeakCode::date);
    }
    return Pin{digits};
}

std::optional<Pin> Pin::typed(std::string_view digits)
{
    return is_pin(digits) ? std::optional{Pin{digits}} : std::nullopt;
}

PictureCode::PictureCode(std::span<const std::uint8_t> picked)
{
    for (const auto one : picked) {
        const char letter = static_cast<char>('a' + one);
        letters_.append({&letter, 1});
    }
}

Result<PictureCode, WeakCode> PictureCode::choose(std::span<const std::uint8_t> picked)
{
    if (!is_picture_code(picked)) return no(WeakCode::unfinished);
    if (repeats(picked, 1)) return no(WeakCode::repetition);
    if (steps_by(picked, 1, pictures) || steps_by(picked, -1, pictures)) return no(WeakCode::run);
    return PictureCode{picked};
}

std::optional<PictureCode> PictureCode::touched(std::span<const std::uint8_t> picked)
{
    return is_picture_code(picked) ? std::optional{PictureCode{picked}} : std::nullopt;
}

Code::Code(std::string_view kind, const Wiped& letters) : bytes_{kind} { bytes_.append(letters.view()); }

} // namespace frikort::core::people
