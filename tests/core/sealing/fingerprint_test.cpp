// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/fingerprint.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using sealing::Fingerprint;
using sealing::SignPublic;

namespace {

records::StreamId centre(std::uint8_t which)
{
    return {records::StreamKind::centre, named<base::Hash>(which)};
}

} // namespace

TEST_CASE("The number for the office is eight groups of five digits and the same on every machine")
{
    const auto number = Fingerprint::of(centre(1), named<SignPublic>(2));
    for (const auto& group : number.in_groups()) {
        CHECK(group.size() == 5);
        CHECK(std::all_of(group.begin(), group.end(), [](char sign) { return sign >= '0' && sign <= '9'; }));
    }
    CHECK(number.text().size() == 8 * 5 + 7);
    CHECK(number == Fingerprint::of(centre(1), named<SignPublic>(2)));
}

TEST_CASE("Another centre or other keys have another number for the office")
{
    const auto number = Fingerprint::of(centre(1), named<SignPublic>(2));
    CHECK(number != Fingerprint::of(centre(1), named<SignPublic>(3)));
    CHECK(number != Fingerprint::of(centre(3), named<SignPublic>(2)));
}

TEST_CASE("What the leader reads out is understood however it is typed")
{
    const auto number = Fingerprint::of(centre(1), named<SignPublic>(2));
    CHECK(Fingerprint::read(number.text()) == number);
    CHECK(Fingerprint::read(number.all_digits()) == number);
    CHECK(Fingerprint::read("  " + number.text() + "\n") == number);
    auto with_dashes = number.text();
    std::replace(with_dashes.begin(), with_dashes.end(), ' ', '-');
    CHECK(Fingerprint::read(with_dashes) == number);
    for (const auto& wrong : {std::string{}, number.all_digits().substr(1), number.all_digits() + "0",
                              "x" + number.all_digits().substr(1), std::string(100'000, '1')})
        CHECK_FALSE(Fingerprint::read(wrong));
    auto one_other = number.all_digits();
    one_other[20] = one_other[20] == '5' ? '6' : '5';
    CHECK(Fingerprint::read(one_other) != number);
}
