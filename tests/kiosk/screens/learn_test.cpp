// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/learn/learn.hpp"

#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "kiosk/app/assets.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/reading.hpp"

// The pages as they are shipped, and what becomes of them on the screen.

using namespace frikort::kiosk;
using frikort::core::content::Page;
namespace learn = frikort::kiosk::screens::learn;
namespace support = frikort::tests::support;

namespace {

const std::filesystem::path share = std::filesystem::path{FRIKORT_BINARY} / "share/frikort";

const app::Assets& shipped()
{
    static const auto assets = app::Assets::load(share);
    return assets;
}

// Every file of content, however it is shown.
std::vector<Page> every_page(const std::string& language)
{
    std::vector<Page> pages;
    for (const auto& file : std::filesystem::directory_iterator{share / "content" / language}) {
        auto page = frikort::core::content::read_page(file.path().stem().native(),
                                                      frikort::tests::content_of(file.path()));
        INFO(file.path().native());
        REQUIRE(page);
        pages.push_back(std::move(*page));
    }
    return pages;
}

template <class Each>
void for_every_step(const std::string& language, Each each)
{
    for (const auto& page : shipped().pages_of(language))
        for (std::size_t step = 0; step < page.steps.size(); ++step) {
            INFO(language << " " << page.id << " " << page.steps[step].heading);
            each(page, step);
        }
}

} // namespace

TEST_CASE("Every page is there in both languages with the same steps, pictures, links and sources")
{
    CHECK(shipped().left_out.empty());
    const auto& danish = shipped().pages_of("da");
    const auto& english = shipped().pages_of("en");
    REQUIRE(danish.size() == 5);
    REQUIRE(english.size() == danish.size());
    for (std::size_t i = 0; i < danish.size(); ++i) {
        INFO(danish[i].id);
        CHECK(english[i].icon == danish[i].icon);
        REQUIRE(english[i].steps.size() == danish[i].steps.size());
        for (std::size_t step = 0; step < danish[i].steps.size(); ++step) {
            const auto& one = danish[i].steps[step];
            const auto& other = english[i].steps[step];
            INFO(one.heading);
            CHECK(other.icon == one.icon);
            CHECK(other.link == one.link);
            REQUIRE(other.sentences.size() == one.sentences.size());
            for (std::size_t s = 0; s < one.sentences.size(); ++s)
                CHECK(other.sentences[s].sources == one.sentences[s].sources);
        }
    }
}

TEST_CASE("Every sentence names sources that are in the list, or that it says no fact")
{
    // The list of domain.md, where it lies beside the checkout; its numbers in any case.
    std::ifstream file{FRIKORT_SOURCE "/../shared/reference/domain.md"};
    const std::string domain{std::istreambuf_iterator<char>{file}, {}};
    const std::regex number{"S([1-9]|[12][0-9]|3[0-9])[a-e]?"};
    std::set<std::string> looked_at;
    for (const auto* language : {"da", "en"})
        for (const auto& page : every_page(language)) {
            looked_at.insert(page.id);
            for (const auto& step : page.steps)
                for (const auto& sentence : step.sentences)
                    for (const auto& source : sentence.sources) {
                        INFO(page.id << ": " << sentence.text << " " << source);
                        if (source == "none" || source == "kiosk") continue;
                        CHECK(std::regex_match(source, number));
                        CHECK((domain.empty() || domain.find(source) != std::string::npos));
                    }
        }
    for (const auto* id : {"what", "guide", "pay", "note-boss"}) CHECK(looked_at.contains(id));
}

