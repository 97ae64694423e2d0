// SPDX-License-Identifier: MPL-2.0
#include "core/actions/messages.hpp"

#include <array>

#include "core/actions/answer.hpp"
#include "core/actions/erase_notebook.hpp"
#include "core/actions/jobs.hpp"
#include "core/actions/pen.hpp"
#include "tests/core/actions/staffed.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace frikort::tests;
using people::Receipt;
using people::Role;
using support::Said;
using support::Topic;
using support::Wish;

namespace {

support::Request about(Topic topic, const char* words)
{
    return {topic, Wish::read_answer, std::string{words}, std::nullopt};
}

struct Asking : StaffedHouse {
    Staff ida = somebody("Ida", Role::staff);
    OpenNotebook kim{std::move(new_notebook(*this).notebook)};
    base::Id asked = *send_request(store, kiosk, kim, about(Topic::pay, "Der mangler 200 kr."), clock);

    base::Result<base::Id, NotDone> answer(const Staff& who, const char* words,
                                           Although although = Although::nobody_else)
    {
        return answer_request(store, kiosk, who, seen(), words, although, clock);
    }
    Waiting seen()
    {
        return waiting_request(store, kiosk, lone(), asked).value_or(Waiting{asked, {}, {}, {}});
    }
};

} // namespace

TEST_CASE("What somebody asks is read by the staff and the answer in their own notebook")
{
    Asking house;
    const auto waiting = *waiting_requests(house.store, house.kiosk, house.ida);
    REQUIRE(waiting.size() == 1);
    REQUIRE(waiting[0].conversation);
    CHECK(waiting[0].conversation->asked.topic == Topic::pay);
    CHECK(waiting[0].conversation->said[0].words == "Der mangler 200 kr.");

    REQUIRE(house.answer(house.ida, " Vi ringer til  caféen "));
    CHECK(waiting_requests(house.store, house.kiosk, house.ida)->empty());
    const auto read = conversations(house.store, house.kiosk, house.kim);
    REQUIRE(read.size() == 1);
    CHECK(read[0].answered());
    CHECK(read[0].said[1].words == "Vi ringer til caféen");
    CHECK(read[0].said[1].by == "Ida");
    CHECK(read_notebook(house.store, house.kim).book.kept_aside() == 0);
}

TEST_CASE("Somebody without a notebook reads the answer with the receipt and can write on")
{
    StaffedHouse house;
    const auto sent =
        send_without_notebook(house.store, house.kiosk, about(Topic::job, "Noget ude"), house.clock);
    REQUIRE(sent);
    const auto scanned = Receipt::read(sent->receipt.qr_text().view());
    REQUIRE(scanned);
    CHECK(Receipt::is_marked(sent->receipt.qr_text().view()));
    const auto open = open_receipt(house.store, house.kiosk, *scanned);
    REQUIRE(open);
    const auto asked = conversations(house.store, house.kiosk, *open)[0].request;
    REQUIRE(answer_request(house.store, house.kiosk, house.lone(),
                           *waiting_request(house.store, house.kiosk, house.lone(), asked), "Kom på fredag",
                           Although::nobody_else, house.clock));
    REQUIRE(write_on(house.store, house.kiosk, *open, asked, "Klokken ti?", house.clock));

    const auto again = waiting_request(house.store, house.kiosk, house.lone(), asked);
    REQUIRE(again);
    REQUIRE(again->conversation->said.size() == 3);
    CHECK(again->conversation->said[1].who == Said::Who::staff);
    CHECK(again->conversation->said[2].words == "Klokken ti?");
    CHECK(house.now().waiting() == 1);
}

TEST_CASE("A receipt opens no notebook and a notebook's card no receipt")
{
    Asking house;
    const auto sent =
        send_without_notebook(house.store, house.kiosk, about(Topic::job, "Noget ude"), house.clock);
    const auto card =
        open_new_notebook(house.store, house.kiosk, {name("Bo"), pin("730264"), Recovery::no, std::nullopt})
            ->card;
    CHECK_FALSE(open_receipt(house.store, house.kiosk, Receipt{card}));
    CHECK_FALSE(open_with_card(house.store, house.kiosk, sent->receipt.card(), pin("730264")));
    CHECK(Receipt::read(card.qr_text().view()).error() == people::Misread::not_a_card);
    CHECK(people::Card::read(sent->receipt.qr_text().view()).error() == people::Misread::not_a_card);
}

