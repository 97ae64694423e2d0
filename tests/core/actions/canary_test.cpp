// SPDX-License-Identifier: MPL-2.0
#include <filesystem>
#include <fstream>

#include "tests/core/actions/house.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using money::Money;

TEST_CASE("No word or amount or day of a notebook can be read in any file of the kiosk")
{
    House house;
    TemporaryFolder folder;
    const store::DataFolder data{folder / "kiosk"};
    store::SqliteStore store{data};
    const auto made = *open_new_notebook(store, house.kiosk,
                                         {name("Kanariefuglen"), pin("482915"), Recovery::no, std::nullopt});
    auto earning = paid(87'654, "2025-10-19");
    earning.place = "Bageriet Rundstykket";
    const auto id = *log_earning(store, house.kiosk, made.notebook, earning, house.clock);
    earning.amount = Money::kroner(76'543);
    REQUIRE(correct_earning(store, house.kiosk, made.notebook, id, earning, "Hemmelig grund", house.clock));
    keep_draft(store, house.kiosk, made.notebook, "Halvfærdig kladde");
    open_with_card(store, house.kiosk, made.card, pin("730264"));

    std::size_t files = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator{folder.path()}) {
        if (!file.is_regular_file()) continue;
        std::ifstream stream{file.path(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
        ++files;
        for (const auto& canary :
             {std::string{"Kanariefuglen"}, std::string{"kanariefuglen"}, std::string{"Bageriet"},
              std::string{"Hemmelig grund"}, std::string{"kladde"}, std::string{"87654"},
              std::string{"76543"}, std::string{"2025-10-19"}, std::string{"482915"},
              std::string{made.card.secret().view()}, made.card.number()})
            CHECK(bytes.find(canary) == std::string::npos);
    }
    CHECK(files > 0);
}
