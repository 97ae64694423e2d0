// SPDX-License-Identifier: MPL-2.0
#include "core/actions/erase_notebook.hpp"

#include "core/actions/renew_notebook.hpp"
#include "core/actions/rings.hpp"
#include "core/actions/settle.hpp"
#include "core/actions/tries.hpp"
#include "tests/core/actions/house.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace frikort::tests;
using records::Class;
using Why = NotOpened::Why;

namespace {

Made filled(House& house, store::Store& store, const char* who)
{
    auto made =
        *open_new_notebook(store, house.kiosk, {name(who), pin("482915"), Recovery::no, std::nullopt});
    log_earning(store, house.kiosk, made.notebook, paid(500), house.clock);
    keep_draft(store, house.kiosk, made.notebook, "350 kr. fra");
    open_with_card(store, house.kiosk, made.card, pin("730264"));
    return made;
}

} // namespace

TEST_CASE("An erased notebook opens with nothing and leaves nothing but numbers and its erasure")
{
    House house;
    const auto made = filled(house, house.store, "Kim");
    const auto other = filled(house, house.store, "Bo");
    const auto stream = made.notebook.stream();
    REQUIRE(erase_notebook(house.store, house.kiosk, made.notebook) == Erased::yes);

    CHECK(open_with_card(house.store, house.kiosk, made.card, pin("482915")).error().why == Why::unknown);
    CHECK(open_with_name(house.store, house.kiosk, name("Kim"), pin("482915")).error().why == Why::unknown);
    auto work = house.store.begin();
    CHECK(work->slots().of_stream(stream).empty());
    CHECK_FALSE(work->drafts().of(stream));
    CHECK(work->waits().of(subject_of(stream)).wrong == 0);
    const auto left = work->records().of_stream(stream);
    REQUIRE(left.size() == 1);
    CHECK(records::decode_header(left[0].header)->what == Class::erase);
    CHECK(sealing::erased_by(left[0].header, left[0].body) == 1U);
    CHECK(work->outbox().waiting(9, 99'999).back().header == left[0].header);
    CHECK(is_erased(*work, stream));
    CHECK_FALSE(is_erased(*work, other.notebook.stream()));
    work.reset();
    CHECK(open_with_card(house.store, house.kiosk, other.card, pin("482915")));
    CHECK(take_draft(house.store, other.notebook));

    // Twice is once; and no card can be made for it any more.
    CHECK(erase_notebook(house.store, house.kiosk, made.notebook) == Erased::yes);
    CHECK(house.store.begin()->records().of_stream(stream).size() == 1);
    CHECK_FALSE(renew_notebook(house.store, house.kiosk, made.notebook, {pin("730264")}));
}

TEST_CASE("What was sealed of an erased notebook is in no file of the kiosk")
{
    House house;
    TemporaryFolder folder;
    const store::DataFolder data{folder / "kiosk"};
    store::SqliteStore store{data};
    const auto made = filled(house, store, "Kim");
    const auto other = filled(house, store, "Bo");
    auto now = renew_notebook(store, house.kiosk, made.notebook, {pin("730264")});
    REQUIRE(now);
    for (int i = 1; i < 60; ++i) {
        log_earning(store, house.kiosk, i % 3 == 0 ? other.notebook : now->notebook, paid(i), house.clock);
    }
    keep_draft(store, house.kiosk, now->notebook, "90 kr. fra");

    std::vector<std::string> canaries;
    const auto see = [&](const base::Bytes& bytes) {
        const auto half = bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 2);
        canaries.emplace_back(half, bytes.end());
    };
    const auto stream = made.notebook.stream();
    for (const auto& record : store.begin()->records().of_stream(stream)) see(record.body);
    for (const auto& slot : store.begin()->slots().of_stream(stream)) see(slot.wrapped);
    see(*store.begin()->drafts().of(stream));
    const auto found = [&] {
        std::size_t count = 0;
        for (const auto& [file, content] : contents_of(data.path()))
            for (const auto& canary : canaries) count += content.find(canary) != std::string::npos;
        return count;
    };
    REQUIRE(found() >= canaries.size());
    REQUIRE(erase_notebook(store, house.kiosk, now->notebook) == Erased::yes);
    CHECK(found() == 0);
    CHECK(read_notebook(store, *open_with_card(store, house.kiosk, other.card, pin("482915")))
              .book.year(2025)
              .count == 20);
}

TEST_CASE("Keys that a newer card has replaced erase nothing")
{
    House house;
    const auto made = filled(house, house.store, "Kim");
    const auto now = renew_notebook(house.store, house.kiosk, made.notebook, {pin("730264")});
    CHECK(erase_notebook(house.store, house.kiosk, made.notebook) == Erased::newer_card);
    CHECK(read_notebook(house.store, now->notebook).book.year(2025).count == 1);
    CHECK(erase_notebook(house.store, house.kiosk, now->notebook) == Erased::yes);
}

TEST_CASE("An erasure that a full disk has no room for erases nothing and claims nothing")
{
    House house;
    const auto made = filled(house, house.store, "Kim");
    house.store.fail_commits(store::StoreFailure::Kind::full);
    CHECK_THROWS_AS(erase_notebook(house.store, house.kiosk, made.notebook), store::StoreFailure);
    house.store.fail_commits(std::nullopt);
    CHECK(open_with_card(house.store, house.kiosk, made.card, pin("482915")));
    CHECK(read_notebook(house.store, made.notebook).book.year(2025).count == 1);
    CHECK(take_draft(house.store, made.notebook) == "350 kr. fra");
}
