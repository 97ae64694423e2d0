// SPDX-License-Identifier: MPL-2.0
#include "sync/central/http/connection.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

namespace frikort::sync::central::http {

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace {

// What a client may still send after it was refused, so that it gets to read why.
constexpr std::size_t most_drained = 2 * 1024 * 1024; // bytes
constexpr std::chrono::seconds drain_within{2};
constexpr std::size_t largest_read = 16 * 1024; // bytes at a time

std::string small(beast::string_view text)
{
    std::string letters{text};
    for (char& c : letters)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return letters;
}

// Beast holds its own limit against what is still missing, not against a head that comes in one piece.
bool fits(const beast::http::request<beast::http::empty_body>& request, std::size_t limit)
{
    std::size_t size = request.target().size();
    for (const auto& field : request) size += field.name_string().size() + field.value().size() + 4;
    return size <= limit;
}

Head head_of(const beast::http::request<beast::http::empty_body>& request)
{
    Head head{std::string{request.method_string()},
              std::string{request.target()},
              small(request[beast::http::field::host]),
              {}};
    for (const auto& field : request)
        head.fields.push_back({small(field.name_string()), std::string{field.value()}});
    return head;
}

} // namespace

Connection::Connection(asio::ip::tcp::socket socket, Shared& shared)
    : stream_{std::move(socket)}, shared_{shared}, buffer_{shared.bounds.head_bytes + largest_read}
{
    ++shared_.tally.connections;
}

Connection::~Connection()
{
    end_waiting();
    hold(0);
    --shared_.tally.connections;
}

template <class Work, class Then>
bool Connection::give_to_worker(Work work, Then then)
{
    if (shared_.tally.with_workers >= shared_.bounds.waiting_requests) return false;
    ++shared_.tally.with_workers;
    stream_.expires_never();
    auto busy = asio::make_work_guard(stream_.get_executor());
    asio::post(shared_.workers, [self = shared_from_this(), busy, work = std::move(work), then]() mutable {
        auto result = work();
        --self->shared_.tally.with_workers;
        const auto executor = busy.get_executor();
        asio::post(executor, [self = std::move(self), then, result = std::move(result)]() mutable {
            then(*self, std::move(result));
        });
    });
    return true;
}

void Connection::read_head()
{
    body_.reset();
    visit_.reset();
    head_.emplace();
    head_->header_limit(shared_.bounds.head_bytes);
    head_->body_limit(boost::none); // the body is measured before it is read
    before_request_ = true;
    begin_waiting(shared_.bounds.head_within);
    beast::http::async_read_header(stream_, buffer_, *head_,
                                   [self = shared_from_this()](Error error, std::size_t read) {
                                       self->shared_.tally.bytes_in += read;
                                       self->on_head(error);
                                   });
}

std::optional<int> Connection::fault() const
{
    using beast::http::field;
    const auto& request = head_->get();
    if (!fits(request, shared_.bounds.head_bytes)) return 431;
    if (request.version() != 11 || request.count(field::host) != 1) return 400;
    if (request.count(field::transfer_encoding) != 0) return 411;
    const auto length = request[field::content_length];
    if (request.count(field::content_length) > 1 || length.find_first_not_of("0123456789") != length.npos)
        return 400;
    if (request.count(field::content_encoding) != 0) return 415;
    if (request.count(field::expect) != 0) return 417;
    if (request.method() == beast::http::verb::post && !head_->content_length()) return 411;
    return std::nullopt;
}

void Connection::on_head(Error error)
{
    end_waiting();
    before_request_ = false;
    if (error == beast::http::error::header_limit || error == beast::http::error::buffer_overflow)
        return refuse(431);
    if (error == beast::http::error::end_of_stream) return close(); // between two requests
    if (error == beast::http::error::partial_message) return broken_off(error, Stage::head);
    if (error.category() == make_error_code(beast::http::error::bad_method).category()) return refuse(400);
    if (error) return broken_off(error, head_->got_some() ? Stage::head : Stage::before);
    if (const auto status = fault()) return refuse(*status);

    const bool given = give_to_worker(
        [&site = shared_.site, head = head_of(head_->get())] { return site.admit(head); },
        [](Connection& self, Admission admission) { self.on_admission(std::move(admission)); });
    if (!given) refuse_for_now();
}

void Connection::on_admission(Admission admission)
{
    const auto length = head_->content_length().value_or(0);
    const auto after = length == 0 ? After::go_on : After::close;
    if (auto* reply = std::get_if<Reply>(&admission)) return send(std::move(*reply), after);
    visit_ = std::move(std::get<std::unique_ptr<Visit>>(admission));
    if (length > visit_->largest_body()) return refuse(413);
    if (!hold(static_cast<std::size_t>(length))) return refuse_for_now();
    read_body();
}

void Connection::read_body()
{
    body_.emplace(std::move(*head_));
    body_->body_limit(visit_->largest_body());
    begin_waiting(shared_.bounds.body_within);
    beast::http::async_read(stream_, buffer_, *body_,
                            [self = shared_from_this()](Error error, std::size_t read) {
                                self->shared_.tally.bytes_in += read;
                                self->on_body(error);
                            });
}

void Connection::on_body(Error error)
{
    end_waiting();
    if (error) return broken_off(error, Stage::body);
    auto answer = [visit = visit_.get(), body = std::move(body_->get().body())] {
        return visit->answer(body);
    };
    const bool given = give_to_worker(
        std::move(answer), [](Connection& self, Reply reply) { self.send(std::move(reply), After::go_on); });
    if (!given) refuse_for_now();
}

void Connection::refuse_for_now()
{
    ++shared_.tally.overloaded;
    refuse(503);
}

void Connection::send(Reply reply, After after)
{
    const auto asked = body_ ? body_->get().method() : head_->get().method();
    const bool wants_more = body_ ? body_->get().keep_alive() : head_->get().keep_alive();
    if (!wants_more || shared_.stopping) after = After::close;
    response_.emplace(static_cast<beast::http::status>(reply.status), 11U);
    response_->set(beast::http::field::content_type, reply.content_type);
    response_->set(beast::http::field::cache_control, "no-store");
    if (reply.retry_after) {
        response_->set(beast::http::field::retry_after, std::to_string(reply.retry_after->count()));
    }
    response_->body() = std::move(reply.body);
    response_->keep_alive(after == After::go_on);
    response_->prepare_payload();
    if (asked == beast::http::verb::head) response_->body().clear(); // its length is still told
    hold(
        response_->body().size()); // however much there is: the workers make no more than they have hands for
    begin_waiting(shared_.bounds.answer_within);
    beast::http::async_write(stream_, *response_,
                             [self = shared_from_this(), after](Error error, std::size_t sent) {
                                 self->shared_.tally.bytes_out += sent;
                                 self->on_sent(error, after);
                             });
}

void Connection::on_sent(Error error, After after)
{
    end_waiting();
    response_.reset();
    hold(0);
    if (error) return broken_off(error, Stage::answer);
    if (after == After::go_on) return read_head();
    Error ignored;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    before_request_ = true; // nobody waits for anything here any more
    begin_waiting(drain_within);
    drain();
}

void Connection::drain()
{
    buffer_.clear();
    stream_.async_read_some(buffer_.prepare(largest_read / 2),
                            [self = shared_from_this()](Error error, std::size_t read) {
                                self->shared_.tally.bytes_in += read;
                                self->drained_ += read;
                                if (error || self->drained_ > most_drained) return self->close();
                                self->drain();
                            });
}

} // namespace frikort::sync::central::http
