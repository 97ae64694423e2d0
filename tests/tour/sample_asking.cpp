// SPDX-License-Identifier: MPL-2.0
// What the centre of the tour has on its lists.
#include "core/actions/answer.hpp"
#include "core/actions/jobs.hpp"
#include "core/actions/messages.hpp"
#include "core/base/must.hpp"
#include "tests/tour/sample_kiosk.hpp"

namespace frikort::tests::tour {

void SampleKiosk::post_jobs()
{
    using Job = core::centre::Job;
    const std::vector<Job> jobs =
        danish()
            ? std::vector<Job>{{"Havnens Have", "Luge og plante, en dag om ugen", "Spørg efter Bo i haven"},
                               {"Loppemarkedet", "Stille borde op lørdag morgen", "Mød op klokken otte"},
                               {"Cykelværkstedet", "Lappe cykler", "Kom forbi, når der er åbent"},
                               {"Café Klare", "Opvask, et par timer om dagen",
                                "Gå ind i caféen og spørg efter Lone. Hun er der hver formiddag."}}
            : std::vector<Job>{{"Havnens Have", "Weeding and planting, a day a week", "Ask for Bo"},
                               {"Loppemarkedet", "Putting up tables on Saturdays", "Be there at eight"},
                               {"Cykelværkstedet", "Mending bicycles", "Come by when it is open"},
                               {"Café Klare", "Washing up, a few hours a day",
                                "Go into the café and ask for Lone. She is there every morning."}};
    for (const auto& job : jobs)
        core::base::must(
            core::actions::post_job(store_, kiosk_, lone(), std::nullopt, job, clock_).has_value());
}

void SampleKiosk::let_ask()
{
    namespace actions = core::actions;
    using core::support::Topic;
    using core::support::Wish;
    const auto ask = [&](Topic topic, Wish wish, const char* words, std::optional<std::string> whom) {
        const auto sent = actions::send_without_notebook(
            store_, kiosk_, {topic, wish, std::string{words}, std::move(whom)}, clock_);
        core::base::must(sent.has_value());
    };
    ask(Topic::pay, Wish::read_answer,
        danish()
            ? "Jeg har været hos Havnens Have to gange, men pengene er ikke kommet. De siger, at de har "
              "sendt dem, og jeg ved ikke, hvem jeg skal spørge. Kan I ringe til dem for mig?"
            : "I have worked at Havnens Have twice, but the money has not come. They say they sent it, and "
              "I do not know who to ask. Can you call them for me?",
        std::nullopt);
    ask(Topic::job, Wish::be_talked_to, danish() ? "Jeg vil gerne være ude." : "I would like to be outside.",
        danish() ? "ham med hunden" : "him with the dog");
    auto work = store_.begin();
    const auto centre = actions::our_centre(*work, kiosk_);
    const auto message = chance_.name<core::base::Id>();
    actions::write_doing(
        *work, kiosk_, *centre, kiosk_.device_key,
        core::centre::Asked{
            {core::records::StreamKind::notebook, chance_.name<core::base::Hash>()}, message, message},
        clock_);
    work->commit();
    house_.hear_news();
}

void SampleKiosk::answer_first()
{
    const auto waiting = core::actions::waiting_requests(store_, kiosk_, lone());
    core::base::must(
        core::actions::answer_request(store_, kiosk_, lone(), waiting->front().request,
                                      danish() ? "Vi ringer til dem i dag." : "We call them today.",
                                      core::actions::Although::nobody_else, clock_)
            .has_value());
}

void SampleKiosk::answer(const char* words)
{
    const auto staff = lone();
    const auto waiting = core::actions::waiting_requests(store_, kiosk_, staff);
    core::base::must(waiting.has_value());
    for (const auto& each : *waiting)
        core::base::must(core::actions::answer_request(store_, kiosk_, staff, each.request, words,
                                                       core::actions::Although::nobody_else, clock_)
                             .has_value());
}

std::string SampleKiosk::ask_alone(const core::support::Request& request)
{
    const auto sent = core::actions::send_without_notebook(store_, kiosk_, request, clock_);
    core::base::must(sent.has_value());
    return std::string{sent->receipt.qr_text().view()};
}

} // namespace frikort::tests::tour