TEST_CASE("When two answer at once the second is told and may send it all the same")
{
    Asking house;
    REQUIRE(house.answer(house.ida, "Vi ringer"));
    CHECK(house.answer(house.lone(), "Jeg ringer").error() == NotDone::already);
    REQUIRE(house.answer(house.lone(), "Jeg ringer", Although::somebody_did));
    const auto said = conversations(house.store, house.kiosk, house.kim)[0].said;
    REQUIRE(said.size() == 3);
    CHECK(said[1].by == "Ida");
    CHECK(said[2].by == "Lone");
    CHECK(close_request(house.store, house.kiosk, house.lone(), house.seen(), house.clock).error() ==
          NotDone::already);
}

TEST_CASE("What somebody writes while the answer is written still waits afterwards")
{
    Asking house;
    const auto seen = house.seen();
    REQUIRE(write_on(house.store, house.kiosk, house.kim, house.asked, "Og nu 400", house.clock));
    REQUIRE(answer_request(house.store, house.kiosk, house.ida, seen, "Vi ringer", Although::nobody_else,
                           house.clock));
    const auto waiting = *waiting_requests(house.store, house.kiosk, house.ida);
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].unanswered.size() == 1);
    // A colleague who had seen only the first is told that somebody answered it.
    CHECK(answer_request(house.store, house.kiosk, house.lone(), seen, "Hej", Although::nobody_else,
                         house.clock)
              .error() == NotDone::already);
    CHECK(close_request(house.store, house.kiosk, house.lone(), seen, house.clock).error() ==
          NotDone::already);
    CHECK(house.now().waiting() == 1);
}

TEST_CASE("Nobody answers in the name of the staff without their key")
{
    Asking house;
    const auto stranger = sealing::SigningKey::random(house.chance);
    const auto work = house.store.begin();
    const auto plain =
        support::encode({{}, house.asked, support::Answer{house.asked, "Kom uden penge", "Lone"}});
    const std::array readers{house.kim.newest().open().box, *house.kiosk.inbox};
    Pen pen{*work, house.kiosk, house.kim.stream(), 1};
    pen.share(readers, base::view_of(plain), stranger);
    // Not even whoever asked can answer themselves as the staff.
    pen.share(readers, base::view_of(plain), house.kim.newest().signer());
    const auto said = conversations(*work, house.kiosk, house.kim)[0].said;
    REQUIRE(said.size() == 2);
    CHECK(said[1].by.empty());
}

TEST_CASE("Who may not answer reads nothing and who was removed neither")
{
    Asking house;
    const auto tom = house.somebody("Tom", Role::volunteer);
    CHECK(waiting_requests(house.store, house.kiosk, tom).error() == NotDone::not_allowed);
    CHECK(house.answer(tom, "Hej").error() == NotDone::not_allowed);
    REQUIRE(remove_member(house.store, house.kiosk, house.lone(), house.ida.id(), house.clock));
    CHECK(waiting_requests(house.store, house.kiosk, house.ida).error() == NotDone::not_a_member);
    CHECK(house.answer(house.ida, "Hej").error() == NotDone::not_a_member);
    CHECK(house.now().waiting() == 1);
}

TEST_CASE("A closed request waits no more and nothing is written to whoever asked")
{
    Asking house;
    REQUIRE(close_request(house.store, house.kiosk, house.ida, house.seen(), house.clock));
    CHECK(house.now().waiting() == 0);
    CHECK(conversations(house.store, house.kiosk, house.kim)[0].said.size() == 1);
}

TEST_CASE("Where no centre was set up nothing is sent to nobody")
{
    Open house;
    CHECK(send_request(house.store, house.kiosk, house.open, about(Topic::job, "Hej"), house.clock).error() ==
          NotSent::nobody_reads);
    CHECK(send_without_notebook(house.store, house.kiosk, about(Topic::job, "Hej"), house.clock).error() ==
          NotSent::nobody_reads);
}

