// SPDX-License-Identifier: MPL-2.0
#include "tests/sync/support/hostile.hpp"

#include <sstream>
#include <stdexcept>

#include "core/base/must.hpp"
#include "sync/protocol/names.hpp"
#include "sync/protocol/signature.hpp"

namespace frikort::tests {

namespace protocol = sync::protocol;

namespace {

std::string lines(const std::string& path, const std::string& host, std::size_t length)
{
    return "POST " + path + " HTTP/1.1\r\nHost: " + host +
           "\r\nContent-Type: " + std::string{protocol::content_type} +
           "\r\nContent-Length: " + std::to_string(length) + "\r\n";
}

} // namespace

std::string head_of(const SignedHead& head, const core::sealing::SigningKey& key, core::base::BytesView body)
{
    const protocol::Signed what{"POST",         head.path,
                                head.authority, protocol::content_digest(body),
                                head.counter,   core::sealing::device_of(key.open())};
    const auto fields = protocol::sign(what, key);
    return lines(head.path, head.authority, head.length) + "Content-Digest: " + what.digest +
           "\r\nFrikort-Counter: " + std::to_string(head.counter) + "\r\nSignature-Input: " + fields.input +
           "\r\nSignature: " + fields.signature + "\r\n\r\n";
}

std::string authority_at(std::uint16_t port) { return "127.0.0.1:" + std::to_string(port); }

std::string request_of(std::string path, std::uint64_t counter, std::uint16_t port,
                       const core::sealing::SigningKey& key, core::base::BytesView body)
{
    const SignedHead head{std::move(path), counter, authority_at(port), body.size()};
    return head_of(head, key, body) + std::string{core::base::text_of(body)};
}

std::string enrolment_without_body(std::size_t length)
{
    return lines("/sync/enrol", "a", length) +
           "Content-Digest: sha-256=:AAAA:\r\nFrikort-Counter: 1\r\n"
           "Signature-Input: a=(\"@method\" \"@path\" \"@authority\" \"content-digest\" \"frikort-counter\");"
           "keyid=\"00000000000000000000000000000000\"\r\n"
           "Signature: a=:" +
           std::string(86, 'A') + "==:\r\n\r\n";
}

HonestKiosk::HonestKiosk(std::uint64_t seed, const std::string& central, const std::string& code)
    : chance_{seed}, key{signing_key(chance_)}, line_{std::move(
                                                    *sync::agent::CurlTransport::open({.central = central}))}
{
    core::base::must(sync::agent::enrol(store_, *line_, key, code).has_value());
}

Numbers numbers_of(const std::string& page)
{
    Numbers numbers;
    std::istringstream lines{page};
    for (std::string line; std::getline(lines, line);) {
        const auto blank = line.rfind(' ');
        if (line.starts_with('#') || blank == std::string::npos) continue;
        numbers[line.substr(0, blank)] = std::stod(line.substr(blank + 1));
    }
    return numbers;
}

std::string page_at(std::uint16_t port)
{
    const Client client{port};
    if (!client.say("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        throw std::runtime_error{"nobody listens for /metrics"};
    const auto heard = client.hear();
    const auto end = heard.find("\r\n\r\n");
    if (!heard.starts_with("HTTP/1.1 200") || end == std::string::npos)
        throw std::runtime_error{"not the page of metrics: " + heard.substr(0, 200)};
    return heard.substr(end + 4);
}

} // namespace frikort::tests
