// SPDX-License-Identifier: MPL-2.0
#include "core/notebook/body.hpp"

#include "tests/support/catch.hpp"

using namespace frikort::core::notebook;
using frikort::core::money::Money;

namespace {

const Id some_id = *Id::from_hex("000102030405060708090a0b0c0d0e0f");

Earning earning() { return {*Date::from(2025, 11, 20), "Café Klare", 180, Money::kroner(350)}; }

void comes_back(const Body& body)
{
    const auto read = decode(encode(body));
    INFO(encode(body));
    REQUIRE(read);
    CHECK(*read == body);
}

std::string correction(const std::string& replaces, const std::string& now)
{
    return R"({"kind":"correction","entry":"000102030405060708090a0b0c0d0e0f","replaces":)" + replaces +
           R"(,"now":)" + now + "}";
}

const std::string one_id = R"(["000102030405060708090a0b0c0d0e0f"])";

Malformed refused(const std::string& json)
{
    const auto read = decode(json);
    INFO(json);
    REQUIRE_FALSE(read);
    return read.error();
}

std::string earning_with(const std::string& fields) { return R"({"kind":"earning",)" + fields + "}"; }

} // namespace

TEST_CASE("What is written in a notebook is read back as it was")
{
    comes_back(earning());
    comes_back(Earning{*Date::from(2019, 1, 2), std::nullopt, std::nullopt, Money::ore(1)});
    comes_back(Correction{some_id, {some_id}, earning(), "Skrev forkert"});
    comes_back(Correction{some_id, {some_id, some_id}, Withdrawn{}, std::nullopt});
    comes_back(NameGiven{"Åse \"the\" {first}"});
}

TEST_CASE("A record of a kind that only a newer program knows is kept aside and is no error")
{
    const auto read = decode(R"({"kind":"confirmation","by":"staff"})");
    REQUIRE(read);
    CHECK(*read == Body{Unknown{"confirmation"}});
}

TEST_CASE("Fields that only a newer program knows do not stand in the way")
{
    const auto read = decode(earning_with(R"("paid":"2025-11-20","ore":35000,"mood":{"a":[1]})"));
    REQUIRE(read);
    CHECK(std::get<Earning>(*read).amount == Money::kroner(350));
}

TEST_CASE("A payment that cannot be is not read")
{
    CHECK(refused("") == Malformed::not_json);
    CHECK(refused("{\"kind\":\"earning\"") == Malformed::not_json);
    CHECK(refused("[]") == Malformed::wrong_shape);
    CHECK(refused("{}") == Malformed::wrong_shape);
    CHECK(refused(R"({"kind":7})") == Malformed::wrong_shape);
    CHECK(refused(earning_with(R"("ore":35000)")) == Malformed::bad_date);
    CHECK(refused(earning_with(R"("paid":"2025-02-29","ore":35000)")) == Malformed::bad_date);
    CHECK(refused(earning_with(R"("paid":"20-11-2025","ore":35000)")) == Malformed::bad_date);
    for (const auto* ore :
         {"0", "-35000", "1000000001", "350.5", "\"350\"", "1e3", "18446744073709551615", "null"})
        CHECK(refused(earning_with(R"("paid":"2025-11-20","ore":)" + std::string{ore})) ==
              Malformed::bad_amount);
    for (const auto* minutes : {"0", "-1", "44641", "1.5", "\"60\"", "18446744073709551615"})
        CHECK(refused(earning_with(R"("paid":"2025-11-20","ore":1,"minutes":)" + std::string{minutes})) ==
              Malformed::bad_minutes);
}

TEST_CASE("Words in a notebook are plain and no longer than their field")
{
    const auto place = [](const std::string& text) {
        return earning_with(R"("paid":"2025-11-20","ore":1,"place":")" + text + '"');
    };
    std::string sixty;
    for (int i = 0; i < 60; ++i) sixty += "å";
    CHECK(decode(place(sixty)));
    CHECK(refused(place(sixty + "å")) == Malformed::bad_text);
    CHECK(refused(place("")) == Malformed::bad_text);
    CHECK(refused(place("a\\u0007b")) == Malformed::bad_text);
    CHECK(refused(place("a\\nb")) == Malformed::bad_text);
    CHECK(refused(R"({"kind":"call_name"})") == Malformed::bad_text);
    CHECK(refused(R"({"kind":"call_name","name":"1234567890123456789012345678901"})") == Malformed::bad_text);
    CHECK(refused(std::string(20'000, ' ')) == Malformed::too_long);
}

TEST_CASE("A correction names the entry and what it replaces and says what holds")
{
    CHECK(decode(correction(one_id, "\"withdrawn\"")));
    CHECK(refused(correction("[]", "\"withdrawn\"")) == Malformed::wrong_shape);
    CHECK(refused(correction("[\"00\"]", "\"withdrawn\"")) == Malformed::bad_id);
    CHECK(refused(correction("[7]", "\"withdrawn\"")) == Malformed::bad_id);
    CHECK(refused(correction(one_id, "\"gone\"")) == Malformed::wrong_shape);
    CHECK(refused(correction(one_id, "{}")) == Malformed::bad_date);
    CHECK(refused(R"({"kind":"correction"})") == Malformed::wrong_shape);
    std::string many = "[";
    for (int i = 0; i < 65; ++i) many += (i > 0 ? "," : "") + one_id.substr(1, one_id.size() - 2);
    CHECK(refused(correction(many + "]", "\"withdrawn\"")) == Malformed::too_long);
}

TEST_CASE("Deeply nested or cut off bytes are refused and never crash")
{
    const auto whole = encode(Correction{some_id, {some_id}, earning(), "Skrev forkert"});
    for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(decode(whole.substr(0, size)));
    CHECK_FALSE(decode(std::string(10'000, '[')));
}
