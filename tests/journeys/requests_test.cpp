// SPDX-License-Identifier: MPL-2.0
#include "core/actions/answer.hpp"
#include "core/actions/jobs.hpp"
#include "core/actions/messages.hpp"
#include "tests/journeys/staffed_kiosk.hpp"
#include "tests/support/catch.hpp"

// Staff keep the jobs and answer what citizens wrote, through the real screens.

namespace {

namespace actions = frikort::core::actions;
namespace support = frikort::core::support;
using frikort::core::base::Id;
using frikort::core::people::Role;
using frikort::tests::StaffedKiosk;

// Ida answers at the screen; Lone is the colleague at another one.
struct Answering : StaffedKiosk {
    Answering()
    {
        set_up();
        tap("bar.close");
        ida = add("Ida", Role::staff, idas_code);
    }
    // Somebody without a notebook wrote this.
    Id write(const char* words, std::optional<std::string> whom = std::nullopt)
    {
        const support::Request asked{support::Topic::pay,
                                     whom ? support::Wish::be_talked_to : support::Wish::read_answer,
                                     std::string{words}, std::move(whom)};
        const auto sent = actions::send_without_notebook(store(), machine(), asked, clock());
        receipt = sent->receipt;
        house().hear_news();
        stage().pass(frikort::kiosk::ui::Instant{1000}); // the front page counts anew
        return actions::waiting_requests(store(), machine(), lone())->back().request;
    }
    void read_at_the_desk()
    {
        sign_in("Ida", idas_code);
        tap("desk.requests");
        touch("Om løn");
    }
    void type_answer(std::string_view words)
    {
        tap("requests.answer");
        stage().type(words);
        tap("action.next");
    }
    std::vector<support::Said> said_to_them()
    {
        const auto open = actions::open_receipt(store(), machine(), *receipt);
        return actions::conversations(store(), machine(), *open)[0].said;
    }
    static constexpr const char* idas_code = "hvide blomster";
    frikort::core::sealing::MemberId ida;
    std::optional<frikort::core::people::Receipt> receipt;
};

} // namespace

TEST_CASE("A job that staff write at the desk is changed and removed there")
{
    Answering kiosk;
    kiosk.sign_in("Ida", Answering::idas_code);
    kiosk.tap("desk.jobs");
    CHECK(kiosk.shows("ingen job på listen"));
    kiosk.tap("job_desk.add");
    kiosk.press("CAFE");
    kiosk.tap("action.next");
    kiosk.stage().type("Opvask, et par timer");
    kiosk.tap("action.next");
    kiosk.stage().type("Ring 010190-1234");
    kiosk.tap("action.next");
    CHECK(kiosk.shows("ligner et CPR-nummer"));
    kiosk.stage().type("Spørg i baren");
    kiosk.tap("action.next");
    CHECK(kiosk.shows("Er det rigtigt?"));
    kiosk.tap("job_desk.save");
    CHECK(kiosk.shows("Jobbet er gemt."));
    REQUIRE(actions::jobs_here(kiosk.store(), kiosk.machine()).size() == 1);

    kiosk.touch("Cafe");
    kiosk.touch("Sted");
    kiosk.press("N");
    kiosk.tap("action.next");
    kiosk.tap("job_desk.save");
    const auto jobs = actions::jobs_here(kiosk.store(), kiosk.machine());
    REQUIRE(jobs.size() == 1);
    CHECK(jobs[0].job.place == "Cafen");
    CHECK(jobs[0].job.work == "Opvask, et par timer");
    CHECK(jobs[0].job.how == "Spørg i baren");

    kiosk.touch("Cafen");
    kiosk.tap("job_desk.remove");
    kiosk.tap("job_desk.remove.no");
    CHECK(actions::jobs_here(kiosk.store(), kiosk.machine()).size() == 1);
    kiosk.tap("job_desk.remove");
    kiosk.tap("job_desk.remove.yes");
    CHECK(kiosk.shows("Jobbet er fjernet."));
    CHECK(actions::jobs_here(kiosk.store(), kiosk.machine()).empty());
}

TEST_CASE("Who changes a job that a colleague removed meanwhile is told so")
{
    Answering kiosk;
    const auto job = actions::post_job(kiosk.store(), kiosk.machine(), kiosk.lone(), std::nullopt,
                                       {"Havnens Have", "Luge", "Spørg Bo"}, kiosk.clock());
    kiosk.sign_in("Ida", Answering::idas_code);
    kiosk.tap("desk.jobs");
    kiosk.touch("Havnens Have");
    kiosk.touch("Sted");
    kiosk.press("N");
    kiosk.tap("action.next");
    REQUIRE(actions::remove_job(kiosk.store(), kiosk.machine(), kiosk.lone(), *job, kiosk.clock()));
    kiosk.tap("job_desk.save");
    CHECK(kiosk.shows("Det er her ikke mere"));
    CHECK(actions::jobs_here(kiosk.store(), kiosk.machine()).empty());
}

