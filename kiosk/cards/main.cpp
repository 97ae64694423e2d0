// SPDX-License-Identifier: MPL-2.0
#include <CLI/CLI.hpp>
#include <cstdio>
#include <vector>

#include "core/people/card.hpp"
#include "core/sealing/harden.hpp"
#include "core/sealing/keys.hpp"
#include "kiosk/cards/new_file.hpp"
#include "kiosk/cards/sheet.hpp"

// frikort-cards: cards printed beforehand. Nothing but the sheets ever holds their secrets.

namespace {

using namespace frikort;
namespace fs = std::filesystem;

constexpr std::size_t most = 1000;

// cards.svg, cards-2.svg, cards-3.svg ...
fs::path of_page(const fs::path& first, std::size_t page)
{
    if (page == 0) return first;
    auto name = first.stem();
    name += "-" + std::to_string(page + 1);
    name += first.extension();
    return first.parent_path() / name;
}

std::vector<fs::path> files(const fs::path& first, std::size_t count)
{
    std::vector<fs::path> paths;
    const auto pages = (count + kiosk::cards::cards_on_a_sheet - 1) / kiosk::cards::cards_on_a_sheet;
    for (std::size_t page = 0; page < pages; ++page) {
        paths.push_back(of_page(first, page));
        if (fs::exists(fs::symlink_status(paths.back())))
            throw std::system_error{std::make_error_code(std::errc::file_exists), paths.back().native()};
    }
    return paths;
}

void write_sheet(const fs::path& path, std::size_t count, core::base::Chance& chance)
{
    std::vector<core::people::Card> cards;
    for (std::size_t i = 0; i < count; ++i) cards.push_back(core::people::Card::make(chance));
    auto page = kiosk::cards::sheet(cards);
    try {
        kiosk::cards::write_new(path, page);
    } catch (...) {
        core::sealing::wipe(page);
        throw;
    }
    core::sealing::wipe(page);
}

} // namespace

int main(int count, char** arguments)
{
    CLI::App app{"Prints cards for notebooks: A4 sheets of ten, with cut lines. Whoever has such a file has "
                 "the cards: "
                 "print it and delete it."};
    std::size_t cards = kiosk::cards::cards_on_a_sheet;
    std::string out;
    app.add_option("--count", cards, "How many cards")->check(CLI::Range(std::size_t{1}, most));
    app.add_option("--out", out,
                   "FILE.svg; further sheets become FILE-2.svg and so on. Nothing is overwritten")
        ->required();
    CLI11_PARSE(app, count, arguments);

    std::vector<fs::path> written;
    try {
        core::sealing::harden();
        core::sealing::start();
        core::sealing::SystemChance chance;
        for (const auto& path : files(out, cards)) {
            const auto here = std::min(cards, kiosk::cards::cards_on_a_sheet);
            write_sheet(path, here, chance);
            written.push_back(path);
            cards -= here;
            std::printf("%s: %zu\n", path.c_str(), here);
        }
    } catch (const std::exception& problem) {
        for (const auto& path : written) fs::remove(path);
        std::fprintf(stderr, "frikort-cards: %s\nNo cards were made.\n", problem.what());
        return 1;
    }
    return 0;
}
