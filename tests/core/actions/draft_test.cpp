// SPDX-License-Identifier: MPL-2.0
#include "tests/core/actions/house.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using money::Money;

TEST_CASE("A half-done entry waits sealed until the entry is saved")
{
    Open house;
    keep_draft(house.store, house.kiosk, house.open, "{\"place\":\"Café Klare\"}");
    keep_draft(house.store, house.kiosk, house.open, "{\"place\":\"Havnen\"}");
    CHECK(take_draft(house.store, house.open) == "{\"place\":\"Havnen\"}");
    CHECK(take_draft(house.store, house.open)); // looking at it does not lose it
    const auto kept = *house.store.begin()->drafts().of(house.open.stream());
    CHECK(base::text_of(kept).find("Havnen") == std::string_view::npos);
    REQUIRE(house.log(paid(350)));
    CHECK_FALSE(take_draft(house.store, house.open));
}

TEST_CASE("A half-done entry is there still when saving the entry fails")
{
    Open house;
    keep_draft(house.store, house.kiosk, house.open, "half");
    house.store.fail_commits(store::StoreFailure::Kind::full);
    CHECK_THROWS_AS(house.log(paid(350)), store::StoreFailure);
    house.store.fail_commits(std::nullopt);
    CHECK(take_draft(house.store, house.open) == "half");
    CHECK(house.sum() == Money{});
    drop_draft(house.store, house.open);
    CHECK_FALSE(take_draft(house.store, house.open));
}

TEST_CASE("A half-done entry of one notebook is nothing to another")
{
    Open house;
    const auto other = new_notebook(house, "Bo", "730264");
    keep_draft(house.store, house.kiosk, house.open, "half");
    CHECK_FALSE(take_draft(house.store, other.notebook));
    const auto kept = *house.store.begin()->drafts().of(house.open.stream());
    auto work = house.store.begin();
    work->drafts().keep(other.notebook.stream(), kept);
    work->commit();
    work.reset();
    CHECK_FALSE(take_draft(house.store, other.notebook));
}
