// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/fingerprint.hpp"

namespace frikort::core::sealing {

namespace {

constexpr std::uint32_t ten_to_the_digits = 100'000;
constexpr std::string_view between = " .-\t\r\n";

// With zeros in front.
std::string five(std::uint32_t number)
{
    auto text = std::to_string(number % ten_to_the_digits);
    return std::string(Fingerprint::digits - text.size(), '0') + text;
}

} // namespace

Fingerprint Fingerprint::of(const records::StreamId& centre, const SignPublic& root)
{
    const auto digest = records::digest(base::ByteWriter{}
                                            .sized(base::view_of("frikort centre fingerprint 1"))
                                            .raw(centre.bytes())
                                            .raw(root.view())
                                            .take());
    base::ByteReader reader{digest.view()};
    std::string all;
    for (std::size_t group = 0; group < groups; ++group) all += five(reader.u32());
    return Fingerprint{std::move(all)};
}

std::optional<Fingerprint> Fingerprint::read(std::string_view typed)
{
    std::string all;
    for (const char sign : typed) {
        if (between.find(sign) != std::string_view::npos) continue;
        if (sign < '0' || sign > '9' || all.size() == groups * digits) return std::nullopt;
        all += sign;
    }
    if (all.size() != groups * digits) return std::nullopt;
    return Fingerprint{std::move(all)};
}

std::array<std::string, Fingerprint::groups> Fingerprint::in_groups() const
{
    std::array<std::string, groups> all;
    for (std::size_t group = 0; group < groups; ++group)
        all[group] = all_digits_.substr(group * digits, digits);
    return all;
}

std::string Fingerprint::text() const
{
    std::string text;
    for (const auto& group : in_groups()) text += (text.empty() ? "" : " ") + group;
    return text;
}

} // namespace frikort::core::sealing