TEST_CASE("Staff answer the one who waited longest and the count goes down")
{
    Answering kiosk;
    kiosk.write("Der mangler 200 kr.");
    const auto first = kiosk.receipt;
    kiosk.write("Hvornår kommer de?", "Bo");
    CHECK(kiosk.shows("2 venter"));
    kiosk.sign_in("Ida", Answering::idas_code);
    CHECK(kiosk.shows("Beskeder (2)"));
    kiosk.tap("desk.requests");
    CHECK(kiosk.shows("Spørg efter Bo."));
    kiosk.touch("Om løn");
    CHECK(kiosk.shows("Der mangler 200 kr."));
    kiosk.type_answer("Vi ringer til cafeen");
    CHECK(kiosk.shows("Send svaret?"));
    kiosk.tap("requests.check.send");
    CHECK(kiosk.shows("Svaret er sendt."));
    CHECK_FALSE(kiosk.shows("200 kr."));
    kiosk.tap("bar.back");
    CHECK(kiosk.shows("Beskeder (1)"));
    kiosk.tap("bar.close");
    CHECK(kiosk.shows("1 venter"));
    kiosk.receipt = first;
    const auto said = kiosk.said_to_them();
    REQUIRE(said.size() == 2);
    CHECK(said[1].words == "Vi ringer til cafeen");
    CHECK(said[1].by == "Ida");
}

TEST_CASE("Whoever answers after a colleague is told and sends it all the same only when they wish")
{
    Answering kiosk;
    const auto asked = kiosk.write("Der mangler 200 kr.");
    kiosk.read_at_the_desk();
    kiosk.type_answer("Jeg ringer");
    REQUIRE(actions::answer_request(
        kiosk.store(), kiosk.machine(), kiosk.lone(),
        *actions::waiting_request(kiosk.store(), kiosk.machine(), kiosk.lone(), asked), "Vi ringer",
        actions::Although::nobody_else, kiosk.clock()));
    kiosk.tap("requests.check.send");
    CHECK(kiosk.shows("En kollega var først"));
    CHECK(kiosk.said_to_them().size() == 2);
    kiosk.tap("requests.already.read");
    CHECK(kiosk.shows("Vi ringer"));
    kiosk.tap("requests.answer");
    const auto* field =
        kiosk.stage().semantics().find(frikort::kiosk::ui::Role::field, kiosk.texts()("requests.write"));
    REQUIRE(field != nullptr);
    CHECK(field->spoken.find("Jeg ringer") != std::string::npos);
    kiosk.tap("action.next");
    kiosk.tap("requests.check.send");
    CHECK(kiosk.shows("Svaret er sendt."));
    CHECK(kiosk.said_to_them().size() == 3);
}

TEST_CASE("A request is closed without an answer only after a question")
{
    Answering kiosk;
    kiosk.write("Kom og tal med mig");
    kiosk.read_at_the_desk();
    kiosk.tap("requests.close");
    kiosk.tap("requests.close.no");
    CHECK(kiosk.shows("Kom og tal med mig"));
    kiosk.tap("requests.close");
    kiosk.tap("requests.close.yes");
    CHECK(kiosk.shows("Beskeden er lukket. Ingen venter på svar lige nu."));
    CHECK(kiosk.said_to_them().size() == 1);
}

TEST_CASE("Somebody removed while writing an answer is signed out and nothing is sent")
{
    Answering kiosk;
    kiosk.write("Der mangler 200 kr.");
    kiosk.read_at_the_desk();
    kiosk.type_answer("Vi ringer");
    REQUIRE(actions::remove_member(kiosk.store(), kiosk.machine(), kiosk.lone(), kiosk.ida, kiosk.clock()));
    kiosk.tap("requests.check.send");
    CHECK(kiosk.shows("Du er logget ud"));
    CHECK_FALSE(kiosk.shows("200 kr."));
    kiosk.tap("dismissed.done");
    CHECK(kiosk.said_to_them().size() == 1);
    CHECK(kiosk.shows("1 venter"));
}

TEST_CASE("A request whose words are not on this kiosk is told so and can only be closed")
{
    Answering kiosk;
    auto work = kiosk.store().begin();
    const auto centre = actions::our_centre(*work, kiosk.machine());
    const auto message = kiosk.machine().chance.name<Id>();
    const frikort::core::records::StreamId elsewhere{frikort::core::records::StreamKind::notebook, {{9, 9}}};
    actions::write_doing(*work, kiosk.machine(), *centre, kiosk.machine().device_key,
                         frikort::core::centre::Asked{elsewhere, message, message}, kiosk.clock());
    work->commit();
    work.reset();
    kiosk.sign_in("Ida", Answering::idas_code);
    kiosk.tap("desk.requests");
    kiosk.touch("En besked, der mangler");
    CHECK(kiosk.shows("Vent lidt, før du lukker den."));
    CHECK_FALSE(kiosk.stage().semantics().find(frikort::kiosk::ui::Role::button, "Svar"));
    kiosk.tap("requests.close");
    kiosk.tap("requests.close.yes");
    CHECK(kiosk.shows("Beskeder"));
}

TEST_CASE("A citizen reads the job that staff wrote and can ask for help with it")
{
    Answering kiosk;
    kiosk.tap("home.jobs");
    CHECK(kiosk.shows("Der er ingen job på listen lige nu."));
    CHECK(kiosk.shows("Hjælp mig med at finde et job"));
    kiosk.tap("bar.home");
    for (const auto* place : {"Havnens Have", "Café Klare"})
        REQUIRE(actions::post_job(kiosk.store(), kiosk.machine(), kiosk.lone(), std::nullopt,
                                  {place, "Opvask", "Spørg efter Lone"}, kiosk.clock()));
    kiosk.tap("home.jobs");
    CHECK(kiosk.shows("Havnens Have"));
    kiosk.touch("Café Klare");
    CHECK(kiosk.shows("Spørg efter Lone"));
    CHECK_FALSE(kiosk.shows("Havnens Have"));
    kiosk.tap("bar.back");
    CHECK(kiosk.shows("Havnens Have"));
    kiosk.tap("jobs.help");
    CHECK_FALSE(kiosk.shows("Havnens Have"));
}