TEST_CASE("No CPR number is taken in a message and no words that are too long")
{
    Asking house;
    const auto refused = [&](support::Request request) {
        return send_request(house.store, house.kiosk, house.kim, request, house.clock).error();
    };
    CHECK(refused(about(Topic::pay, "Jeg er 010190-1234")) == NotSent::words_like_cpr);
    CHECK(refused({Topic::pay, Wish::be_talked_to, std::nullopt, "0101901234"}) == NotSent::words_like_cpr);
    CHECK(refused(about(Topic::pay, std::string(401, 'x').c_str())) == NotSent::bad_words);
    CHECK(refused(about(Topic::pay, "a\x01")) == NotSent::bad_words);
    CHECK(write_on(house.store, house.kiosk, house.kim, house.asked, "   ", house.clock).error() ==
          NotSent::no_words);
    CHECK(write_on(house.store, house.kiosk, house.kim, base::Id{}, "Hej", house.clock).error() ==
          NotSent::unknown_request);
    CHECK(house.answer(house.ida, "Ring 010190-1234").error() == NotDone::unfit);
    // Nothing has to be said at all.
    CHECK(send_request(house.store, house.kiosk, house.kim, {Topic::job, Wish::be_talked_to, "  ", {}},
                       house.clock));
}

TEST_CASE("Erasing a notebook erases what was asked in it and the staff can only close it")
{
    Asking house;
    REQUIRE(erase_notebook(house.store, house.kiosk, house.kim) == Erased::yes);
    const auto waiting = *waiting_requests(house.store, house.kiosk, house.ida);
    REQUIRE(waiting.size() == 1);
    CHECK_FALSE(waiting[0].conversation);
    CHECK(house.answer(house.ida, "Hej").error() == NotDone::unknown);
    CHECK(close_request(house.store, house.kiosk, house.ida, house.seen(), house.clock));
}

TEST_CASE("Jobs are kept by staff and seen by everybody")
{
    StaffedHouse house;
    const auto ida = house.somebody("Ida", Role::staff);
    const auto tom = house.somebody("Tom", Role::volunteer);
    const centre::Job wash{"Café Klare", "Opvask", "Spørg efter Lone"};
    CHECK(post_job(house.store, house.kiosk, tom, std::nullopt, wash, house.clock).error() ==
          NotDone::not_allowed);
    const auto job = *post_job(house.store, house.kiosk, ida, std::nullopt, wash, house.clock);
    REQUIRE(post_job(house.store, house.kiosk, ida, job, {"Café Klare", " Servering ", "Spørg Lone"},
                     house.clock));
    REQUIRE(jobs_here(house.store, house.kiosk).size() == 1);
    CHECK(jobs_here(house.store, house.kiosk)[0].job.work == "Servering");
    CHECK(post_job(house.store, house.kiosk, ida, std::nullopt, {"", "a", "b"}, house.clock).error() ==
          NotDone::unfit);
    CHECK(post_job(house.store, house.kiosk, ida, std::nullopt, {"a", "b", "ring 010190-1234"}, house.clock)
              .error() == NotDone::unfit);
    REQUIRE(remove_job(house.store, house.kiosk, ida, job, house.clock));
    CHECK(remove_job(house.store, house.kiosk, ida, job, house.clock).error() == NotDone::unknown);
    CHECK(jobs_here(house.store, house.kiosk).empty());
}

TEST_CASE("No word of a message stands in any file of the kiosk")
{
    StaffedHouse house;
    TemporaryFolder folder;
    {
        const store::DataFolder data{folder / "kiosk"};
        store::SqliteStore disk{data};
        const auto code = *invite_set_up(disk, house.kiosk, havnen);
        const auto begun = *set_up_centre(disk, house.kiosk, code, "Leonora", staff_code(lones_code),
                                          people::CentreCard::make(house.chance), house.clock);
        const auto sent = *send_without_notebook(
            disk, house.kiosk, {Topic::other, Wish::be_talked_to, "Kanariefuglen synger", "Rundstykket"},
            house.clock);
        const auto asked = conversations(disk, house.kiosk, sent.notebook)[0].request;
        REQUIRE(answer_request(disk, house.kiosk, begun.leader,
                               *waiting_request(disk, house.kiosk, begun.leader, asked),
                               "Svaret er hemmeligt", Although::nobody_else, house.clock));
        REQUIRE(post_job(disk, house.kiosk, begun.leader, std::nullopt,
                         {"Skjulestedet", "Hemmeligt arbejde", "Spørg"}, house.clock));
        CHECK(files_with_any(folder.path(), {"anariefugl", "undstykke", "hemmeligt", "kjulested", "eonora",
                                             std::string{sent.receipt.card().secret().view()}})
                  .empty());
    }
}
