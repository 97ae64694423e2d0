// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/scanner_line.hpp"

#include "tests/support/catch.hpp"

using namespace frikort::kiosk::ui;

TEST_CASE("Quick characters that end with Enter are a scan")
{
    ScannerLine line;
    Instant now{0};
    for (const char c : std::string{"ABCDEFGH12"}) line.type({&c, 1}, now += Instant{15});
    CHECK(line.enter(now) == "ABCDEFGH12");
    CHECK_FALSE(line.enter(now));
}

TEST_CASE("Slow or short typing is no scan, and does not stick to the next one")
{
    ScannerLine line;
    Instant now{0};
    for (const char c : std::string{"12345678"}) line.type({&c, 1}, now += Instant{400});
    CHECK_FALSE(line.enter(now));
    line.type("1234", now);
    CHECK_FALSE(line.enter(now));
    line.type("99", now);
    now += Instant{1000};
    line.type("ABCDEFGH", now);
    CHECK(line.enter(now) == "ABCDEFGH");
    line.type("ABCDEFGH", now);
    CHECK_FALSE(line.enter(now + Instant{5000}));
}

TEST_CASE("A line without end is dropped whole and not cut")
{
    ScannerLine line;
    for (int i = 0; i < 2000; ++i) line.type("x", Instant{1});
    CHECK_FALSE(line.enter(Instant{1}));
    line.type("ABCDEFGH", Instant{2});
    CHECK(line.enter(Instant{2}) == "ABCDEFGH");
}
