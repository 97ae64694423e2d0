// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/curl_transport.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>

#include <curl/curl.h>
#include <openssl/ssl.h>

#include "core/base/must.hpp"
#include "sync/agent/address.hpp"

namespace frikort::sync::agent {

using core::base::must;
using core::base::no;
using core::base::Result;

namespace {

constexpr std::size_t largest_fields = 64 * 1024; // bytes of an answer's fields
constexpr std::chrono::milliseconds longest_pause{1000};
constexpr int slowest = 10; // times as long as a line may stand still

struct EndsEasy {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct EndsMulti {
    void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
struct EndsList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Fields = std::unique_ptr<curl_slist, EndsList>;

void append(Fields& fields, const std::string& line)
{
    auto* const longer = curl_slist_append(fields.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc{};
    static_cast<void>(fields.release());
    fields.reset(longer);
}

// What arrives, up to a limit.
struct Arriving {
    core::base::Bytes body;
    std::size_t largest = 0;
    std::size_t fields = 0;
    bool too_long = false;
};

std::size_t on_body(char* bytes, std::size_t one, std::size_t count, void* to)
{
    auto& arriving = *static_cast<Arriving*>(to);
    const auto size = one * count;
    arriving.too_long = arriving.too_long || size > arriving.largest - arriving.body.size();
    if (arriving.too_long) return 0;
    arriving.body.insert(arriving.body.end(), bytes, bytes + size);
    return size;
}

std::size_t on_field(char*, std::size_t one, std::size_t count, void* to)
{
    auto& arriving = *static_cast<Arriving*>(to);
    arriving.fields += one * count;
    arriving.too_long = arriving.too_long || arriving.fields > largest_fields;
    return arriving.too_long ? 0 : one * count;
}

// Nobody issues certificates for days to come: one that is not valid yet tells that this machine's clock is
// behind, and its server is the one that can put it right (R10). All else about it must hold.
int pass_not_yet_valid(int holds, X509_STORE_CTX* checked)
{
    if (holds == 1 || X509_STORE_CTX_get_error(checked) != X509_V_ERR_CERT_NOT_YET_VALID) return holds;
    X509_STORE_CTX_set_error(checked, X509_V_OK);
    return 1;
}

CURLcode on_tls(CURL*, void* context, void*)
{
    SSL_CTX_set_verify(static_cast<SSL_CTX*>(context), SSL_VERIFY_PEER, &pass_not_yet_valid);
    return CURLE_OK;
}

Unreachable why(CURLcode code)
{
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return Unreachable::too_slow;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
        return Unreachable::cut_off;
    default:
        return Unreachable::no_server;
    }
}

} // namespace

class CurlTransport::Line {
public:
    Line(Settings settings, Address address) : settings_{std::move(settings)}, address_{std::move(address)}
    {
        must(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK);
        easy_.reset(curl_easy_init());
        multi_.reset(curl_multi_init());
        if (!easy_ || !multi_) throw std::bad_alloc{};
    }
    ~Line()
    {
        easy_.reset();
        multi_.reset();
        curl_global_cleanup();
    }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    const std::string& authority() const { return address_.authority; }

    void stop()
    {
        stopped_ = true;
        curl_multi_wakeup(multi_.get());
    }

    Result<Reply, Unreachable> post(const Request& request)
    {
        Arriving arriving;
        arriving.largest = settings_.largest_answer;
        const auto fields = prepare(request, arriving);
        const auto code = perform();
        if (stopped_) return no(Unreachable::stopped);
        if (arriving.too_long) return no(Unreachable::too_long);
        if (code != CURLE_OK) return no(why(code));
        return reply(std::move(arriving.body));
    }

private:
    template <class Value>
    void set(CURLoption option, Value value)
    {
        must(curl_easy_setopt(easy_.get(), option, value) == CURLE_OK);
    }

