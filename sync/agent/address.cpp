// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/address.hpp"

#include <memory>
#include <string_view>

#include <curl/curl.h>

#include "core/base/text.hpp"

namespace frikort::sync::agent {

namespace {

struct EndsUrl {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

std::string part(CURLU* url, CURLUPart which)
{
    char* found = nullptr;
    if (curl_url_get(url, which, &found, 0) != CURLUE_OK || found == nullptr) return {};
    const std::unique_ptr<char, decltype(&curl_free)> owned{found, &curl_free};
    return owned.get();
}

bool is_this_machine(const std::string& host)
{
    if (host == "localhost" || host == "[::1]") return true;
    return host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos;
}

// A name or number as it goes over the wire, so that reading it again changes nothing: libcurl would take
// percent signs and any letters, and decode them. A name with letters of its own is typed as xn--...
bool is_plain(std::string_view host)
{
    constexpr std::string_view of_names = "abcdefghijklmnopqrstuvwxyz0123456789-._";
    constexpr std::string_view of_numbers = "abcdef0123456789:.";
    if (!host.starts_with('[')) return host.find_first_not_of(of_names) == std::string_view::npos;
    return host.ends_with(']') &&
           host.substr(1, host.size() - 2).find_first_not_of(of_numbers) == std::string_view::npos;
}

} // namespace

std::optional<Address> read_address(const std::string& typed)
{
    const std::unique_ptr<CURLU, EndsUrl> url{curl_url()};
    if (!url) throw std::bad_alloc{};
    if (curl_url_set(url.get(), CURLUPART_URL, typed.c_str(), 0) != CURLUE_OK) return std::nullopt;
    for (const auto unwanted :
         {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_QUERY, CURLUPART_FRAGMENT, CURLUPART_ZONEID}) {
        if (!part(url.get(), unwanted).empty()) return std::nullopt;
    }
    const auto scheme = part(url.get(), CURLUPART_SCHEME);
    const auto host = core::base::fold_case(part(url.get(), CURLUPART_HOST));
    const auto port = part(url.get(), CURLUPART_PORT);
    if ((scheme != "http" && scheme != "https") || host.empty() || !is_plain(host)) return std::nullopt;
    if (part(url.get(), CURLUPART_PATH) != "/") return std::nullopt;

    const bool own_port = port.empty() || port == (scheme == "https" ? "443" : "80");
    auto authority = own_port ? host : host + ":" + port;
    return Address{scheme + "://" + authority, authority, scheme == "https", is_this_machine(host)};
}

} // namespace frikort::sync::agent
