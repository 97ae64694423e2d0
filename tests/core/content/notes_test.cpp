// SPDX-License-Identifier: MPL-2.0
#include "core/content/notes.hpp"

#include "core/content/parts.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace frikort::core::content;

namespace {

const std::string share = FRIKORT_BINARY "/share/frikort/";

Links shipped_links()
{
    auto links = Links::from_json(frikort::tests::content_of(share + "links.json"));
    REQUIRE(links);
    return std::move(*links);
}

Page page_of(const std::string& sentence, const std::string& link = {})
{
    return {"note-x", "Til dig", {}, {}, {{"Husk", {}, link, {{sentence, {"S1"}}}}}};
}

} // namespace

TEST_CASE("A note is plain lines: its title, its sentences and the address at the end")
{
    const auto links = shipped_links();
    CHECK(plain_note(page_of("Kun **her**."), links) == "Til dig\nKun her.");
    CHECK(plain_note(page_of("Kun her.", "portal"), links) == "Til dig\nKun her.\nhttps://socialtfrikort.dk");
}

TEST_CASE("A note that no phone could read or whose address is gone is no note")
{
    const auto links = shipped_links();
    const std::string title = "Til dig\n";
    CHECK(plain_note(page_of(std::string(longest_note - title.size(), 'a')), links));
    CHECK_FALSE(plain_note(page_of(std::string(longest_note - title.size() + 1, 'a')), links));
    CHECK_FALSE(plain_note(page_of("Kun her.", "gone"), links));
}

TEST_CASE("The boss is told what must be done before the work, with the address, in lines a phone can show")
{
    const auto page = read_page("note-boss", frikort::tests::content_of(share + "content/da/note-boss.md"));
    REQUIRE(page);
    const auto note = plain_note(*page, shipped_links());
    REQUIRE(note);
    for (const auto* needed : {"socialtfrikort.dk, før", "aldrig i eIndkomst", "Feriepenge tæller med",
                               "https://socialtfrikort.dk"}) {
        INFO(*note);
        CHECK(note->find(needed) != std::string::npos);
    }
    CHECK(note->find("http") != 0); // or a phone would open it in place of showing it
    CHECK(note->find("**") == std::string::npos);
    for (const auto& sentence : page->steps.front().sentences) {
        INFO(sentence.text);
        CHECK(sentence.sources.front().starts_with("S")); // each is a fact
    }
}

TEST_CASE("A page in parts gives each by its name, and is refused when one is missing, double or unknown")
{
    const auto page = read_page("x", "# T\n\n## A\n<!-- part: a -->\nEn. <!-- S1 -->\n\n"
                                     "## B\n<!-- part: b -->\nTo. <!-- S1 -->\n");
    REQUIRE(page);
    const auto parts = Parts::of(*page, {"a", "b"});
    REQUIRE(parts);
    CHECK((*parts)["b"].text() == "To.");
    CHECK(Parts::of(*page, {"a", "b", "c"}).error() == BadParts::missing);
    CHECK(Parts::of(*page, {"a"}).error() == BadParts::unknown);
    auto twice = *page;
    twice.steps.back().part = "a";
    CHECK(Parts::of(twice, {"a"}).error() == BadParts::twice);
}
