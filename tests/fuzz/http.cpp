// SPDX-License-Identifier: MPL-2.0
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

#include "sync/central/http/server.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
namespace http = sync::central::http;
using tests::fuzz::holds;

namespace {

constexpr std::size_t largest = 4096;

class Echo final : public http::Visit {
public:
    std::size_t largest_body() const override { return largest; }
    http::Reply answer(core::base::BytesView body) override
    {
        holds(body.size() <= largest);
        return {200, "text/plain", {body.begin(), body.end()}, {}};
    }
};

class Site final : public http::Site {
public:
    std::variant<http::Reply, std::unique_ptr<http::Visit>> admit(const http::Head& head) override
    {
        holds(!head.method.empty() && head.fields.size() < 8192);
        for (const auto& field : head.fields) {
            holds(field.name.find_first_of("\r\n:ABC") == std::string::npos);
            holds(field.value.find_first_of("\r\n") == std::string::npos);
        }
        holds(!head.field("transfer-encoding"));
        return std::make_unique<Echo>();
    }
    http::Reply refusal(int status) override
    {
        holds(status >= 400 && status < 600);
        return {status, "text/plain", {}, {}};
    }
};

struct Listening {
    Site site;
    http::Server server{"127.0.0.1", 0, site, {.workers = 1}};
};

} // namespace

// Bytes on a real socket, then the end. Whatever came, the server answers in HTTP or not at all, closes, and
// has one connection less.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    static Listening listening;
    const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(listening.server.port());
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const linger at_once{1, 0}; // no port is kept for a minute after thousands of them
    ::setsockopt(client, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    holds(::connect(client, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
    for (auto left = tests::fuzz::view(bytes, size); !left.empty();) {
        const auto said = ::send(client, left.data(), left.size(), MSG_NOSIGNAL);
        if (said <= 0) break; // refused and closed meanwhile
        left = left.subspan(static_cast<std::size_t>(said));
    }
    ::shutdown(client, SHUT_WR);
    std::array<char, 4096> part{};
    std::size_t heard = 0;
    for (ssize_t got = 0; (got = ::recv(client, part.data(), part.size(), 0)) > 0;) {
        if (heard == 0) holds(part[0] == 'H');
        heard += static_cast<std::size_t>(got);
    }
    ::close(client);
    return 0;
}
