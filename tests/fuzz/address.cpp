// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/address.hpp"

#include "tests/fuzz/target.hpp"

using namespace frikort;
using tests::fuzz::holds;

// Where the server is, as the kiosk is told. Nothing but scheme, host and port gets through.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string typed{tests::fuzz::text(bytes, size)};
    const auto address = sync::agent::read_address(typed);
    if (!address) return 0;
    holds(address->url.find_first_of("@?# \t\r\n") == std::string::npos);
    holds(address->url.starts_with(address->encrypted ? "https://" : "http://"));
    holds(!address->authority.empty() && address->authority.find('/') == std::string::npos);
    const auto again = sync::agent::read_address(address->url);
    holds(again && again->url == address->url && again->authority == address->authority &&
          again->this_machine == address->this_machine);
    return 0;
}
