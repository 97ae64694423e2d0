// SPDX-License-Identifier: MPL-2.0
#include "core/actions/still_waits.hpp"

#include "core/actions/answer.hpp"
#include "core/actions/erase_notebook.hpp"
#include "core/actions/messages.hpp"
#include "tests/core/actions/staffed.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using namespace std::chrono_literals;

namespace {

class RunningClock final : public base::Clock {
public:
    base::Date today() const override { return today_; }
    bool trusted() const override { return trusted_; }
    std::chrono::milliseconds running() const override { return running_; }
    void pass(std::chrono::milliseconds some) { running_ += some; }
    void confirm(const char* day)
    {
        trusted_ = true;
        today_ = *base::Date::from_iso(day);
    }

private:
    base::Date today_ = *base::Date::from_iso("2025-11-21");
    bool trusted_ = false;
    std::chrono::milliseconds running_ = 5s;
};

// Somebody asked for help, and the server has it and was told.
struct AskedHouse : StaffedHouse {
    AskedHouse()
    {
        hand_over();
        was_told();
    }
    void hand_over()
    {
        const auto work = store.begin();
        for (const auto& record : work->outbox().waiting(1000, 1 << 20))
            work->outbox().mark(records::decode_header(record.header)->id, store::Delivery::accepted, "");
        work->commit();
    }
    void was_told()
    {
        const auto work = store.begin();
        work->shares().told(work->shares().untold(9), std::chrono::sys_seconds{1h});
        work->commit();
    }
    bool is_to_be_told() { return store.begin()->shares().untold(9) == std::vector{sent.notebook.stream()}; }

    SentAlone sent = std::move(*send_without_notebook(
        store, kiosk, {support::Topic::job, support::Wish::read_answer, std::string{"Noget ude"}, {}},
        clock));
    RunningClock runs;
    StillWaits still_waits;
};

} // namespace

TEST_CASE(
    "What waits for an answer is told to the server when the program starts and every thirty days it runs")
{
    AskedHouse house;
    CHECK_FALSE(house.is_to_be_told());
    house.still_waits.share(house.store, house.kiosk, house.runs);
    CHECK(house.is_to_be_told());
    house.was_told();
    house.runs.pass(24h * 30 - 1ms);
    house.still_waits.share(house.store, house.kiosk, house.runs);
    CHECK_FALSE(house.is_to_be_told());
    house.runs.pass(1ms);
    house.still_waits.share(house.store, house.kiosk, house.runs);
    CHECK(house.is_to_be_told());
}

TEST_CASE("What was told while the server's clock was far behind is told again when it is put right")
{
    AskedHouse house;
    house.runs.confirm("2023-01-01");
    house.still_waits.share(house.store, house.kiosk, house.runs);
    house.was_told();
    house.runs.pass(1h);
    house.runs.confirm("2023-01-30");
    house.still_waits.share(house.store, house.kiosk, house.runs);
    CHECK_FALSE(house.is_to_be_told());
    house.runs.confirm("2025-11-21");
    house.still_waits.share(house.store, house.kiosk, house.runs);
    CHECK(house.is_to_be_told());
    house.was_told();
    house.still_waits.share(house.store, house.kiosk, house.runs);
    CHECK_FALSE(house.is_to_be_told());
}

TEST_CASE("What was answered closed or erased is told no more")
{
    AskedHouse house;
    const auto waiting = waiting_requests(house.store, house.kiosk, house.lone());
    REQUIRE(waiting->size() == 1);
    SECTION("closed")
    {
        REQUIRE(close_request(house.store, house.kiosk, house.lone(), waiting->at(0), house.clock));
    }
    SECTION("erased") { erase_notebook(house.store, house.kiosk, house.sent.notebook); }
    house.hand_over();
    house.was_told();
    house.still_waits.share(house.store, house.kiosk, house.runs);
    CHECK_FALSE(house.is_to_be_told());
}
