// SPDX-License-Identifier: MPL-2.0
#include "kiosk/devices/pronounced.hpp"

#include "tests/support/catch.hpp"

using frikort::kiosk::devices::pronounced;

TEST_CASE("Amounts are said as people say them, in both languages")
{
    CHECK(pronounced("350 kr.", "da") == "350 kroner.");
    CHECK(pronounced("1 kr.", "da") == "1 krone.");
    CHECK(pronounced("Du skrev 35.000\u00a0kr. Er det rigtigt?", "da") ==
          "Du skrev 35.000 kroner. Er det rigtigt?");
    CHECK(pronounced("Efter dine tal: 42.416\u00a0kr. tilbage.", "da") ==
          "Efter dine tal: 42.416 kroner tilbage.");
    CHECK(pronounced("1.475,50 kr. 20. november", "da") == "1.475,50 kroner 20. november");
    CHECK(pronounced("I alt 350 kr. Øl", "da") == "I alt 350 kroner. Øl");
    CHECK(pronounced("1,475.50 kr.", "en") == "1,475.50 kroner.");
}

TEST_CASE("Short forms after a number are said whole and the same letters elsewhere stay")
{
    CHECK(pronounced("2 timer 30 min.", "da") == "2 timer 30 minutter.");
    CHECK(pronounced("1 min.", "en") == "1 minute.");
    CHECK(pronounced("Skriv min. kr.", "da") == "Skriv min. kr.");
    CHECK(pronounced("Det er 2 min bog", "da") == "Det er 2 minutter bog"); // a number before it: minutes
    CHECK(pronounced("min bog", "da") == "min bog");
    CHECK(pronounced("20 krus", "da") == "20 krus");
}

TEST_CASE("A sign alone, as on a key, has a name")
{
    CHECK(pronounced(",", "da") == "komma");
    CHECK(pronounced("@", "en") == "at sign");
    CHECK(pronounced("A", "da") == "A");
    CHECK(pronounced("7", "da") == "7");
}

TEST_CASE("The point in an address is said")
{
    CHECK(pronounced("De rigtige tal står på socialtfrikort.dk", "da") ==
          "De rigtige tal står på socialtfrikort punktum dk");
    CHECK(pronounced("See it at socialtfrikort.dk.", "en") == "See it at socialtfrikort dot d k.");
    CHECK(pronounced(".dk", "da") == ".dk");
    CHECK(pronounced("", "da").empty());
}
