// SPDX-License-Identifier: MPL-2.0
#include "core/store/erasures.hpp"

#include <cerrno>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

#include "core/records/record.hpp"
#include "core/store/disk/disk.hpp"

namespace frikort::core::store {

namespace {

class File {
public:
    explicit File(const std::filesystem::path& path)
        : opened_{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)}
    {
        if (opened_ < 0) disk::fail(errno, "opening the erasures");
    }
    ~File() { ::close(opened_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    // Behind what is whole; what a power cut left after that goes.
    void append(std::size_t whole, base::BytesView bytes) const
    {
        if (::ftruncate(opened_, static_cast<off_t>(whole)) != 0) disk::fail(errno, "writing the erasures");
        for (std::size_t written = 0; written < bytes.size();) {
            const auto some = ::pwrite(opened_, bytes.data() + written, bytes.size() - written,
                                       static_cast<off_t>(whole + written));
            if (some < 0 && errno != EINTR) disk::fail(errno, "writing the erasures");
            if (some > 0) written += static_cast<std::size_t>(some);
        }
        if (::fsync(opened_) != 0) disk::fail(errno, "syncing the erasures");
    }

private:
    int opened_;
};

struct Read {
    std::vector<base::Bytes> records;
    std::size_t whole = 0; // bytes
};

Read read(const std::filesystem::path& path)
{
    std::ifstream in{path, std::ios::binary};
    const base::Bytes bytes{std::istreambuf_iterator<char>{in}, {}};
    base::ByteReader reader{bytes};
    Read found;
    while (!reader.at_end()) {
        const auto record = reader.sized();
        if (!reader.fits()) break;
        if (!records::decode_record(record))
            throw StoreFailure{StoreFailure::Kind::damaged, "the file of erasures holds something else"};
        found.records.emplace_back(record.begin(), record.end());
        found.whole += sizeof(std::uint32_t) + record.size();
    }
    return found;
}

} // namespace

void Erasures::keep(std::span<const base::Bytes> records) const
{
    const bool is_new = !std::filesystem::exists(file_);
    base::ByteWriter writer;
    for (const auto& record : records) writer.sized(record);
    const auto whole = is_new ? 0 : read(file_).whole;
    File{file_}.append(whole, writer.take());
    if (is_new) disk::sync(file_.parent_path());
}

std::vector<base::Bytes> Erasures::all() const
{
    return std::filesystem::exists(file_) ? read(file_).records : std::vector<base::Bytes>{};
}

} // namespace frikort::core::store
