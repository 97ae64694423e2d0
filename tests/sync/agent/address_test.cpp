// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/curl_transport.hpp"
#include "tests/support/catch.hpp"

using frikort::sync::agent::CurlTransport;

TEST_CASE("A server is reached by a plain address only and without encryption only on this machine")
{
    using Refusal = CurlTransport::Refusal;
    const auto refusal = [](const std::string& central) -> std::optional<Refusal> {
        const auto line = CurlTransport::open({.central = central});
        return line ? std::nullopt : std::optional{line.error()};
    };
    CHECK_FALSE(refusal("https://central.example"));
    CHECK_FALSE(refusal("http://127.0.0.1:8480"));
    CHECK_FALSE(refusal("http://[::1]:8480/"));
    CHECK_FALSE(refusal("https://xn--bl-yia.example"));
    CHECK(refusal("http://central.example") == Refusal::not_encrypted);
    CHECK(refusal("http://127.0.0.1.example") == Refusal::not_encrypted);
    for (const std::string odd :
         {"", "central.example", "ftp://central.example", "https://", "https://a@central.example",
          "https://central.example/sync", "https://central.example?x", "file:///etc/passwd",
          "https://a%2525b.example", "https://bl\xC3\xA5.example", "https://a b.example",
          "https://[::1%251]"}) {
        CHECK(refusal(odd) == Refusal::not_an_address);
    }
    CHECK((*CurlTransport::open({.central = "https://Central.Example:443"}))->authority() ==
          "central.example");
    CHECK((*CurlTransport::open({.central = "https://central.example:8443"}))->authority() ==
          "central.example:8443");
}
