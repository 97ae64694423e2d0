// SPDX-License-Identifier: MPL-2.0
#include "core/content/pages.hpp"

#include "core/content/links.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core::content;

namespace {

const std::string good = "<!-- SPDX-License-Identifier: MPL-2.0 -->\n"
                         "# Hvad er et frikort?\n"
                         "<!-- icon: bulb -->\n"
                         "<!-- detail: Tjen uden skat -->\n"
                         "\n"
                         "## Penge, du må beholde\n"
                         "<!-- icon: money -->\n"
                         "<!-- link: citizen -->\n"
                         "Du må tjene penge **uden skat**. <!-- S1 S4 -->\n"
                         "Kommunen bestemmer. <!-- S10 -->\n"
                         "\n"
                         "## Du bestemmer selv\n"
                         "Tag det roligt. <!-- none -->\n";

PageFault fault_of(const std::string& markdown)
{
    const auto page = read_page("what", markdown);
    REQUIRE_FALSE(page);
    return page.error();
}

std::string with(const std::string& line) { return good + line + "\n"; }

const std::string citizen_link = R"({"id":"citizen","address":"https://example.dk/","source":"S3",
                             "title":{"da":"Borger","en":"Citizen"},"opened":"2026-11-03"})";

std::string links_of(const std::string& one) { return "{\"links\":[" + one + "]}"; }

} // namespace

TEST_CASE("A page is a title and steps of sentences that each say where they come from")
{
    const auto page = read_page("what", good);
    REQUIRE(page);
    CHECK(page->id == "what");
    CHECK(page->title == "Hvad er et frikort?");
    CHECK(page->detail == "Tjen uden skat");
    CHECK(page->icon == "bulb");
    REQUIRE(page->steps.size() == 2);
    const auto& first = page->steps[0];
    CHECK(first.heading == "Penge, du må beholde");
    CHECK(first.icon == "money");
    CHECK(first.link == "citizen");
    CHECK(first.text() == "Du må tjene penge **uden skat**. Kommunen bestemmer.");
    CHECK(first.sentences[0].sources == std::vector<std::string>{"S1", "S4"});
    CHECK(page->steps[1].sentences[0].sources == std::vector<std::string>{"none"});
    CHECK(page->steps[1].link.empty());
}

TEST_CASE("A page with a sentence that names no source is left out whole")
{
    CHECK(fault_of(with("En sætning uden kilde.")) == PageFault::no_source);
    CHECK(fault_of(with("En sætning. <!-- -->")) == PageFault::no_source);
    CHECK(fault_of(with("<!-- S1 -->")) == PageFault::other_mark);
}

TEST_CASE("A page that holds anything that is not drawn is left out whole")
{
    for (const auto* line : {"- en liste <!-- S1 -->", "[et link](https://example.dk) <!-- S1 -->",
                             "![billede](x.png) <!-- S1 -->", "<b>html</b> <!-- S1 -->", "### Dybere",
                             "*skrå* skrift <!-- S1 -->", "`kode` <!-- S1 -->", "> citat <!-- S1 -->",
                             "<script>alert(1)</script>", "<!-- color: red -->"}) {
        INFO(line);
        CHECK(fault_of(with(line)) == PageFault::other_mark);
    }
}

TEST_CASE("A damaged page is refused and never half read")
{
    CHECK(fault_of("") == PageFault::no_title);
    CHECK(fault_of("# Kun en titel\n") == PageFault::no_steps);
    CHECK(fault_of("Tekst først. <!-- S1 -->\n") == PageFault::no_title);
    CHECK(fault_of("## Et trin først\n") == PageFault::no_title);
    CHECK(fault_of(with("# Endnu en titel")) == PageFault::no_title);
    CHECK(fault_of(with("## Et tomt trin")) == PageFault::no_steps);
    CHECK(fault_of(good + "\xFF\xFE") == PageFault::not_text);
    CHECK(fault_of(good + std::string(1, '\0')) == PageFault::not_text);
    CHECK(fault_of(with(std::string(70'000, 'a'))) == PageFault::not_text);
}

TEST_CASE("A link is https with a title and says when a person last opened it")
{
    const auto links = Links::from_json(links_of(citizen_link));
    REQUIRE(links);
    REQUIRE(links->find("citizen"));
    CHECK(links->find("citizen")->title_in("en") == "Citizen");
    CHECK(links->find("citizen")->title_in("pl") == "Borger");
    CHECK(links->find("citizen")->opened->iso() == "2026-11-03");
    CHECK_FALSE(links->find("another"));
}

TEST_CASE("Links that could lead astray are refused all together")
{
    const auto refused = [](std::string text, const char* part, const char* instead) {
        const auto at = text.find(part);
        REQUIRE(at != std::string::npos);
        text.replace(at, std::string_view{part}.size(), instead);
        const auto links = Links::from_json(links_of(text));
        REQUIRE_FALSE(links);
        return links.error();
    };
    CHECK(refused(citizen_link, "https://", "http://") == BadLinks::not_https);
    CHECK(refused(citizen_link, "\"2026-11-03\"", "\"i går\"") == BadLinks::wrong_shape);
    CHECK(refused(citizen_link, "\"Borger\"", "7") == BadLinks::wrong_shape);
    CHECK(refused(citizen_link, "\"S3\"", "\"\"") == BadLinks::wrong_shape);
    CHECK(Links::from_json(links_of(citizen_link + "," + citizen_link)).error() == BadLinks::twice);
    CHECK(Links::from_json("<html>").error() == BadLinks::not_json);
    CHECK(Links::from_json("[]").error() == BadLinks::wrong_shape);
}
