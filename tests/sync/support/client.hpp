// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace frikort::tests {

// A client that says exactly what it is told to.
class Client {
public:
    enum class Ear { usual, small }; // how much the system takes in before anybody hears it
    explicit Client(std::uint16_t port, Ear ear = Ear::usual)
        : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}
    {
        const int few = 4096; // bytes
        if (ear == Ear::small) ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &few, sizeof few);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = socket_ >= 0 && ::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    bool connected() const { return connected_; }
    bool say(std::string_view words) const
    {
        while (!words.empty()) {
            const auto said = ::send(socket_, words.data(), words.size(), MSG_NOSIGNAL);
            if (said <= 0) return false;
            words.remove_prefix(static_cast<std::size_t>(said));
        }
        return true;
    }
    // Says no more; hears on.
    void end() const { ::shutdown(socket_, SHUT_WR); }
    // Until the server closes.
    std::string hear() const
    {
        std::string all;
        std::array<char, 4096> part{};
        for (ssize_t got = 0; (got = ::recv(socket_, part.data(), part.size(), 0)) > 0;) {
            all.append(part.data(), static_cast<std::size_t>(got));
        }
        return all;
    }
    // How many answers there are until there are so many, or the server closes. For answers whose body has no
    // "HTTP/1.1 " in it.
    int hear_answers(int most) const
    {
        constexpr std::string_view start = "HTTP/1.1 ";
        int answers = 0;
        std::string rest;
        std::array<char, 4096> part{};
        for (ssize_t got = 0; answers < most && (got = ::recv(socket_, part.data(), part.size(), 0)) > 0;) {
            rest.append(part.data(), static_cast<std::size_t>(got));
            for (auto at = rest.find(start); at != std::string::npos; at = rest.find(start)) {
                ++answers;
                rest.erase(0, at + start.size());
            }
        }
        return answers;
    }
    // The status of one answer.
    int status() const
    {
        std::array<char, 13> start{}; // with a zero at its end
        const auto got = ::recv(socket_, start.data(), 12, MSG_WAITALL);
        return got == 12 ? std::atoi(start.data() + 9) : 0;
    }

private:
    int socket_;
    bool connected_ = false;
};

} // namespace frikort::tests
