// SPDX-License-Identifier: MPL-2.0
#include "sync/central/http/server.hpp"

#include <stdexcept>
#include <thread>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include "sync/central/http/connection.hpp"

namespace frikort::sync::central::http {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

namespace {

constexpr std::chrono::milliseconds pause_when_full{50};
// Connections that are still closing do not count against new ones, up to this many.
std::size_t closing(const Bounds& bounds) { return bounds.connections / 10 + 10; }

tcp::endpoint endpoint_of(std::string address, std::uint16_t port)
{
    if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
    error_code error;
    const auto parsed = asio::ip::make_address(address, error);
    if (error) throw std::runtime_error{"this is not an address to listen on"};
    return {parsed, port};
}

} // namespace

class Server::Engine {
public:
    Engine(const std::string& address, std::uint16_t port, Site& site, const Bounds& bounds)
        : bounds_{bounds}, workers_{bounds.workers}, shared_{site, bounds_, workers_}
    {
        const auto endpoint = endpoint_of(address, port);
        error_code error;
        acceptor_.open(endpoint.protocol(), error);
        if (!error) acceptor_.set_option(tcp::acceptor::reuse_address{true}, error);
        // Connections inherit them. Else the system would take in megabytes for each that stands still.
        const auto few = static_cast<int>(bounds_.socket_bytes);
        if (!error) acceptor_.set_option(asio::socket_base::send_buffer_size{few}, error);
        if (!error) acceptor_.set_option(asio::socket_base::receive_buffer_size{few}, error);
        if (!error) acceptor_.bind(endpoint, error);
        if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
        if (!error) port_ = acceptor_.local_endpoint(error).port();
        if (error) throw std::runtime_error{"cannot listen there: " + error.message()};
        accept();
        mover_ = std::thread{[this] { run(); }};
    }

    ~Engine()
    {
        stop();
        mover_.join();
        workers_.join();
    }
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    std::uint16_t port() const { return port_; }
    Counts counts() const { return shared_.tally.read(); }

    void stop()
    {
        asio::post(loop_, [this] { begin_to_stop(); });
    }

private:
    // Out of memory ends the connection it happened on, not the server.
    void run()
    {
        for (;;) {
            try {
                loop_.run();
                return;
            } catch (const std::bad_alloc&) {
            }
        }
    }

    void accept()
    {
        acceptor_.async_accept([this](error_code error, tcp::socket socket) {
            if (shared_.stopping) return;
            if (error) return accept_later();
            ++shared_.tally.opened;
            if (shared_.tally.connections >= bounds_.connections) make_room();
            if (shared_.tally.connections < bounds_.connections + closing(bounds_)) {
                std::make_shared<Connection>(std::move(socket), shared_)->start();
            } else {
                ++shared_.tally.turned_away;
            }
            accept();
        });
    }

    // Out of file descriptors, most likely: those that keep us waiting hold them.
    void accept_later()
    {
        make_room();
        timer_.expires_after(pause_when_full);
        timer_.async_wait([this](error_code error) {
            if (!error && !shared_.stopping) accept();
        });
    }

    void make_room()
    {
        if (const auto connection = shared_.queue.longest_waiting()) connection->make_room();
    }

    void begin_to_stop()
    {
        if (shared_.stopping) return;
        shared_.stopping = true;
        error_code ignored;
        acceptor_.close(ignored);
        for (const auto& connection : shared_.queue.all_waiting())
            if (connection->before_request()) connection->close();
        timer_.expires_after(bounds_.finish_within);
        timer_.async_wait([this](error_code error) {
            if (!error) loop_.stop();
        });
        wait_for_last();
    }

    // The timer must not keep the loop alive when all have gone.
    void wait_for_last()
    {
        if (shared_.tally.connections == 0) {
            timer_.cancel();
            return;
        }
        watch_.expires_after(pause_when_full);
        watch_.async_wait([this](error_code error) {
            if (!error) wait_for_last();
        });
    }

    Bounds bounds_;
    asio::thread_pool workers_;
    Shared shared_;
    asio::io_context loop_{1};
    tcp::acceptor acceptor_{loop_};
    asio::steady_timer timer_{loop_};
    asio::steady_timer watch_{loop_};
    std::uint16_t port_ = 0;
    std::thread mover_;
};

Server::Server(const std::string& address, std::uint16_t port, Site& site, const Bounds& bounds)
    : engine_{std::make_unique<Engine>(address, port, site, bounds)}
{
}

Server::~Server() = default;
std::uint16_t Server::port() const { return engine_->port(); }
void Server::stop() { engine_->stop(); }
Counts Server::counts() const { return engine_->counts(); }

} // namespace frikort::sync::central::http
