// SPDX-License-Identifier: MPL-2.0
#include "core/people/call_name.hpp"

#include "tests/support/catch.hpp"

using namespace frikort::core::people;

TEST_CASE("Ten digits that begin with a date are seen however they are written")
{
    for (const auto* text :
         {"0101901234", "010190-1234", "010190 1234", "010190 - 1234", "min er 010190-1234 ok",
          "01-01-90-1234", "01.01.90 1234", "01/01/90 1234", "0 1 0 1 9 0 1 2 3 4", "010190\u20131234",
          "010190\u00A01234", "Vej 5 010190-1234", "2902041234", "x3112991234x", "01011990-1234"}) {
        INFO(text);
        CHECK(looks_like_cpr(text));
    }
}

TEST_CASE("A place with other numbers in it is taken")
{
    for (const auto* text : {"", "Café Klare", "Vej 12, 8000 Aarhus", "Bodega 24/7", "Tlf. 86 12 34 56",
                             "3201901234", "0113901234", "010190 og 1234", "010190-123", "Klub 010190",
                             "9912345678", "Sø og 12 æbler 3456", "0101"}) {
        INFO(text);
        CHECK_FALSE(looks_like_cpr(text));
    }
}

TEST_CASE("A call name is tidied and kept as it was typed otherwise")
{
    CHECK(CallName::from("  Store   Åse ")->text() == "Store Åse");
    CHECK(CallName::from("Åse")->folded() == CallName::from("åSE")->folded());
    CHECK(CallName::from("X"));
    CHECK(CallName::from("ÆØÅæøåÆØÅæøåÆØÅæøåÆØÅæøåÆØÅæøå")); // thirty characters, sixty bytes
}

TEST_CASE("A call name that cannot be kept says why")
{
    const auto why = [](const std::string& typed) { return CallName::from(typed).error(); };
    CHECK(why("") == Unfit::empty);
    CHECK(why("   ") == Unfit::empty);
    CHECK(why("1234567890123456789012345678901") == Unfit::too_long);
    CHECK(why("Kim\n") == Unfit::not_plain);
    CHECK(why("\xC3") == Unfit::not_plain);
    CHECK(why("010190-1234") == Unfit::looks_like_cpr);
}
