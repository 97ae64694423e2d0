// SPDX-License-Identifier: MPL-2.0
#include "tests/sync/support/tls_server.hpp"

#include <csignal>
#include <cstdio>

#include <arpa/inet.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/must.hpp"

namespace frikort::tests {

using core::base::must;

namespace {

template <auto end>
struct Ends {
    template <class What>
    void operator()(What* what) const
    {
        end(what);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Ends<&EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Ends<&X509_free>>;
using Context = std::unique_ptr<SSL_CTX, Ends<&SSL_CTX_free>>;
using Session = std::unique_ptr<SSL, Ends<&SSL_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Ends<&X509_EXTENSION_free>>;

long seconds(std::chrono::hours some) { return std::chrono::seconds{some}.count(); }

Certificate signed_by_itself(EVP_PKEY* key, const TlsServer::Valid& valid, const std::string& host)
{
    Certificate made{X509_new()};
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), seconds(valid.from));
    X509_gmtime_adj(X509_getm_notAfter(made.get()), seconds(valid.until));
    X509_set_pubkey(made.get(), key);
    auto* const name = X509_get_subject_name(made.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(host.c_str()),
                               -1, -1, 0);
    X509_set_issuer_name(made.get(), name);
    const Extension alias{
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, ("IP:" + host).c_str())};
    must(alias && X509_add_ext(made.get(), alias.get(), -1) == 1);
    must(X509_sign(made.get(), key, EVP_sha256()) > 0);
    return made;
}

// Nothing of a request is asked but that its fields end.
void answer(SSL* session)
{
    std::string heard;
    char some[4096];
    while (heard.find("\r\n\r\n") == std::string::npos) {
        const auto count = SSL_read(session, some, sizeof some);
        if (count <= 0) return;
        heard.append(some, static_cast<std::size_t>(count));
    }
    constexpr std::string_view well = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nwell";
    SSL_write(session, well.data(), static_cast<int>(well.size()));
    SSL_shutdown(session);
}

} // namespace

struct TlsServer::Tls {
    Key key;
    Certificate certificate;
    Context context;
};

TlsServer::TlsServer(Valid valid, const std::string& host)
    : tls_{std::make_unique<Tls>()}, listening_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}
{
    std::signal(SIGPIPE, SIG_IGN); // who refuses a certificate hangs up
    tls_->key.reset(EVP_EC_gen("P-256"));
    tls_->certificate = signed_by_itself(tls_->key.get(), valid, host);
    tls_->context.reset(SSL_CTX_new(TLS_server_method()));
    must(SSL_CTX_use_certificate(tls_->context.get(), tls_->certificate.get()) == 1 &&
         SSL_CTX_use_PrivateKey(tls_->context.get(), tls_->key.get()) == 1);

    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof here;
    auto* const address = reinterpret_cast<sockaddr*>(&here);
    must(listening_ >= 0 && ::bind(listening_, address, size) == 0 && ::listen(listening_, 8) == 0 &&
         ::getsockname(listening_, address, &size) == 0);
    port_ = ntohs(here.sin_port);
    thread_ = std::thread{[this] { serve(); }};
}

TlsServer::~TlsServer()
{
    ::shutdown(listening_, SHUT_RDWR); // wakes `accept`
    thread_.join();
    ::close(listening_);
}

void TlsServer::serve()
{
    for (;;) {
        const auto line = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (line < 0) return;
        {
            const Session session{SSL_new(tls_->context.get())};
            SSL_set_fd(session.get(), line);
            if (SSL_accept(session.get()) == 1) answer(session.get());
        }
        ::close(line);
    }
}

void TlsServer::write_authority(const std::filesystem::path& file) const
{
    std::unique_ptr<std::FILE, Ends<&std::fclose>> out{std::fopen(file.c_str(), "w")};
    must(out && PEM_write_X509(out.get(), tls_->certificate.get()) == 1);
}

} // namespace frikort::tests
