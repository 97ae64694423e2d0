// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/signature.hpp"

#include <algorithm>
#include <charconv>

#include "core/sealing/sha256.hpp"
#include "sync/protocol/base64.hpp"

namespace frikort::sync::protocol {

using core::base::no;
using core::base::Result;
using core::records::DeviceId;

namespace {

constexpr std::string_view covered = R"(("@method" "@path" "@authority" "content-digest" "frikort-counter"))";
constexpr std::string_view label = "frikort";
constexpr std::string_view digest_start = "sha-256=:";
constexpr std::size_t longest_input = 512;
constexpr std::size_t longest_label = 64;

std::string message_of(const Claim& claim, std::string_view parameters)
{
    std::string message;
    const auto line = [&](std::string_view name, std::string_view value) {
        message.append("\"").append(name).append("\": ").append(value).append("\n");
    };
    line("@method", claim.method);
    line("@path", claim.path);
    line("@authority", claim.authority);
    line("content-digest", *claim.digest);
    line("frikort-counter", *claim.counter);
    message.append("\"@signature-params\": ").append(parameters);
    return message;
}

// Digits only, no leading zero, from 1, and it fits where numbers have a sign.
std::optional<std::uint64_t> read_counter(std::string_view text)
{
    std::uint64_t counter = 0;
    if (text.empty() || text.size() > 18 || text.front() == '0') return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), counter);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return counter;
}

bool is_label_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '*' || c == '.';
}

// "name=rest", with the one name both fields must share.
std::optional<std::pair<std::string_view, std::string_view>> split_label(std::string_view field)
{
    const auto end = field.find('=');
    if (end == std::string_view::npos || end == 0 || end > longest_label) return std::nullopt;
    const auto name = field.substr(0, end);
    if (name.front() != '*' && (name.front() < 'a' || name.front() > 'z')) return std::nullopt;
    for (const char c : name)
        if (!is_label_letter(c)) return std::nullopt;
    return std::pair{name, field.substr(end + 1)};
}

struct Parameters {
    std::optional<std::string_view> key;
    std::optional<std::string_view> algorithm;
};

bool is_whole_number(std::string_view text)
{
    return !text.empty() && text.size() <= 15 &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

// ;name=value, each once: keyid and alg as texts, created as a number. Nothing for anything else.
std::optional<Parameters> read_parameters(std::string_view text)
{
    Parameters found;
    bool created = false;
    while (!text.empty()) {
        const auto equals = text.find('=');
        if (text.front() != ';' || equals == std::string_view::npos) return std::nullopt;
        const auto name = text.substr(1, equals - 1);
        text.remove_prefix(equals + 1);
        if (name == "created") {
            const auto end = std::min(text.find(';'), text.size());
            if (created || !is_whole_number(text.substr(0, end))) return std::nullopt;
            created = true;
            text.remove_prefix(end);
            continue;
        }
        auto* place = name == "keyid" ? &found.key : name == "alg" ? &found.algorithm : nullptr;
        const auto end = text.starts_with('"') ? text.find('"', 1) : std::string_view::npos;
        if (place == nullptr || *place || end == std::string_view::npos) return std::nullopt;
        *place = text.substr(1, end - 1);
        text.remove_prefix(end + 1);
    }
    return found;
}

std::optional<core::sealing::Signature> read_signature(std::string_view text)
{
    if (text.size() < 2 || !text.starts_with(':') || !text.ends_with(':')) return std::nullopt;
    const auto bytes = from_base64(text.substr(1, text.size() - 2));
    return bytes ? core::sealing::Signature::from(*bytes) : std::nullopt;
}

} // namespace

std::string content_digest(core::base::BytesView body)
{
    return std::string{digest_start} + to_base64(core::sealing::sha256(body).view()) + ":";
}

bool matches(std::string_view digest_field, core::base::BytesView body)
{
    return digest_field == content_digest(body);
}

SignatureFields sign(const Signed& what, const core::sealing::SigningKey& device)
{
    const auto counter = std::to_string(what.counter);
    const auto parameters = std::string{covered} + ";keyid=\"" + what.device.hex() + "\";alg=\"ed25519\"";
    const Claim claim{what.method, what.path, what.authority, what.digest, counter, {}, {}};
    const auto signature = device.sign(core::base::view_of(message_of(claim, parameters)));
    const auto start = std::string{label} + "=";
    return {start + parameters, start + ":" + to_base64(signature.view()) + ":"};
}

Result<Unproved, Unsigned> read(const Claim& claim)
{
    if (!claim.digest || !claim.counter || !claim.input || !claim.signature) return no(Unsigned::missing);
    if (claim.input->size() > longest_input) return no(Unsigned::not_readable);
    const auto input = split_label(*claim.input);
    const auto given = split_label(*claim.signature);
    const auto counter = read_counter(*claim.counter);
    if (!input || !given || input->first != given->first || !counter) return no(Unsigned::not_readable);
    if (!input->second.starts_with(covered)) return no(Unsigned::other_cover);

    const auto parameters = read_parameters(input->second.substr(covered.size()));
    const auto signature = read_signature(given->second);
    if (!parameters || !parameters->key || !signature) return no(Unsigned::not_readable);
    if (parameters->algorithm && *parameters->algorithm != "ed25519") return no(Unsigned::other_algorithm);
    const auto device = DeviceId::from_hex(*parameters->key);
    if (!device) return no(Unsigned::not_readable);
    return Unproved{*device, *counter, message_of(claim, input->second), *signature};
}

bool proved(const Unproved& claim, const core::sealing::SignPublic& key)
{
    return core::sealing::verified(key, core::base::view_of(claim.message), claim.signature);
}

} // namespace frikort::sync::protocol
