// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/vector_body.hpp>

#include "sync/central/http/queue.hpp"
#include "sync/central/http/server.hpp"
#include "sync/central/http/tally.hpp"

namespace frikort::sync::central::http {

// What all connections of a server share. Everything in it belongs to the thread that moves bytes, but the
// tally.
struct Shared {
    Shared(Site& its_site, const Bounds& its_bounds, boost::asio::thread_pool& its_workers)
        : site{its_site}, bounds{its_bounds}, workers{its_workers}
    {
    }
    Site& site;
    const Bounds& bounds;
    boost::asio::thread_pool& workers;
    Queue queue;
    Tally tally;
    bool stopping = false;
};

// One client. Lives as long as something is under way on it.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(boost::asio::ip::tcp::socket, Shared&);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start() { read_head(); }
    // Ends it, whatever is under way.
    void close();
    // The same, for another one.
    void make_room();
    bool holds_bytes() const { return held_ > 0; }
    // Nothing of a request has come yet, or not the whole head.
    bool before_request() const { return before_request_; }

private:
    using Error = boost::beast::error_code;
    using HeadParser = boost::beast::http::request_parser<boost::beast::http::empty_body>;
    using BodyParser = boost::beast::http::request_parser<boost::beast::http::vector_body<core::base::Byte>>;
    using Response = boost::beast::http::response<boost::beast::http::vector_body<core::base::Byte>>;
    using Admission = std::variant<Reply, std::unique_ptr<Visit>>;

    void read_head();
    void on_head(Error);
    // The status to refuse with; nothing when the head may go on.
    std::optional<int> fault() const;
    void on_admission(Admission);
    void read_body();
    void on_body(Error);
    enum class After { go_on, close };
    void send(Reply, After);
    void refuse(int status) { send(shared_.site.refusal(status), After::close); }
    void refuse_for_now(); // 503
    void on_sent(Error, After);
    void drain();
    enum class Stage { before, head, body, answer };
    // Counts why it broke, and ends it.
    void broken_off(Error, Stage);
    // From now on it holds so many bytes; those that keep us waiting longest give theirs back for it. False
    // when there are too many all the same.
    bool hold(std::size_t bytes);
    void begin_waiting(std::chrono::milliseconds within);
    void end_waiting();
    // Lets a worker do it, and goes on with what came out on this thread. False when too many wait already.
    template <class Work, class Then>
    bool give_to_worker(Work, Then);

    boost::beast::tcp_stream stream_;
    Shared& shared_;
    boost::beast::flat_buffer buffer_;
    std::optional<HeadParser> head_;
    std::optional<BodyParser> body_;
    std::unique_ptr<Visit> visit_;
    std::optional<Response> response_;
    std::optional<Queue::Place> waiting_;
    std::size_t held_ = 0; // bytes of body or answer
    std::size_t drained_ = 0;
    bool before_request_ = true;
};

} // namespace frikort::sync::central::http
