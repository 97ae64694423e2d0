// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/invitation.hpp"

#include "sync/protocol/base64.hpp"
#include "tests/support/catch.hpp"

using namespace frikort;
using namespace sync::protocol;
using core::sealing::Fingerprint;

namespace {

const std::string bare = "ABCD-EFGH-JKMN-PQRS";
const std::string letters = "ABCDEFGHJKMNPQRS";
const std::string digits = "0123456789012345678901234567890123456789";
const std::string authority(64, 'B');

std::string pem_of(std::string_view der)
{
    return "-----BEGIN CERTIFICATE-----\n" + to_base64(core::base::view_of(der)) +
           "\n-----END CERTIFICATE-----\n";
}

} // namespace

TEST_CASE("A code says whom the kiosk is to believe and reads as it was written")
{
    const auto code = *EnrolmentCode::read(bare);
    CHECK(Invitation{code}.text() == bare);
    const Invitation whole{code, core::sealing::Sha256::from_hex(std::string(64, 'b')),
                           Fingerprint::read(digits)};
    CHECK(whole.text() == "FE." + letters + ".A" + authority + ".K" + digits);
    const auto read = Invitation::read(whole.text());
    REQUIRE(read);
    CHECK(read->code.letters() == letters);
    CHECK(read->authority == whole.authority);
    CHECK(read->centre == whole.centre);
    CHECK(Invitation::read("fe." + letters + ".k" + digits + "\r\n")->centre == whole.centre);
}

TEST_CASE("A bare code is still a code")
{
    const auto read = Invitation::read(" abcd efgh-jkmn-pqrs ");
    REQUIRE(read);
    CHECK(read->code.letters() == letters);
    CHECK_FALSE(read->authority);
    CHECK_FALSE(read->centre);
}

TEST_CASE("What a newer office says in its code is passed over")
{
    const auto read = Invitation::read("FE." + letters + ".O123ABC.K" + digits + ".Z9");
    REQUIRE(read);
    CHECK(read->centre == Fingerprint::read(digits));
}

TEST_CASE("A code of which a part is missing or twice there is none")
{
    for (const auto& wrong :
         {std::string{"FE."}, "FE." + letters + ".", "FE." + letters + ".K" + digits.substr(1),
          "FE." + letters + ".K", "FE." + letters + ".A" + authority.substr(1),
          "FE." + letters + ".K" + digits + ".K" + digits, "FE." + letters + "..K" + digits,
          "FE." + letters.substr(1) + ".K" + digits, "FE." + letters + ".K" + digits + "." + bare,
          std::string(100'000, 'A')})
        CHECK_FALSE(Invitation::read(wrong));
}

TEST_CASE("A certificate is known by its digest whatever stands around it in the file")
{
    const auto one = certificates_in("Subject: somebody\n" + pem_of("der") + pem_of("another"));
    REQUIRE(one);
    REQUIRE(one->size() == 2);
    CHECK(one->front() == core::sealing::sha256(core::base::view_of("der")));
    CHECK(certificates_in("")->empty());
    CHECK_FALSE(certificates_in("-----BEGIN CERTIFICATE-----\nAAAA"));
    CHECK_FALSE(certificates_in("-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----"));
}
