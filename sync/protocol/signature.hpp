// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/records/record.hpp"
#include "core/sealing/keys.hpp"

namespace frikort::sync::protocol {

// Requests are signed with the device key: RFC 9421 over method, path, host, body digest (RFC 9530) and a
// counter that grows with each request. The signature covers the digest, not the body itself, so the server
// can check it before it reads a body. Source: sync.md "Rules", PROTOCOL.md.

namespace field {
inline constexpr std::string_view digest = "Content-Digest";
inline constexpr std::string_view counter = "Frikort-Counter";
inline constexpr std::string_view input = "Signature-Input";
inline constexpr std::string_view signature = "Signature";
} // namespace field

// What is signed. Method in capitals; host in small letters.
struct Signed {
    std::string method;
    std::string path;
    std::string authority;
    std::string digest; // the whole field
    std::uint64_t counter = 0;
    core::records::DeviceId device;
};

std::string content_digest(core::base::BytesView body);
// Exactly one sha-256, and it is this body's.
bool matches(std::string_view digest_field, core::base::BytesView body);

struct SignatureFields {
    std::string input;
    std::string signature;
};
SignatureFields sign(const Signed&, const core::sealing::SigningKey& device);

// A request's fields as they came: nothing where a field is missing or came twice.
struct Claim {
    std::string_view method;
    std::string_view path;
    std::string_view authority;
    std::optional<std::string_view> digest;
    std::optional<std::string_view> counter;
    std::optional<std::string_view> input;
    std::optional<std::string_view> signature;
};

enum class Unsigned {
    missing,      // a field is not there
    not_readable, // not what RFC 8941 or this page allow
    other_cover,  // signed over more, less, or in another order
    other_algorithm,
};

// What a request says of itself, not yet proved.
struct Unproved {
    core::records::DeviceId device;
    std::uint64_t counter = 0;
    std::string message; // the bytes under the signature
    core::sealing::Signature signature;
};
core::base::Result<Unproved, Unsigned> read(const Claim&);
bool proved(const Unproved&, const core::sealing::SignPublic&);

} // namespace frikort::sync::protocol
