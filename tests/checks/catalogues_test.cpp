// SPDX-License-Identifier: MPL-2.0
#include "tests/checks/catalogues.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

using namespace frikort::tests::checks;

namespace {

Catalogue shipped(const std::vector<File>& files, const std::string& language)
{
    const auto path = "assets/locale/" + language + ".po";
    const auto file = std::find_if(files.begin(), files.end(), [&](const File& f) { return f.path == path; });
    REQUIRE(file != files.end());
    return read_po(file->text);
}

void holds(const Faults& faults)
{
    INFO(joined(faults));
    CHECK(faults.empty());
}

const std::string header = "msgid \"\"\nmsgstr \"\"\n\"Language: da\\n\"\n";

std::string entry(const std::string& key, const std::string& text)
{
    return "\nmsgid \"" + key + "\"\nmsgstr \"" + text + "\"\n";
}

std::string plural(const std::string& key, const std::string& one, const std::string& other)
{
    return "\nmsgid \"" + key + "\"\nmsgid_plural \"" + key + "\"\nmsgstr[0] \"" + one + "\"\nmsgstr[1] \"" +
           other + "\"\n";
}

Faults of_form(const std::string& entries)
{
    return form_of_texts_faults("assets/locale/da.po", header + entries);
}

} // namespace

TEST_CASE("Both languages are whole and say the same with the same placeholders")
{
    const auto files = source_tree();
    holds(faults_in(files, form_of_texts_faults));
    holds(pair_faults(shipped(files, "da"), shipped(files, "en")));
    CHECK(shipped(files, "da").size() > 20);
}

TEST_CASE("Every text the code asks for is there and no text is left over")
{
    const auto files = source_tree();
    holds(use_faults(shipped(files, "da"), files));
}

TEST_CASE("No sentence on the screen is longer than 15 words")
{
    const auto files = source_tree();
    holds(sentence_faults(shipped(files, "da")));
    holds(sentence_faults(shipped(files, "en")));
}

TEST_CASE("Every Danish text is easy to read") { holds(lix_faults(shipped(source_tree(), "da"))); }

TEST_CASE("A catalogue is read with its long lines escapes and plurals")
{
    const auto read =
        read_po(header + "\n#, fuzzy\nmsgid \"a.b\"\nmsgstr \"\"\n\"one \\\"two\\\"\\n\"\n\"three\"\n" +
                plural("log.hours", "{n} time", "{n} timer"));
    REQUIRE(read.size() == 2);
    CHECK(read.at("a.b").forms == std::vector<std::string>{"one \"two\"\nthree"});
    CHECK(read.at("a.b").fuzzy);
    CHECK_FALSE(read.at("log.hours").fuzzy);
    CHECK(read.at("log.hours").forms == std::vector<std::string>{"{n} time", "{n} timer"});
    CHECK(placeholders_of(read.at("log.hours")) == std::set<std::string>{"n"});
}

TEST_CASE("A text that is empty fuzzy badly named or half plural is found")
{
    CHECK(of_form(entry("home.title", "Hej")).empty());
    CHECK(of_form(plural("log.hours", "{n} time", "{n} timer")).empty());
    CHECK(of_form(entry("home.title", "")).size() == 1);
    CHECK(of_form(entry("Home.Title", "Hej")).size() == 1);
    CHECK(of_form(entry("Hej", "Hej")).size() == 1);
    CHECK(of_form(entry("home.title", "Hej ")).size() == 1);
    CHECK(of_form(entry("home.title", "Hej  du")).size() == 1);
    CHECK(of_form("\n#, fuzzy" + entry("home.title", "Hej")).size() == 1);
    CHECK(of_form("\nmsgid \"a.b\"\nmsgid_plural \"a.b\"\nmsgstr[0] \"x\"\n").size() == 1);
    CHECK(of_form("\nmsgid \"a.b\"\nmsgid_plural \"a.c\"\nmsgstr[0] \"x\"\nmsgstr[1] \"y\"\n").size() == 1);
}

TEST_CASE("A text missing in one language or with another placeholder is found")
{
    const auto danish = read_po(entry("a.b", "Du fik {sum}") + entry("a.c", "Hej"));
    CHECK(pair_faults(danish, danish).empty());
    CHECK(pair_faults(danish, read_po(entry("a.b", "You got {sum}"))) == Faults{"a.c is only in Danish"});
    CHECK(pair_faults(danish, read_po(entry("a.b", "You got {amount}") + entry("a.c", "Hi"))).size() == 1);
    CHECK(pair_faults(danish, read_po(entry("a.b", "You got {sum}") + plural("a.c", "Hi", "His"))).size() ==
          1);
    CHECK(pair_faults(read_po(entry("a.c", "Hej")), danish) == Faults{"a.b is not in Danish"});
}

TEST_CASE("A key the code asks for in vain and a key nobody asks for are found")
{
    const auto catalogue =
        read_po(entry("home.title", "Hej") + entry("home.one", "En") + plural("home.n", "1", "2"));
    const std::string code = "auto a = texts(\"home.title\");\nauto b = texts.count(\"home.n\", 2);\n"
                             "constexpr auto keys = {\"home.one\"};\nauto file = \"home.json\";\n";
    const auto faults_of = [&](const std::string& more) {
        return use_faults(catalogue, {{"kiosk/screens/home/home.cpp", code + more}});
    };
    CHECK(faults_of("").empty());
    CHECK(faults_of("// texts(\"home.gone\")\n").empty());
    CHECK(faults_of("auto c = texts(\"gone.key\");\n") ==
          Faults{"kiosk/screens/home/home.cpp:5: gone.key is in no catalogue"});
    CHECK(faults_of("auto c = texts_(\n    \"gone.key\");\n").size() == 1);
    CHECK(faults_of("auto c = texts(\"gone.\" + name);\n").size() == 1);
    CHECK(use_faults(catalogue, {{"kiosk/screens/home/home.cpp", "texts(\"home.\" + name)"}}).empty());
    CHECK(faults_of("constexpr auto more = \"home.titel\";\n").size() == 1);
    CHECK(use_faults(catalogue, {{"kiosk/screens/home/home.cpp", "texts(\"home.title\");"}}).size() == 2);
    CHECK(use_faults(catalogue, {{"tests/kiosk/home_test.cpp", code}}).size() == 3);
}

TEST_CASE("A long sentence and a hard text are found")
{
    const std::string fifteen = "en to tre fire fem seks syv otte ni ti en to tre fire fem";
    CHECK(sentence_faults(read_po(entry("a.b", fifteen + ". Og " + fifteen.substr(3) + "."))).empty());
    CHECK(sentence_faults(read_po(entry("a.b", fifteen + " seks."))).size() == 1);

    const std::string easy =
        "Du skal ikke betale skat af de penge. De bliver ikke taget fra din hjælp. Det er din løn.";
    const std::string hard =
        "Myndigheden træffer afgørelse vedrørende beløbsgrænsen efter serviceloven. Du kan bede om "
        "at se den. Du kan også klage. Spørg os her på stedet om det.";
    CHECK(lix_faults(read_po(entry("a.b", easy))).empty());
    CHECK(lix_faults(read_po(entry("a.b", hard))).size() == 1);
    CHECK(lix_faults(read_po(entry("a.b", "Myndighedens afgørelse vedrørende beløbsgrænsen"))).empty());
}