    // The list must live as long as the request.
    Fields prepare(const Request& request, Arriving& arriving)
    {
        curl_easy_reset(easy_.get()); // keeps the connection
        Fields fields;
        append(fields, "Expect:");
        append(fields, "Accept:");
        for (const auto& field : request.fields) append(fields, field.name + ": " + field.value);

        set(CURLOPT_URL, (address_.url + request.path).c_str());
        set(CURLOPT_PROTOCOLS_STR, address_.encrypted ? "https" : "http");
        set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_PROXY, "");
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2)); // or newer
        if (address_.encrypted) set(CURLOPT_SSL_CTX_FUNCTION, &on_tls);
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_QUICK_EXIT, 1L);
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings_.connect_within.count()));
        set(CURLOPT_TIMEOUT_MS, static_cast<long>((settings_.answer_within * slowest).count()));
        if (settings_.authorities) {
            set(CURLOPT_CAINFO, settings_.authorities->c_str());
            set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
        }
        set(CURLOPT_POST, 1L);
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        set(CURLOPT_POSTFIELDS, reinterpret_cast<const char*>(request.body.data()));
        set(CURLOPT_HTTPHEADER, fields.get());
        set(CURLOPT_WRITEFUNCTION, &on_body);
        set(CURLOPT_WRITEDATA, static_cast<void*>(&arriving));
        set(CURLOPT_HEADERFUNCTION, &on_field);
        set(CURLOPT_HEADERDATA, static_cast<void*>(&arriving));
        return fields;
    }

    CURLcode perform()
    {
        must(curl_multi_add_handle(multi_.get(), easy_.get()) == CURLM_OK);
        auto code = CURLE_ABORTED_BY_CALLBACK;
        auto moved = std::chrono::steady_clock::now();
        for (auto bytes = moved_bytes(); !stopped_;) {
            int running = 0;
            if (curl_multi_perform(multi_.get(), &running) != CURLM_OK || running == 0) break;
            const auto now = std::chrono::steady_clock::now();
            if (moved_bytes() != bytes) {
                bytes = moved_bytes();
                moved = now;
            }
            if (now - moved >= settings_.answer_within) { // it stands still
                code = CURLE_OPERATION_TIMEDOUT;
                break;
            }
            const auto pause = std::min(longest_pause, settings_.answer_within);
            curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(pause.count()), nullptr);
        }
        int left = 0;
        while (const auto* message = curl_multi_info_read(multi_.get(), &left)) {
            if (message->msg == CURLMSG_DONE) code = message->data.result;
        }
        curl_multi_remove_handle(multi_.get(), easy_.get());
        return code;
    }

    curl_off_t moved_bytes()
    {
        curl_off_t up = 0;
        curl_off_t down = 0;
        curl_easy_getinfo(easy_.get(), CURLINFO_SIZE_UPLOAD_T, &up);
        curl_easy_getinfo(easy_.get(), CURLINFO_SIZE_DOWNLOAD_T, &down);
        return up + down;
    }

    Reply reply(core::base::Bytes body)
    {
        long status = 0;
        curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
        const char* type = nullptr;
        curl_easy_getinfo(easy_.get(), CURLINFO_CONTENT_TYPE, &type);
        curl_off_t wait = 0;
        curl_easy_getinfo(easy_.get(), CURLINFO_RETRY_AFTER, &wait);
        Reply reply{static_cast<int>(status), type != nullptr ? type : "", std::nullopt, std::move(body)};
        if (wait > 0) reply.retry_after = std::chrono::seconds{wait};
        return reply;
    }

    Settings settings_;
    Address address_;
    std::unique_ptr<CURL, EndsEasy> easy_;
    std::unique_ptr<CURLM, EndsMulti> multi_;
    std::atomic<bool> stopped_ = false;
};

Result<std::unique_ptr<CurlTransport>, CurlTransport::Refusal> CurlTransport::open(Settings settings)
{
    auto address = read_address(settings.central);
    if (!address) return no(Refusal::not_an_address);
    if (!address->encrypted && !address->this_machine) return no(Refusal::not_encrypted);
    auto line = std::make_unique<Line>(std::move(settings), std::move(*address));
    return std::unique_ptr<CurlTransport>{new CurlTransport{std::move(line)}};
}

CurlTransport::CurlTransport(std::unique_ptr<Line> line) : line_{std::move(line)} {}
CurlTransport::~CurlTransport() = default;
const std::string& CurlTransport::authority() const { return line_->authority(); }
Result<Reply, Unreachable> CurlTransport::post(const Request& request) { return line_->post(request); }
void CurlTransport::stop() { line_->stop(); }

} // namespace frikort::sync::agent
