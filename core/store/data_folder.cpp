// SPDX-License-Identifier: MPL-2.0
#include "core/store/data_folder.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/store/disk/disk.hpp"

namespace frikort::core::store {

namespace {

void make(const std::filesystem::path& folder)
{
    std::error_code error;
    if (folder.has_parent_path()) std::filesystem::create_directories(folder.parent_path(), error);
    if (error) disk::fail(error.value(), "making the data folder");
    if (::mkdir(folder.c_str(), 0700) == 0) {
        disk::sync(folder.has_parent_path() ? folder.parent_path() : ".");
    } else if (errno != EEXIST) {
        disk::fail(errno, "making the data folder");
    }
}

bool is_ours_or_empty(const std::filesystem::path& folder)
{
    std::error_code error;
    const bool is_ours = std::filesystem::exists(std::filesystem::symlink_status(folder / "lock", error));
    const bool is_empty = std::filesystem::is_empty(folder, error);
    if (error) disk::fail(error.value(), "looking into the data folder");
    return is_ours || is_empty;
}

// Somebody who can write here can put another database in our place. A folder that holds something else, as
// somebody's home does, is not taken from those who use it.
void keep_others_out(const std::filesystem::path& folder)
{
    struct stat found {};
    if (::stat(folder.c_str(), &found) != 0) disk::fail(errno, "looking at the data folder");
    if (!S_ISDIR(found.st_mode)) disk::fail(ENOTDIR, "looking at the data folder");
    if ((found.st_mode & 077) == 0) return;
    if (::access(folder.c_str(), W_OK) == 0 && !is_ours_or_empty(folder)) {
        throw StoreFailure{StoreFailure::Kind::other,
                           folder.native() + " holds something, and others may look into it. When it is "
                                             "for this program alone: chmod 700."};
    }
    if (::chmod(folder.c_str(), 0700) == 0) return;
    if ((found.st_mode & 022) != 0) {
        throw StoreFailure{StoreFailure::Kind::other, "other users may write in the data folder"};
    }
}

int take(const std::filesystem::path& file)
{
    const int opened = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (opened < 0) disk::fail(errno, "locking the data folder");
    if (::flock(opened, LOCK_EX | LOCK_NB) == 0) return opened;
    const int error = errno;
    ::close(opened);
    if (error == EWOULDBLOCK) {
        throw StoreFailure{StoreFailure::Kind::in_use, "another program has this data folder"};
    }
    disk::fail(error, "locking the data folder");
}

} // namespace

void must_not_be_anothers(const std::filesystem::path& folder)
{
    struct stat found {};
    if (::geteuid() != 0 || ::stat(folder.c_str(), &found) != 0 || found.st_uid == 0) return;
    throw StoreFailure{
        StoreFailure::Kind::other,
        "The data folder belongs to another user, who could not open what root leaves in it: sudo -u '#" +
            std::to_string(found.st_uid) + "' and the same again."};
}

DataFolder::DataFolder(std::filesystem::path path) : path_{std::move(path)}
{
    if (!path_.has_filename()) path_ = path_.parent_path(); // "data/" is "data"
    make(path_);
    must_not_be_anothers(path_);
    keep_others_out(path_);
    if (::access(path_.c_str(), W_OK) != 0) disk::fail(errno, "writing in the data folder");
    lock_ = take(file("lock"));
}

DataFolder::~DataFolder() { ::close(lock_); }

void DataFolder::sync() const { disk::sync(path_); }

} // namespace frikort::core::store
