// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <vector>

// "Kan jeg få det?": five questions about what a frikort is decided on, and what the answers say about it.
// Never a yes and never a no: only the municipality decides (law 616/2024 § 2, S1). Pure; nothing is kept.
namespace frikort::core::guide {

// One for each condition, and not one more (domain.md 1.3).
enum class Question {
    adult,  // over 18 (S5)
    hard,   // special social problems: home, drugs, mind (§ 2, stk. 2, nr. 1; S1 S18)
    school, // in education with a right to SU within the last year (§ 2, stk. 2, nr. 2; S1)
    pay,    // taxable work income within the last year (§ 2, stk. 2, nr. 2; S1)
    lived,  // 9 of the last 10 years in the Realm (§ 2, stk. 2, nr. 3; S1 S5 S13)
};
inline constexpr std::array every_question{Question::adult, Question::hard, Question::school, Question::pay,
                                           Question::lived};

enum class Answer { yes, no, not_known };
inline constexpr std::array every_answer{Answer::yes, Answer::no, Answer::not_known};

// One for each question, in their order.
using Answers = std::array<Answer, every_question.size()>;

enum class Weight {
    speaks_for,
    speaks_against,
    ask, // the answer decides nothing: not known, or a rule with a number that we do not know
};
Weight weight(Question, Answer);

struct Reason {
    Question question;
    Answer answer;
    Weight weight;
    friend bool operator==(const Reason&, const Reason&) = default;
};

// What the answers come to, as far as anybody can tell who does not decide.
enum class Outlook { nothing_against, something_against, open };
inline constexpr std::array every_outlook{Outlook::nothing_against, Outlook::something_against,
                                          Outlook::open};

struct Outcome {
    Outlook outlook;
    std::vector<Reason> reasons; // every answer once: what speaks for it, then against it, then what to ask
};
Outcome outcome(const Answers&);

} // namespace frikort::core::guide
