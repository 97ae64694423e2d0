// SPDX-License-Identifier: MPL-2.0
#include "core/store/revocations.hpp"

#include <algorithm>
#include <charconv>

#include "core/store/disk/append_only.hpp"
#include "core/store/disk/content.hpp"

namespace frikort::core::store {

namespace {

constexpr std::size_t letters = 2 * records::DeviceId::size;

[[noreturn]] void refuse()
{
    throw StoreFailure{StoreFailure::Kind::damaged, "the file of revoked kiosks holds something else"};
}

Revocation read_line(std::string_view line)
{
    if (line.size() <= letters + 1 || line[letters] != ' ') refuse();
    const auto bytes = base::from_hex(line.substr(0, letters));
    const auto digits = line.substr(letters + 1);
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    if (!bytes || error != std::errc{} || end != digits.data() + digits.size() || seconds < 0) refuse();
    return {*records::DeviceId::from(*bytes), Seconds{std::chrono::seconds{seconds}}};
}

struct Read {
    std::vector<Revocation> all;
    std::size_t whole = 0; // bytes
};

Read read(std::string_view text)
{
    Read found;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', found.whole)) {
        found.all.push_back(read_line(text.substr(found.whole, end - found.whole)));
        found.whole = end + 1;
    }
    return found;
}

bool names(const std::vector<Revocation>& all, const records::DeviceId& device)
{
    return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.device == device; });
}

} // namespace

void Revocations::keep(std::span<const Revocation> some) const
{
    const disk::AppendOnly file{file_};
    auto here = read(base::text_of(file.content()));
    std::string lines;
    for (const auto& one : some) {
        if (names(here.all, one.device)) continue;
        lines += one.device.hex() + ' ' + std::to_string(one.at.time_since_epoch().count()) + '\n';
        here.all.push_back(one);
    }
    if (!lines.empty()) file.add(here.whole, base::view_of(lines));
}

std::vector<Revocation> Revocations::all() const { return read(base::text_of(disk::content(file_))).all; }

} // namespace frikort::core::store
