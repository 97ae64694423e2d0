// SPDX-License-Identifier: MPL-2.0
#include "core/content/texts.hpp"

#include <utility>

#include "tests/support/catch.hpp"

using namespace frikort::core;
using content::Malformed;
using content::Texts;

namespace {

const std::string header = "Language: da\nContent-Type: text/plain; charset=UTF-8\n"
                           "Plural-Forms: nplurals=2; plural=(n != 1);\n";

using Message = std::pair<std::string, std::string>;

void put(base::Bytes& bytes, std::size_t number, bool big_endian)
{
    for (int i = 0; i < 4; ++i)
        bytes.push_back(static_cast<base::Byte>(number >> (8 * (big_endian ? 3 - i : i))));
}

// A .mo file as msgfmt writes it, without the hash table.
base::Bytes catalogue(const std::vector<Message>& messages, bool big_endian = false)
{
    std::vector<std::string> texts;
    for (const auto& message : messages) texts.push_back(message.first);
    for (const auto& message : messages) texts.push_back(message.second);

    base::Bytes bytes;
    const auto rows = messages.size();
    for (const std::size_t number : {std::size_t{0x950412de}, std::size_t{0}, rows, std::size_t{28},
                                     28 + 8 * rows, std::size_t{0}, 28 + 16 * rows})
        put(bytes, number, big_endian);
    std::size_t place = 28 + 16 * rows;
    for (const auto& text : texts) {
        put(bytes, text.size(), big_endian);
        put(bytes, place, big_endian);
        place += text.size() + 1;
    }
    for (const auto& text : texts) {
        bytes.insert(bytes.end(), text.begin(), text.end());
        bytes.push_back(0);
    }
    return bytes;
}

base::Bytes small_catalogue(bool big_endian = false)
{
    return catalogue({{"", header},
                      {"check.sum", "Du fik {sum} den {day}"},
                      {"home.title", "Hej og velkommen"},
                      {std::string{"log.hours\0log.hours", 19}, std::string{"{n} time\0{n} timer", 18}}},
                     big_endian);
}

Malformed refusal(const base::Bytes& bytes)
{
    const auto texts = Texts::read(bytes);
    REQUIRE_FALSE(texts);
    return texts.error();
}

} // namespace

TEST_CASE("A text is found by its key in the language of the catalogue")
{
    for (const bool big_endian : {false, true}) {
        const auto texts = Texts::read(small_catalogue(big_endian));
        REQUIRE(texts);
        CHECK(texts->language() == "da");
        CHECK((*texts)("home.title") == "Hej og velkommen");
        CHECK(texts->missing().empty());
    }
}

TEST_CASE("A missing text is shown as its key and reported")
{
    const auto texts = Texts::read(small_catalogue());
    REQUIRE(texts);
    CHECK((*texts)("home.titel") == "home.titel");
    CHECK(texts->count("log.days", 2) == "log.days");
    CHECK(texts->missing() == std::vector<std::string>{"home.titel", "log.days"});
}

TEST_CASE("Placeholders are filled once so that people's own words stay as typed")
{
    const auto texts = Texts::read(small_catalogue());
    REQUIRE(texts);
    CHECK((*texts)("check.sum", {{"sum", "{day} {sum}"}, {"day", "1. maj"}}) ==
          "Du fik {day} {sum} den 1. maj");
    CHECK(texts->missing().empty());
    CHECK((*texts)("check.sum", {{"sum", "5 kr."}}) == "Du fik 5 kr. den {day}");
    CHECK(texts->missing() == std::vector<std::string>{"check.sum {day}"});
}

TEST_CASE("One hour and several hours are said differently")
{
    const auto texts = Texts::read(small_catalogue());
    REQUIRE(texts);
    CHECK(texts->count("log.hours", 1) == "1 time");
    CHECK(texts->count("log.hours", 0) == "0 timer");
    CHECK(texts->count("log.hours", 3) == "3 timer");
    CHECK(texts->count("log.hours", 3, {{"n", "tre"}}) == "tre timer");
    CHECK(texts->has("log.hours"));
}

TEST_CASE("A catalogue cut off anywhere is refused and never read outside its bytes")
{
    const auto whole = small_catalogue();
    for (std::size_t size = 0; size < whole.size(); ++size) {
        // A copy of exactly this size, so that the sanitizer sees one byte too far.
        const base::Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        INFO("cut to " << size << " bytes");
        CHECK_FALSE(Texts::read(cut));
    }
}

TEST_CASE("A catalogue with any byte changed is either refused or read within its bytes")
{
    const auto whole = small_catalogue();
    int read = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const int value : {0x00, 0x7F, 0x80, 0xFF}) {
            auto damaged = whole;
            damaged[at] = static_cast<base::Byte>(value);
            const auto texts = Texts::read(damaged);
            if (texts) read += static_cast<int>(texts->keys().size()) > 0;
        }
    }
    CHECK(read > 0);
}

TEST_CASE("A damaged catalogue is refused with what is wrong")
{
    CHECK(refusal({}) == Malformed::not_a_catalogue);
    CHECK(refusal(base::Bytes(100, 0)) == Malformed::not_a_catalogue);
    CHECK(refusal(catalogue({{"", header}, {"a", "broken \xC3"}})) == Malformed::not_text);
    CHECK(refusal(catalogue({{"", header}, {"a", "bell \a"}})) == Malformed::not_text);
    CHECK(refusal(catalogue({{"a", "no header"}})) == Malformed::no_language);
    CHECK(refusal(catalogue({{"", "Language: da\n"}})) == Malformed::no_language);
    CHECK(refusal(catalogue({{"", header}, {std::string{"a\0a", 3}, std::string{"1\0002\0003", 5}}})) ==
          Malformed::plural_rule);
    const std::string polish = "Language: pl\nContent-Type: text/plain; charset=UTF-8\n"
                               "Plural-Forms: nplurals=2; plural=(n > 1);\n";
    CHECK(refusal(catalogue({{"", polish}, {std::string{"a\0a", 3}, std::string{"1\0002", 3}}})) ==
          Malformed::plural_rule);
    auto future = small_catalogue();
    future[4] = 1;
    CHECK(refusal(future) == Malformed::not_a_catalogue);
}

TEST_CASE("A small catalogue cannot grow large by using one text again and again")
{
    auto bytes = catalogue({{"", header}, {"a", std::string(500, 'x')}, {"b", "y"}, {"c", "z"}});
    for (const std::size_t row : {2U, 3U}) // the values of "b" and "c" become the value of "a"
        for (std::size_t i = 0; i < 8; ++i) bytes[28 + 8 * (4 + row) + i] = bytes[28 + 8 * (4 + 1) + i];
    CHECK(refusal(bytes) == Malformed::cut_off);
}

TEST_CASE("A catalogue that is not there is refused")
{
    const auto texts = Texts::load("/nowhere/da.mo");
    REQUIRE_FALSE(texts);
    CHECK(texts.error() == Malformed::unreadable);
}
