// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

using core::base::Date;

namespace {

std::string words(const SampleKiosk& kiosk, const char* danish, const char* english)
{
    return kiosk.texts().language() == "da" ? danish : english;
}

void type(SampleKiosk& kiosk, const char* danish, const char* english)
{
    kiosk.stage().type(words(kiosk, danish, english));
}

std::string topic_of_pay(const SampleKiosk& kiosk) { return kiosk.texts()("requests.topic.pay"); }

} // namespace

std::vector<Scene> job_scenes(Date day)
{
    return {
        go(
            day, "jobs-none", [](SampleKiosk& kiosk) { kiosk.staff_it(), kiosk.tap("home.jobs"); },
            From::start),
        go(day, "jobs",
           [](SampleKiosk& kiosk) { kiosk.post_jobs(), kiosk.tap("bar.home"), kiosk.tap("home.jobs"); }),
        go(day, "job", [](SampleKiosk& kiosk) { kiosk.touch("Café Klare"); }),
        go(day, "desk-of-leader",
           [](SampleKiosk& kiosk) { kiosk.tap("bar.home"), kiosk.let_ask(), kiosk.sign_in(); }),
        go(day, "job-desk", [](SampleKiosk& kiosk) { kiosk.tap("desk.jobs"); }),
        go(day, "job-desk-place",
           [](SampleKiosk& kiosk) { kiosk.tap("job_desk.add"), kiosk.spell("GENBRUGSEN"); }),
        go(day, "job-desk-work",
           [](SampleKiosk& kiosk) {
               kiosk.tap("action.next");
               type(kiosk, "Sortere tøj", "Sorting clothes");
           }),
        go(day, "job-desk-how",
           [](SampleKiosk& kiosk) {
               kiosk.tap("action.next");
               type(kiosk,
                    "Gå ind i butikken på Havnegade. Spørg efter Mia ved kassen. Sig, at du har frikort.",
                    "Go into the shop in Havnegade. Ask for Mia at the till. Say that you have a frikort.");
           }),
        go(day, "job-desk-check", [](SampleKiosk& kiosk) { kiosk.tap("action.next"); }),
        go(day, "job-desk-saved", [](SampleKiosk& kiosk) { kiosk.tap("job_desk.save"); }),
        go(day, "job-desk-one", [](SampleKiosk& kiosk) { kiosk.touch("Cykelværkstedet"); }),
        go(day, "job-desk-remove", [](SampleKiosk& kiosk) { kiosk.tap("job_desk.remove"); }),
    };
}

std::vector<Scene> request_scenes(Date day)
{
    return {
        go(
            day, "requests-none",
            [](SampleKiosk& kiosk) { kiosk.staff_it(), kiosk.sign_in(), kiosk.tap("desk.requests"); },
            From::start),
        go(day, "requests",
           [](SampleKiosk& kiosk) { kiosk.let_ask(), kiosk.tap("bar.back"), kiosk.tap("desk.requests"); }),
        go(day, "request", [](SampleKiosk& kiosk) { kiosk.touch(topic_of_pay(kiosk)); }),
        go(day, "request-answer",
           [](SampleKiosk& kiosk) {
               kiosk.tap("requests.answer");
               type(kiosk, "Vi ringer til dem i dag. Kom forbi kontoret i morgen, så ved vi mere.",
                    "We call them today. Come by the office tomorrow, then we know more.");
           }),
        go(day, "request-check", [](SampleKiosk& kiosk) { kiosk.tap("action.next"); }),
        go(day, "request-already",
           [](SampleKiosk& kiosk) { kiosk.answer_first(), kiosk.tap("requests.check.send"); }),
        go(day, "request-answered", [](SampleKiosk& kiosk) { kiosk.tap("requests.already.read"); }),
        go(day, "request-no-words",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.back");
               kiosk.touch(kiosk.texts()("requests.topic.job"));
               kiosk.tap("requests.answer"), kiosk.tap("action.next");
           }),
        go(day, "request-close",
           [](SampleKiosk& kiosk) { kiosk.try_again(), kiosk.tap("bar.back"), kiosk.tap("requests.close"); }),
        go(day, "requests-closed", [](SampleKiosk& kiosk) { kiosk.tap("requests.close.yes"); }),
        go(day, "request-unread", [](SampleKiosk& kiosk) { kiosk.touch(kiosk.texts()("requests.unread")); }),
    };
}

} // namespace frikort::tests::tour
