// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/support/catch.hpp"
#include "tests/support/pattern.hpp"
#include "tests/support/temporary_folder.hpp"

// frikort-cards from outside: the program, its files, and a scanner's eye on them.

namespace fs = std::filesystem;
using frikort::tests::TemporaryFolder;
using frikort::tests::support::Pattern;

namespace {

int run(const std::string& arguments)
{
    const auto command = "'" FRIKORT_BINARY "/bin/frikort-cards' " + arguments + " >/dev/null 2>&1";
    return WEXITSTATUS(std::system(command.c_str()));
}

std::string content(const fs::path& path)
{
    std::ifstream file{path};
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// What a scanner reads in a QR code drawn as runs of modules: "M3 0h4v1h-4z".
std::string scanned(const std::string& path, const TemporaryFolder& folder)
{
    constexpr int side = 33, dot = 6; // 25 modules and a quiet zone of four
    std::string pixels(side * dot * side * dot, '\xFF');
    for (const auto& run_of : Pattern{"M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z"}.all_in(path)) {
        const int x = std::stoi(run_of.groups[1]) + 4;
        const int y = std::stoi(run_of.groups[2]) + 4;
        REQUIRE(run_of.groups[3] == run_of.groups[4]);
        for (int row = y * dot; row < (y + 1) * dot; ++row)
            std::fill_n(pixels.begin() + row * side * dot + x * dot, std::stoi(run_of.groups[3]) * dot, '\0');
    }
    std::ofstream{folder / "code.pgm", std::ios::binary} << "P5 198 198 255\n" << pixels;
    const auto command = "zbarimg -q --raw " + (folder / "code.pgm").native() + " 2>/dev/null";
    std::FILE* pipe = ::popen(command.c_str(), "r");
    char line[256] = "";
    if (std::fgets(line, sizeof line, pipe) == nullptr) line[0] = '\0';
    ::pclose(pipe);
    std::string text{line};
    text.erase(text.find_last_not_of('\n') + 1);
    return text;
}

std::string letters_of(const std::string& card)
{
    std::string letters = "FK";
    for (const auto& field : Pattern{"class=\"letters\"[^>]*>([^<]*)<"}.all_in(card))
        letters += field.groups[1];
    letters.erase(std::remove(letters.begin(), letters.end(), ' '), letters.end());
    return letters;
}

} // namespace

TEST_CASE("Every printed card has one QR code that says what its letters say")
{
    TemporaryFolder folder;
    REQUIRE(run("--count 12 --out " + (folder / "cards.svg").native()) == 0);
    std::set<std::string> seen;
    for (const auto* name : {"cards.svg", "cards-2.svg"}) {
        const auto page = content(folder / name);
        for (const auto& card : Pattern{"<g transform[^]*?</g>"}.all_in(page)) {
            const auto& drawn = card.groups[0];
            const auto qr = Pattern{"crispEdges\" d=\"([^\"]*)\""}.all_in(drawn);
            REQUIRE(qr.size() == 1);
            const auto text = scanned(qr[0].groups[1], folder);
            CHECK(text.size() == 24);
            CHECK(text == letters_of(drawn));
            seen.insert(text);
        }
    }
    CHECK(seen.size() == 12);
}

TEST_CASE("A sheet of cards is for its owner's eyes only and never written over another")
{
    TemporaryFolder folder;
    const auto file = folder / "cards.svg";
    REQUIRE(run("--count 1 --out " + file.native()) == 0);
    CHECK((fs::status(file).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    const auto before = content(file);
    CHECK(run("--count 1 --out " + file.native()) == 1);
    CHECK(content(file) == before);
}

TEST_CASE("When a later sheet cannot be written no sheet is")
{
    TemporaryFolder folder;
    std::ofstream{folder / "cards-2.svg"} << "mine";
    CHECK(run("--count 11 --out " + (folder / "cards.svg").native()) == 1);
    CHECK_FALSE(fs::exists(folder / "cards.svg"));
    CHECK(content(folder / "cards-2.svg") == "mine");
    fs::create_symlink(folder / "elsewhere", folder / "link.svg");
    CHECK(run("--count 1 --out " + (folder / "link.svg").native()) == 1);
    CHECK_FALSE(fs::exists(folder / "elsewhere"));
}

TEST_CASE("A number of cards that makes no sense is refused")
{
    TemporaryFolder folder;
    for (const auto* count : {"0", "-1", "1001", "ti"})
        CHECK(run("--count " + std::string{count} + " --out " + (folder / "cards.svg").native()) != 0);
    CHECK(run("--count 1") != 0);
    CHECK(fs::is_empty(folder.path()));
}
