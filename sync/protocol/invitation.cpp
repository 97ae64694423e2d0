// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/invitation.hpp"

#include <algorithm>

#include "sync/protocol/base64.hpp"

namespace frikort::sync::protocol {

using core::sealing::Fingerprint;
using core::sealing::Sha256;

namespace {

constexpr std::string_view begins = "FE.";
constexpr char part_authority = 'A';
constexpr char part_centre = 'K';
constexpr std::size_t longest = 1000; // letters

std::string in_capitals(std::string_view typed)
{
    std::string text;
    for (const char sign : typed) {
        if (sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t') continue;
        text += sign >= 'a' && sign <= 'z' ? static_cast<char>(sign - 'a' + 'A') : sign;
    }
    return text;
}

bool is_word(std::string_view part)
{
    return part.size() > 1 && std::all_of(part.begin(), part.end(), [](char sign) {
               return (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9');
           });
}

// Takes the next part off.
std::string_view next(std::string_view& text)
{
    const auto end = std::min(text.find('.'), text.size());
    const auto part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::string hex_in_capitals(const Sha256& digest) { return in_capitals(digest.hex()); }

std::optional<Sha256> digest_in(std::string_view capitals)
{
    std::string hex;
    for (const char sign : capitals)
        hex += sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
    return Sha256::from_hex(hex);
}

// False when it is not whole, or was there before.
bool take(std::string_view part, Invitation& invitation)
{
    if (!is_word(part)) return false;
    const auto rest = part.substr(1);
    if (part.front() == part_authority) {
        if (invitation.authority) return false;
        invitation.authority = digest_in(rest);
        return invitation.authority.has_value();
    }
    if (part.front() == part_centre) {
        if (invitation.centre) return false;
        invitation.centre = Fingerprint::read(rest);
        return invitation.centre.has_value();
    }
    return true;
}

} // namespace

std::optional<Invitation> Invitation::read(std::string_view typed)
{
    if (typed.size() > longest) return std::nullopt;
    const auto text = in_capitals(typed);
    if (!text.starts_with(begins)) {
        auto code = EnrolmentCode::read(typed);
        return code ? std::optional{Invitation{std::move(*code)}} : std::nullopt;
    }
    auto left = std::string_view{text}.substr(begins.size());
    auto code = EnrolmentCode::read(next(left));
    if (!code || text.back() == '.') return std::nullopt;
    Invitation invitation{std::move(*code)};
    while (!left.empty())
        if (!take(next(left), invitation)) return std::nullopt;
    return invitation;
}

std::string Invitation::text() const
{
    if (!authority && !centre) return code.in_groups();
    auto text = std::string{begins} + code.letters();
    if (authority) text += std::string{'.', part_authority} + hex_in_capitals(*authority);
    if (centre) text += std::string{'.', part_centre} + centre->all_digits();
    return text;
}

std::optional<std::vector<Sha256>> certificates_in(std::string_view pem)
{
    constexpr std::string_view begin = "-----BEGIN CERTIFICATE-----";
    constexpr std::string_view end = "-----END CERTIFICATE-----";
    std::vector<Sha256> all;
    for (auto at = pem.find(begin); at != std::string_view::npos; at = pem.find(begin)) {
        pem.remove_prefix(at + begin.size());
        const auto to = pem.find(end);
        if (to == std::string_view::npos) return std::nullopt;
        std::string letters;
        for (const char sign : pem.substr(0, to))
            if (sign != '\n' && sign != '\r' && sign != ' ' && sign != '\t') letters += sign;
        const auto der = from_base64(letters);
        if (!der || der->empty()) return std::nullopt;
        all.push_back(core::sealing::sha256(*der));
        pem.remove_prefix(to + end.size());
    }
    return all;
}

} // namespace frikort::sync::protocol
