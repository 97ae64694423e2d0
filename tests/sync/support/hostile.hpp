// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/store/memory_store.hpp"
#include "sync/agent/curl_transport.hpp"
#include "tests/sync/support/client.hpp"
#include "tests/sync/support/world.hpp"

// What people with bad intentions send, and who must be served meanwhile.
namespace frikort::tests {

// The head of a signed request for this body, up to its empty line; the body is not in it. `length` is what
// it says of its body's length.
struct SignedHead {
    std::string path;
    std::uint64_t counter = 1;
    std::string authority;
    std::size_t length = 0;
};
std::string head_of(const SignedHead&, const core::sealing::SigningKey&, core::base::BytesView body);
// A server's on this machine.
std::string authority_at(std::uint16_t port);
// Head and body.
std::string request_of(std::string path, std::uint64_t counter, std::uint16_t port,
                       const core::sealing::SigningKey&, core::base::BytesView body);

// As far as its head goes this could be a kiosk that enrols: the only body that is read unproved. The body
// does not come.
std::string enrolment_without_body(std::size_t length);

// A kiosk with nothing to hide, over a real line with its ordinary patience. Its store is in memory.
class HonestKiosk {
public:
    HonestKiosk(std::uint64_t seed, const std::string& central, const std::string& code);

    sync::agent::Outcome round() { return run_round(store_, *line_, key); }
    core::records::Record write(const Notebook& notebook, const std::string& words = "350 kr")
    {
        return Scribe{store_, key, chance_}.write(notebook, words);
    }
    sync::agent::Standing standing() { return standing_in(store_); }

private:
    core::store::MemoryStore store_;
    SeededChance chance_;

public:
    core::sealing::SigningKey key;

private:
    std::unique_ptr<sync::agent::CurlTransport> line_;
};

// What /metrics says, by name with labels: {"frikort_central_connections", 3}.
using Numbers = std::map<std::string, double>;
Numbers numbers_of(const std::string& page);
// The page as it is given out at this port, without its head.
std::string page_at(std::uint16_t port);

} // namespace frikort::tests