TEST_CASE("Every page is easy to read and every step has a picture and one thought")
{
    for (const auto& page : every_page("da")) {
        std::vector<std::string> prose;
        for (const auto& step : page.steps) prose.push_back(ui::plain(step.text()));
        INFO(page.id);
        CHECK(support::lix(prose) <= 24);
    }
    for (const auto* language : {"da", "en"})
        for_every_step(language, [&](const Page& page, std::size_t step) {
            const auto& now = page.steps[step];
            CHECK(learn::icon_of(now.icon) != ui::Icon::none);
            CHECK(learn::icon_of(page.icon) != ui::Icon::none);
            CHECK((now.link.empty() || shipped().links.find(now.link)));
            CHECK((now.note.empty() || shipped().notes.contains(now.note)));
            CHECK(now.sentences.size() <= 3);
            CHECK(now.text().size() <= 170);
        });
    for (const auto* language : {"da", "en"})
        for (const auto& page : every_page(language))
            for (const auto& step : page.steps)
                for (const auto& sentence : step.sentences) {
                    INFO(page.id << ": " << sentence.text);
                    CHECK(support::words_of(sentence.text).size() <= 15);
                }
}

TEST_CASE("A page says an amount with its year only, and says nothing where no limit is known")
{
    Page page{"what",
              "Titel",
              {},
              "bulb",
              {{"Grænsen",
                "money",
                "",
                {{"Du må tjene op til en grænse.", {"S1"}}, {"Grænsen i {year} er {limit}.", {"S4"}}}}}};
    const auto& texts = shipped().of("da");
    const auto known = learn::view(page, 0, {}, {}, shipped().allowances, texts);
    CHECK(ui::plain(known.thought.sentences.at(1)) == "Grænsen i 2025 er 42.766 kr.");
    const auto unknown = learn::view(page, 0, {}, {}, {}, texts);
    CHECK(unknown.thought.sentences == std::vector<std::string>{"Du må tjene op til en grænse."});
}

TEST_CASE("A link tells whether a person has opened it")
{
    const auto links = frikort::core::content::Links::from_json(
        R"({"links":[{"id":"a","address":"https://a.dk/","source":"S3","title":{"da":"A"},"opened":null},
                     {"id":"b","address":"https://b.dk/","source":"S3","title":{"da":"B"},"opened":"2026-11-03"}]})");
    REQUIRE(links);
    const auto shown = [&](const char* link) {
        const Page page{"what", "Titel", {}, "bulb", {{"Trin", "money", link, {{"Ja.", {"none"}}}}}};
        return learn::view(page, 0, *links, {}, shipped().allowances, shipped().of("da")).thought.qr;
    };
    CHECK(shown("a")->caption == "Ikke prøvet");
    CHECK(ui::plain(shown("b")->caption) == "Åbnet 3. november 2026");
    CHECK_FALSE(shown("c"));
}

TEST_CASE("The pages and the questions stand in one menu, and what is damaged is left out of it")
{
    const auto& texts = shipped().of("da");
    const auto& pages = shipped().pages_of("da");
    const auto titles = [&](const learn::Guides& guides) {
        std::vector<std::string> all;
        for (const auto& choice : learn::menu(pages, guides, texts).choices) all.push_back(choice.title);
        return all;
    };
    const learn::Guides both{&shipped().guide_of("da")->page(), &shipped().pay_guide_of("da")->page()};
    CHECK(titles(both) == std::vector<std::string>{"Hvad er et frikort?", "Sådan får du det",
                                                   "Kan jeg få det?", "Vis det til din chef",
                                                   "Hvem ser min bog?", "Mine rettigheder her",
                                                   "Hvad må jeg tjene?", "Om grænsen"});
    const auto without = titles({});
    CHECK(without.size() == pages.size() + 1);
    CHECK(without.back() == "Om grænsen");
}

TEST_CASE("A step with a note shows its words as a code, and none where the note is damaged")
{
    const Page page{"boss", "Titel", {}, "shop", {{"Trin", "phone", "", {{"Ja.", {"none"}}}, "boss"}}};
    const auto& texts = shipped().of("en");
    const auto with = learn::view(page, 0, {}, {{"boss", "Til dig"}}, shipped().allowances, texts);
    REQUIRE(with.thought.qr);
    CHECK(with.thought.qr->content == "Til dig");
    CHECK(with.thought.qr->caption.empty());
    CHECK_FALSE(learn::view(page, 0, {}, {}, shipped().allowances, texts).thought.qr);
}
