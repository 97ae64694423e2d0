// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/log_pay/log_pay.hpp"

namespace frikort::kiosk::screens::log_pay {

std::optional<core::money::Money> amount_of(const Answers& answers)
{
    const auto amount = core::money::Money::parse(answers.amount);
    return amount ? std::optional{*amount} : std::nullopt;
}

std::optional<core::notebook::Earning> whole(const Answers& answers)
{
    const auto amount = amount_of(answers);
    if (!answers.paid || !answers.place || !answers.worked || !amount) return std::nullopt;
    return core::notebook::Earning{*answers.paid, answers.place->name, answers.worked->minutes, *amount};
}

Answers answers_of(const core::notebook::Earning& earning, const core::base::Id& corrects)
{
    Answers answers;
    answers.corrects = corrects;
    answers.paid = earning.paid;
    answers.place = Place{earning.place};
    answers.worked = Worked{earning.minutes};
    answers.amount = core::money::number(earning.amount, core::money::Separators::danish);
    return answers;
}

} // namespace frikort::kiosk::screens::log_pay
