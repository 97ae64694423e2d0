// SPDX-License-Identifier: MPL-2.0
#include "core/guide/questions.hpp"

#include <algorithm>

namespace frikort::core::guide {

Weight weight(Question question, Answer answer)
{
    if (answer == Answer::not_known) return Weight::ask;
    const bool yes = answer == Answer::yes;
    switch (question) {
    case Question::adult:
    case Question::hard:
    case Question::lived:
        return yes ? Weight::speaks_for : Weight::speaks_against;
    case Question::school:
        return yes ? Weight::speaks_against : Weight::speaks_for;
    case Question::pay:
        // A little pay is allowed. How much is known for 2024 only (domain.md 1.2).
        return yes ? Weight::ask : Weight::speaks_for;
    }
    return Weight::ask;
}

Outcome outcome(const Answers& answers)
{
    Outcome outcome{Outlook::nothing_against, {}};
    for (std::size_t i = 0; i < answers.size(); ++i)
        outcome.reasons.push_back({every_question[i], answers[i], weight(every_question[i], answers[i])});
    std::stable_sort(outcome.reasons.begin(), outcome.reasons.end(),
                     [](const Reason& a, const Reason& b) { return a.weight < b.weight; });
    const auto any = [&](Weight which) {
        return std::any_of(outcome.reasons.begin(), outcome.reasons.end(),
                           [&](const Reason& reason) { return reason.weight == which; });
    };
    if (any(Weight::speaks_against))
        outcome.outlook = Outlook::something_against;
    else if (any(Weight::ask))
        outcome.outlook = Outlook::open;
    return outcome;
}

} // namespace frikort::core::guide
