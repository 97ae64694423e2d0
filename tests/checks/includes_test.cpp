// SPDX-License-Identifier: MPL-2.0
#include "tests/checks/includes.hpp"

#include "tests/support/catch.hpp"

using namespace frikort::tests::checks;

namespace {

bool finds(std::string_view path, std::string_view text) { return !include_faults(path, text).empty(); }

// Planted text must not look like an include of this very file.
std::string include(const std::string& target)
{
    return "#"
           "include " +
           target + "\n";
}

} // namespace

TEST_CASE("Every include of the tree follows the table of who may include whom")
{
    const auto faults = faults_in(source_tree(), include_faults);
    INFO(joined(faults));
    CHECK(faults.empty());
}

TEST_CASE("No room hands a hidden library on through its headers")
{
    const auto faults = leak_faults(source_tree());
    INFO(joined(faults));
    CHECK(faults.empty());
}

TEST_CASE("An include against the arrows is found")
{
    CHECK(finds("core/money/money.cpp", include("\"core/notebook/year.hpp\"")));
    CHECK(finds("core/notebook/year.hpp", include("\"kiosk/ui/ui.hpp\"")));
    CHECK(finds("kiosk/ui/ui.cpp", include("\"core/actions/log_pay.hpp\"")));
    CHECK(finds("kiosk/screens/home/draw.cpp", include("\"core/store/store.hpp\"")));
    CHECK(finds("sync/agent/round.cpp", "  #  " + include("\"kiosk/app/loop.hpp\"").substr(1)));
    CHECK(include_faults("core/money/money.cpp", "\n\n" + include("\"core/people/card.hpp\"")) ==
          Faults{"core/money/money.cpp:3: core/money may not know core/people: core/people/card.hpp"});

    CHECK_FALSE(finds("core/notebook/year.cpp", include("\"core/money/money.hpp\"")));
    CHECK_FALSE(finds("core/notebook/year.cpp", include("\"core/notebook/year.hpp\"")));
    CHECK_FALSE(finds("kiosk/screens/home/draw.cpp", include("\"kiosk/ui/ui.hpp\"")));
    CHECK_FALSE(finds("kiosk/screens/home/draw.cpp", include("\"kiosk/screens/home/home.hpp\"")));
    CHECK_FALSE(finds("core/money/money.cpp", "// " + include("\"kiosk/ui/ui.hpp\"")));
}

TEST_CASE("The ground floor includes nothing of the house")
{
    CHECK(finds("core/base/date.cpp", include("\"core/money/money.hpp\"")));
    CHECK(finds("core/base/date.cpp", include("\"core/records/record.hpp\"")));
    CHECK_FALSE(finds("core/base/date.cpp", include("\"core/base/date.hpp\"")));
    CHECK_FALSE(finds("core/people/card.cpp", include("\"core/base/date.hpp\"")));
}

TEST_CASE("Nothing but tests includes tests and nothing at all includes a program")
{
    CHECK(finds("core/money/money.cpp", include("\"tests/support/catch.hpp\"")));
    CHECK(finds("kiosk/screens/home/home.cpp", include("\"kiosk/app/main.cpp\"")));
    CHECK_FALSE(finds("tests/core/money_test.cpp", include("\"tests/support/catch.hpp\"")));
    CHECK_FALSE(finds("tests/core/money_test.cpp", include("\"core/money/money.hpp\"")));
}

TEST_CASE("An include that does not start at the root is found")
{
    CHECK(finds("core/money/money.cpp", include("\"money.hpp\"")));
    CHECK(finds("core/money/money.cpp", include("\"../base/date.hpp\"")));
    CHECK(finds("core/cellar/cellar.cpp", include("\"core/base/date.hpp\"")));
}

TEST_CASE("A library is touched in its own room only")
{
    for (const auto* header :
         {"<sqlite3.h>", "<sodium.h>", "<curl/curl.h>", "<boost/beast.hpp>", "<imgui.h>",
          "<imgui_internal.h>", "<SDL2/SDL.h>", "<SDL.h>", "<ft2build.h>", "<freetype/freetype.h>",
          "<qrencode.h>", "<spdlog/spdlog.h>", "<CLI/CLI.hpp>", "<png.h>", "<libpq-fe.h>"}) {
        INFO(header);
        CHECK(finds("core/notebook/year.cpp", include(header)));
        CHECK(finds("kiosk/screens/home/draw.cpp", include(header)));
    }
    CHECK(finds("kiosk/widgets/bars.cpp", include("\"imgui.h\"")));
    CHECK(finds("sync/central/api/push.cpp", include("<boost/asio.hpp>")));
    CHECK(finds("kiosk/screens/home/home.cpp", include("<CLI/CLI.hpp>")));
    CHECK(finds("tests/core/money_test.cpp", include("<catch2/catch.hpp>")));

    CHECK_FALSE(finds("core/store/connection.cpp", include("<sqlite3.h>")));
    CHECK_FALSE(finds("core/records/digest.cpp", include("<sodium.h>")));
    CHECK_FALSE(finds("sync/central/http/server.cpp", include("<boost/beast.hpp>")));
    CHECK_FALSE(finds("kiosk/ui/touch.cpp", include("<SDL2/SDL.h>")));
    CHECK_FALSE(finds("kiosk/app/main.cpp", include("<CLI/CLI.hpp>")));
    CHECK_FALSE(finds("core/money/money.cpp", include("<string>")));
}

TEST_CASE("A header that brings a hidden library along is found two rooms away")
{
    const std::vector<File> leaking{
        {"kiosk/ui/inside.hpp", include("<imgui.h>")},
        {"kiosk/ui/ui.hpp", include("\"kiosk/ui/inside.hpp\"")},
        {"kiosk/widgets/bars.cpp", include("\"kiosk/ui/ui.hpp\"")},
    };
    CHECK(leak_faults(leaking).size() == 1);

    const std::vector<File> tight{
        {"kiosk/ui/inside.hpp", include("<imgui.h>")},
        {"kiosk/ui/ui.hpp", include("<string>")},
        {"kiosk/ui/ui.cpp", include("\"kiosk/ui/inside.hpp\"")},
        {"kiosk/widgets/bars.cpp", include("\"kiosk/ui/ui.hpp\"")},
    };
    CHECK(leak_faults(tight).empty());
}
