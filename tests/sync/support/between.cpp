// SPDX-License-Identifier: MPL-2.0
#include "tests/sync/support/between.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/must.hpp"

namespace frikort::tests {

using core::base::must;

namespace {

sockaddr_in this_machine(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

bool hear_more(int socket, std::string& heard)
{
    std::array<char, 8192> part{};
    const auto got = ::recv(socket, part.data(), part.size(), 0);
    if (got > 0) heard.append(part.data(), static_cast<std::size_t>(got));
    return got > 0;
}

// One message with a Content-Length, off the front of what was heard. Nothing when the other end goes.
std::optional<std::string> hear_message(int socket, std::string& heard)
{
    for (;;) {
        const auto head = heard.find("\r\n\r\n");
        if (head == std::string::npos) {
            if (!hear_more(socket, heard)) return std::nullopt;
            continue;
        }
        const auto field = heard.find("Content-Length: ");
        const auto length = field < head ? std::stoul(heard.substr(field + 16)) : 0;
        const auto size = head + 4 + length;
        while (heard.size() < size) {
            if (!hear_more(socket, heard)) return std::nullopt;
        }
        auto message = heard.substr(0, size);
        heard.erase(0, size);
        return message;
    }
}

std::string path_of(const std::string& request)
{
    const auto from = request.find(' ') + 1;
    return request.substr(from, request.find(' ', from) - from);
}

} // namespace

void Between::Line::say(std::string_view words) const
{
    while (!words.empty()) {
        const auto said = ::send(socket_, words.data(), words.size(), MSG_NOSIGNAL);
        if (said <= 0) return; // the kiosk has gone
        words.remove_prefix(static_cast<std::size_t>(said));
    }
}

bool Between::Line::drip(std::string_view words, std::size_t pieces, std::chrono::milliseconds apart) const
{
    const auto size = words.size() / pieces + 1;
    for (std::size_t at = 0; at < words.size(); at += size) {
        say(words.substr(at, size));
        pollfd kiosk{socket_, POLLIN, 0};
        if (::poll(&kiosk, 1, static_cast<int>(apart.count())) != 0 && at + size < words.size()) return false;
    }
    return true;
}

void Between::Line::hold() const
{
    for (std::string ignored; hear_more(socket_, ignored);) ignored.clear();
}

void Between::Line::break_off() const
{
    const linger at_once{1, 0};
    must(::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once) == 0);
}

Between::Between(std::uint16_t server)
    : server_{server}, listening_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}
{
    auto here = this_machine(0);
    must(::bind(listening_, reinterpret_cast<sockaddr*>(&here), sizeof here) == 0);
    must(::listen(listening_, 8) == 0);
    socklen_t size = sizeof here;
    must(::getsockname(listening_, reinterpret_cast<sockaddr*>(&here), &size) == 0);
    port_ = ntohs(here.sin_port);
    thread_ = std::thread{[this] { run(); }};
}

Between::~Between()
{
    ending_ = true;
    ::shutdown(listening_, SHUT_RDWR);
    {
        const std::lock_guard lock{mutex_};
        if (open_ >= 0) ::shutdown(open_, SHUT_RDWR);
    }
    thread_.join();
    ::close(listening_);
}

void Between::misbehave(Mischief mischief)
{
    const std::lock_guard lock{mutex_};
    mischief_ = std::move(mischief);
}

void Between::wait_for_mischief()
{
    std::unique_lock lock{mutex_};
    happened_.wait(lock, [this] { return done_ > 0; });
}

std::string Between::overheard()
{
    const std::lock_guard lock{mutex_};
    return overheard_;
}

void Between::run()
{
    for (;;) {
        const int socket = ::accept(listening_, nullptr, nullptr);
        if (socket < 0) return;
        {
            const std::lock_guard lock{mutex_};
            open_ = socket;
        }
        if (!ending_) serve(socket);
        const std::lock_guard lock{mutex_};
        ::close(socket);
        open_ = -1;
    }
}

void Between::serve(int socket)
{
    std::string heard;
    while (const auto request = hear_message(socket, heard)) {
        Mischief mischief;
        {
            const std::lock_guard lock{mutex_};
            mischief = mischief_;
            if (mischief) ++done_;
        }
        happened_.notify_all();
        const Line line{socket};
        const Pass on = [&] { return pass(*request); };
        if (!mischief)
            line.say(on());
        else if (mischief(line, path_of(*request), on) == After::hang_up)
            return;
    }
}

std::string Between::pass(const std::string& request)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto there = this_machine(server_);
    must(::connect(socket, reinterpret_cast<const sockaddr*>(&there), sizeof there) == 0);
    Line{socket}.say(request);
    std::string heard;
    auto answer = hear_message(socket, heard);
    ::close(socket);
    must(answer.has_value());
    const std::lock_guard lock{mutex_};
    overheard_ += request + *answer;
    return *answer;
}

} // namespace frikort::tests
