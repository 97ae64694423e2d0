// SPDX-License-Identifier: MPL-2.0
#include "tests/sync/support/oddities.hpp"

#include "sync/protocol/messages.hpp"

namespace frikort::tests {

using sync::agent::Trouble;
namespace protocol = sync::protocol;
using After = Between::After;
using Line = Between::Line;

namespace {

const std::string ours{protocol::content_type};
const std::string page = "<html><body>Log in to Free WiFi</body></html>";

constexpr std::chrono::milliseconds soon{200};

After say(const Line& line, const std::string& words)
{
    line.say(words);
    return After::hang_up;
}

} // namespace

std::string http(const std::string& status, const std::string& type, const std::string& body,
                 const std::string& more)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + more + "\r\n" + body;
}

std::string refusal(protocol::Fault fault, const std::string& status, const std::string& more)
{
    const auto body = encode(protocol::Refused{fault, {}});
    return http(status, ours, {body.begin(), body.end()}, more);
}

std::string sign_in_page(const std::string& status, const std::string& more)
{
    return http(status, "text/html", page, more);
}

const std::vector<Oddity>& oddities()
{
    static const std::vector<Oddity> all{
        Oddity{"a page with 200", Trouble::not_our_server,
               [](auto& line, auto&) { return say(line, sign_in_page("200 OK")); }},
        Oddity{"a page with 500", Trouble::server_busy,
               [](auto& line, auto&) { return say(line, sign_in_page("500 Oops")); }},
        Oddity{"a page with 404", Trouble::not_our_server,
               [](auto& line, auto&) { return say(line, sign_in_page("404 Not Found")); }},
        Oddity{"a redirection", Trouble::not_our_server,
               [](auto& line, auto&) {
                   return say(line, sign_in_page("302 Found", "Location: http://127.0.0.1:9/\r\n"));
               }},
        Oddity{"our kind of answer without a body", Trouble::not_our_server,
               [](auto& line, auto&) { return say(line, http("200 OK", ours, "")); }},
        Oddity{"our kind of answer with noise", Trouble::not_our_server,
               [](auto& line, auto&) { return say(line, http("200 OK", ours, std::string(300, '\xff'))); }},
        Oddity{"half of the answer", Trouble::no_server,
               [](auto& line, auto& answer) {
                   const auto most = answer.empty() ? http("200 OK", ours, page) : answer;
                   return say(line, most.substr(0, most.size() - 20));
               }},
        Oddity{"half of the head", Trouble::not_our_server,
               [](auto& line, auto&) { return say(line, "HTTP/1.1 200 OK\r\nContent-Ty"); }},
        Oddity{"half of the body as if it were whole", Trouble::not_our_server,
               [](auto& line, auto& answer) {
                   const auto head = answer.find("\r\n\r\n");
                   const auto body = head == std::string::npos ? page : answer.substr(head + 4);
                   return say(line, http("200 OK", ours, body.substr(0, body.size() / 2)));
               }},
        Oddity{"nothing", Trouble::no_server, [](auto&, auto&) { return After::hang_up; }},
        Oddity{"a connection broken off", Trouble::no_server,
               [](auto& line, auto&) {
                   line.break_off();
                   return After::hang_up;
               }},
        Oddity{"no word for ever", Trouble::no_server,
               [](auto& line, auto&) {
                   line.hold();
                   return After::hang_up;
               },
               soon},
        Oddity{"half a body and no word for ever", Trouble::no_server,
               [](auto& line, auto&) {
                   line.say("HTTP/1.1 200 OK\r\nContent-Type: " + ours +
                            "\r\nContent-Length: 99\r\n\r\nhalf");
                   line.hold();
                   return After::hang_up;
               },
               soon},
        Oddity{"no HTTP", Trouble::no_server, [](auto& line, auto&) { return say(line, "hello?\r\n\r\n"); }},
        Oddity{"a body without end", Trouble::not_our_server,
               [](auto& line, auto&) { return say(line, http("200 OK", ours, std::string(9 << 20, 'x'))); }},
        Oddity{"fields without end", Trouble::not_our_server,
               [](auto& line, auto&) {
                   std::string fields;
                   for (int i = 0; i < 3000; ++i) fields += "X-" + std::to_string(i) + ": " + page + "\r\n";
                   return say(line, "HTTP/1.1 200 OK\r\n" + fields + "\r\n");
               }},
        Oddity{"that it does not know the kiosk", Trouble::turned_away,
               [](auto& line, auto&) {
                   return say(line, refusal(protocol::Fault::unknown_kiosk, "401 Unauthorized"));
               }},
        Oddity{
            "that the kiosk was revoked", Trouble::turned_away,
            [](auto& line, auto&) { return say(line, refusal(protocol::Fault::revoked, "403 Forbidden")); }},
        Oddity{"that this program is too old", Trouble::too_old,
               [](auto& line, auto&) {
                   return say(line, refusal(protocol::Fault::protocol, "426 Upgrade Required"));
               }},
        Oddity{"that it has no time", Trouble::server_busy,
               [](auto& line, auto&) {
                   return say(line, refusal(protocol::Fault::busy, "503 Busy", "Retry-After: 40\r\n"));
               }},
    };
    return all;
}

// Happens to requests for this path, or to all.
Between::Mischief at(const Oddity& oddity, const std::string& path, Heard heard)
{
    return [&oddity, path, heard](const Line& line, const std::string& asked, const Between::Pass& pass) {
        if (!path.empty() && asked != path) {
            line.say(pass());
            return After::keep;
        }
        return oddity.answer(line, heard == Heard::by_the_server ? pass() : std::string{});
    };
}

} // namespace frikort::tests
