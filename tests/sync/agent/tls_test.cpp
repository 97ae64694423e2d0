// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/curl_transport.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/sync/support/tls_server.hpp"

// Whom a kiosk believes to be its server, over real TLS.

using namespace frikort::tests;
using namespace frikort::sync;
using namespace std::chrono_literals;
using agent::CurlTransport;
using agent::Unreachable;

namespace {

constexpr auto year = 24h * 365;

frikort::core::base::Result<agent::Reply, Unreachable> asked(const TlsServer& server,
                                                             const TlsServer& trusted)
{
    const TemporaryFolder folder;
    trusted.write_authority(folder / "authority.pem");
    auto transport = *CurlTransport::open({.central = server.url(), .authorities = folder / "authority.pem"});
    return transport->post({"/sync/news", {}, {}});
}

} // namespace

TEST_CASE("A kiosk whose clock fell back by years reaches the server that can put it right")
{
    const TlsServer server{{year, 2 * year}}; // as a kiosk sees it whose clock is behind
    const auto reply = asked(server, server);
    REQUIRE(reply);
    CHECK(reply->status == 200);
    CHECK(frikort::core::base::text_of(reply->body) == "well");
}

TEST_CASE(
    "A server is believed with a certificate of the kiosk's authority that has not run out, and no other")
{
    const TlsServer server{{-year, year}};
    CHECK(asked(server, server));
    const TlsServer other{{-year, year}};
    CHECK(asked(server, other).error() == Unreachable::no_server);
    const TlsServer run_out{{-2 * year, -year}};
    CHECK(asked(run_out, run_out).error() == Unreachable::no_server);
    const TlsServer elsewhere{{-year, year}, "127.0.0.2"};
    CHECK(asked(elsewhere, elsewhere).error() == Unreachable::no_server);
    const TlsServer elsewhere_and_to_come{{year, 2 * year}, "127.0.0.2"};
    CHECK(asked(elsewhere_and_to_come, elsewhere_and_to_come).error() == Unreachable::no_server);
    const TlsServer to_come{{year, 2 * year}};
    CHECK(asked(to_come, other).error() == Unreachable::no_server);
}
