// SPDX-License-Identifier: MPL-2.0
#include "core/store/disk/part_file.hpp"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "core/store/disk/disk.hpp"

namespace frikort::core::store::disk {

PartFile::PartFile(std::filesystem::path path) : path_{std::move(path)}, part_{path_}
{
    part_ += ".part";
    must_be_free();
    opened_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (opened_ < 0) fail(errno, ("making " + part_.native()).c_str());
}

PartFile::~PartFile()
{
    if (opened_ < 0) return;
    ::close(opened_);
    std::error_code gone;
    std::filesystem::remove(part_, gone);
}

void PartFile::must_be_free() const
{
    std::error_code none;
    if (std::filesystem::exists(std::filesystem::symlink_status(path_, none)))
        throw StoreFailure{StoreFailure::Kind::other,
                           "There is such a file already, and it is left as it is."};
}

void PartFile::write(base::BytesView bytes)
{
    while (!bytes.empty()) {
        const auto some = ::write(opened_, bytes.data(), bytes.size());
        if (some < 0 && errno != EINTR) fail(errno, "writing a file");
        if (some > 0) bytes = bytes.subspan(static_cast<std::size_t>(some));
    }
}

void PartFile::finish()
{
    if (::fsync(opened_) != 0) fail(errno, "syncing a file");
    must_be_free();
    std::error_code error;
    std::filesystem::rename(part_, path_, error);
    if (error) fail(error.value(), "naming a file");
    ::close(opened_);
    opened_ = -1;
    sync(path_.has_parent_path() ? path_.parent_path() : ".");
}

} // namespace frikort::core::store::disk
