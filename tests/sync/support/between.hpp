// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace frikort::tests {

// Stands on real sockets between one kiosk and the server and may do anything to what passes: a proxy that
// fails, a café's sign-in page, a cable that is pulled.
class Between {
public:
    // The kiosk's end of a connection, with a request of its on it.
    class Line {
    public:
        explicit Line(int socket) : socket_{socket} {}
        void say(std::string_view) const;
        // In so many pieces, each so long after the one before. False when the kiosk went meanwhile.
        bool drip(std::string_view, std::size_t pieces, std::chrono::milliseconds) const;
        // Says nothing more and waits for the kiosk to go.
        void hold() const;
        // Ends the connection as a machine does that lost its power and came back.
        void break_off() const;

    private:
        int socket_;
    };
    // Brings the request to the server; what it answered, from its status line to its last byte.
    using Pass = std::function<std::string()>;
    enum class After { keep, hang_up };
    // On the thread of this.
    using Mischief = std::function<After(const Line&, const std::string& path, const Pass&)>;

    explicit Between(std::uint16_t server);
    ~Between();
    Between(const Between&) = delete;
    Between& operator=(const Between&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    void misbehave(Mischief);
    void behave() { misbehave(nullptr); }
    // Until a request came that mischief was done to.
    void wait_for_mischief();
    // All that kiosk and server said by this way.
    std::string overheard();

private:
    void run();
    void serve(int socket);
    std::string pass(const std::string& request);

    std::uint16_t server_;
    std::uint16_t port_ = 0;
    int listening_ = -1;
    std::atomic<bool> ending_ = false;
    std::mutex mutex_; // of what is below
    std::condition_variable happened_;
    Mischief mischief_;
    int done_ = 0;
    int open_ = -1;
    std::string overheard_;
    std::thread thread_; // last: it uses all of the above
};

} // namespace frikort::tests
