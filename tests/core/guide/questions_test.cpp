// SPDX-License-Identifier: MPL-2.0
#include "core/guide/questions.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "core/guide/words.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/reading.hpp"

using namespace frikort::core::guide;
using frikort::core::content::PageStep;
namespace support = frikort::tests::support;

namespace {

// Every way to answer five questions with yes, no or don't know: 243 of them.
void for_every_way(const std::function<void(const Answers&)>& each)
{
    int ways = 0;
    for (int way = 0; way < 3 * 3 * 3 * 3 * 3; ++way) {
        Answers answers{};
        int rest = way;
        for (auto& answer : answers) {
            answer = every_answer.at(static_cast<std::size_t>(rest % 3));
            rest /= 3;
        }
        each(answers);
        ++ways;
    }
    REQUIRE(ways == 243);
}

Words shipped(const std::string& language)
{
    const auto file = std::string{FRIKORT_BINARY "/share/frikort/content/"} + language + "/guide.md";
    auto page = frikort::core::content::read_page("guide", frikort::tests::content_of(file));
    REQUIRE(page);
    auto words = Words::of(std::move(*page));
    REQUIRE(words);
    return std::move(*words);
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

// All that somebody reads who gave these answers.
std::string all_said(const Words& words, const Answers& answers)
{
    const auto told = outcome(answers);
    std::string all;
    const auto add = [&](const PageStep& step) { all += step.heading + "\n" + step.text() + "\n"; };
    add(words.outlook(told.outlook));
    for (const auto& reason : told.reasons) all += words.reason(reason.question, reason.answer).text() + "\n";
    add(words.next(told.outlook));
    return lower(all);
}

constexpr Answers best{Answer::yes, Answer::yes, Answer::no, Answer::no, Answer::yes};

} // namespace

TEST_CASE("Each answer speaks for or against as the law says, and what nobody knows is asked about")
{
    using enum Weight;
    struct Case {
        Question question;
        Weight yes, no;
    };
    for (const auto& each :
         {Case{Question::adult, speaks_for, speaks_against}, Case{Question::hard, speaks_for, speaks_against},
          Case{Question::school, speaks_against, speaks_for},
          Case{Question::pay, ask, speaks_for}, // a little pay is allowed
          Case{Question::lived, speaks_for, speaks_against}}) {
        INFO(static_cast<int>(each.question));
        CHECK(weight(each.question, Answer::yes) == each.yes);
        CHECK(weight(each.question, Answer::no) == each.no);
        CHECK(weight(each.question, Answer::not_known) == ask);
    }
}

TEST_CASE("Every way to answer names each answer once, for it first, then against it, then what to ask")
{
    for_every_way([](const Answers& answers) {
        const auto told = outcome(answers);
        REQUIRE(told.reasons.size() == answers.size());
        std::set<Question> named;
        for (const auto& reason : told.reasons) {
            named.insert(reason.question);
            CHECK(reason.answer == answers[static_cast<std::size_t>(reason.question)]);
            CHECK(reason.weight == weight(reason.question, reason.answer));
        }
        CHECK(named.size() == answers.size());
        CHECK(std::is_sorted(told.reasons.begin(), told.reasons.end(),
                             [](const Reason& a, const Reason& b) { return a.weight < b.weight; }));
    });
}

TEST_CASE("Nothing is called free of doubt while an answer speaks against it or is not known")
{
    int without_doubt = 0;
    for_every_way([&](const Answers& answers) {
        const auto told = outcome(answers);
        const auto has = [&](Weight which) {
            return std::any_of(told.reasons.begin(), told.reasons.end(),
                               [&](const Reason& reason) { return reason.weight == which; });
        };
        CHECK((told.outlook == Outlook::something_against) == has(Weight::speaks_against));
        if (told.outlook != Outlook::nothing_against) return;
        CHECK_FALSE(has(Weight::ask));
        CHECK(answers == best);
        ++without_doubt;
    });
    CHECK(without_doubt == 1);
}

TEST_CASE("No way to answer the five questions gets a promise, and each is told who decides")
{
    struct Language {
        const char* name;
        std::vector<std::string> promises; // and their opposite: we may not say no either
        const char* who_decides;
    };
    const std::vector<Language> languages{
        {"da",
         {"du kan få", "du får ", "du har ret", "du må få", "du opfylder", "garant", "sikkert", "helt sikker",
          "du kan ikke få", "du får ikke", "du har ikke ret", "afslag", "tillykke", "desværre"},
         "det er din kommune, der siger ja eller nej"},
        {"en",
         {"you can get", "you will get", "you get it", "you are entitled", "you qualify", "guarantee",
          "certain", "you cannot get", "you will not get", "you are not entitled", "refus", "congratulations",
          "sorry"},
         "your municipality is the one to say yes or no"}};
    for (const auto& language : languages) {
        const auto words = shipped(language.name);
        for_every_way([&](const Answers& answers) {
            const auto said = all_said(words, answers);
            INFO(said);
            for (const auto& promise : language.promises) {
                INFO(promise);
                CHECK(said.find(promise) == std::string::npos);
            }
            CHECK(said.find(language.who_decides) != std::string::npos);
            const auto told = outcome(answers);
            for (const auto& reason : told.reasons) {
                const auto sentence = lower(words.reason(reason.question, reason.answer).text());
                CHECK(said.find(sentence) != std::string::npos);
            }
        });
    }
}

TEST_CASE("The five questions say the same in both languages from the same sources")
{
    const auto danish = shipped("da");
    const auto english = shipped("en");
    REQUIRE(english.page().steps.size() == danish.page().steps.size());
    for (std::size_t i = 0; i < danish.page().steps.size(); ++i) {
        const auto& one = danish.page().steps[i];
        const auto& other = english.page().steps[i];
        INFO(one.part);
        CHECK(other.part == one.part);
        CHECK(other.icon == one.icon);
        CHECK(other.link == one.link);
        REQUIRE(other.sentences.size() == one.sentences.size());
        for (std::size_t s = 0; s < one.sentences.size(); ++s)
            CHECK(other.sentences[s].sources == one.sentences[s].sources);
    }
}

TEST_CASE("The same word stands on every yes, every no and every don't know")
{
    for (const auto* language : {"da", "en"}) {
        const auto words = shipped(language);
        for (const auto answer : every_answer)
            for (const auto question : every_question)
                CHECK(words.reason(question, answer).heading ==
                      words.reason(Question::adult, answer).heading);
    }
}

TEST_CASE("What the answers come to is decided by the rules that the sources name")
{
    const auto words = shipped("da");
    const auto sources_of = [](const PageStep& step) {
        std::set<std::string> all;
        for (const auto& sentence : step.sentences)
            all.insert(sentence.sources.begin(), sentence.sources.end());
        return all;
    };
    // domain.md 1.3: each condition with its source.
    const std::map<Question, std::string> source{{Question::adult, "S5"},
                                                 {Question::hard, "S1"},
                                                 {Question::school, "S1"},
                                                 {Question::pay, "S1"},
                                                 {Question::lived, "S13"}};
    for (const auto question : every_question) {
        CHECK(sources_of(words.question(question)).contains(source.at(question)));
        for (const auto answer : every_answer)
            CHECK(sources_of(words.reason(question, answer)).contains(source.at(question)));
    }
    CHECK(sources_of(words.outlook(Outlook::nothing_against)).contains("S1"));
}

TEST_CASE("The five questions are easy to read")
{
    const auto words = shipped("da");
    std::vector<std::string> prose;
    for (const auto& step : words.page().steps) prose.push_back(step.heading + "\n" + step.text());
    CHECK(support::lix(prose) <= 24);
}

TEST_CASE("Questions with a part missing, twice or too many are left out whole")
{
    using frikort::core::content::BadParts;
    const auto page = shipped("da").page();
    CHECK(Words::of(page));
    auto without = page;
    without.steps.pop_back();
    CHECK(Words::of(without).error() == BadParts::missing);
    auto twice = page;
    twice.steps.push_back(page.steps.front());
    CHECK(Words::of(twice).error() == BadParts::twice);
    auto unknown = page;
    unknown.steps.push_back(page.steps.front());
    unknown.steps.back().part = "sixth";
    CHECK(Words::of(unknown).error() == BadParts::unknown);
}
