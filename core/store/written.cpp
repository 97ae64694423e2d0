// SPDX-License-Identifier: MPL-2.0
#include "core/store/written.hpp"

#include <array>

#include <fcntl.h>
#include <unistd.h>

namespace frikort::core::store {

namespace {

constexpr const char* name = "written";
constexpr std::uint8_t version = 1;
constexpr std::size_t content_size = 1 + 16 + 8 + 32;
constexpr std::size_t whole_size = content_size + 32; // and the digest of it: half a note is none

} // namespace

std::optional<Written> read_written(const DataFolder& folder)
{
    const int file = ::open(folder.file(name).c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return std::nullopt;
    std::array<base::Byte, whole_size + 1> bytes{};
    const auto count = ::read(file, bytes.data(), bytes.size());
    ::close(file);
    if (count != static_cast<ssize_t>(whole_size)) return std::nullopt;
    const base::BytesView whole{bytes.data(), whole_size};
    const auto digest = records::digest(whole.first(content_size));
    if (base::Hash::from(whole.subspan(content_size)) != digest) return std::nullopt;
    base::ByteReader reader{whole.first(content_size)};
    if (reader.u8() != version) return std::nullopt;
    Written written;
    written.device = *records::DeviceId::from(reader.raw(16));
    written.tip.number = reader.u64();
    written.tip.hash = *base::Hash::from(reader.raw(32));
    return written;
}

WrittenNote::WrittenNote(const DataFolder& folder) : path_{folder.file(name)} {}

WrittenNote::~WrittenNote()
{
    if (file_ >= 0) ::close(file_);
}

void WrittenNote::keep(const Written& written) noexcept
try {
    if (file_ < 0) file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) return;
    base::ByteWriter writer;
    writer.u8(version).raw(written.device.view()).u64(written.tip.number).raw(written.tip.hash.view());
    auto bytes = writer.take();
    const auto digest = records::digest(bytes);
    bytes.insert(bytes.end(), digest.bytes.begin(), digest.bytes.end());
    [[maybe_unused]] const auto kept = ::pwrite(file_, bytes.data(), bytes.size(), 0);
} catch (const std::bad_alloc&) {
}

} // namespace frikort::core::store
