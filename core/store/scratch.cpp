// SPDX-License-Identifier: MPL-2.0
#include "core/store/scratch.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/store/disk/append_only.hpp"
#include "core/store/disk/disk.hpp"

namespace frikort::core::store {

namespace {

constexpr auto mark = "scratch";
constexpr std::string_view marked = "Frikort overwrites everything in this folder.\n";

// As well as it can be done: a disk that fails is no reason to keep the file.
void wipe(const std::filesystem::path& file) noexcept
{
    const int opened = ::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    if (opened < 0) return;
    static constexpr std::array<base::Byte, 64 * 1024> zeros{};
    const auto size = ::lseek(opened, 0, SEEK_END);
    for (off_t at = 0; at < size;) {
        const auto some = std::min<off_t>(size - at, static_cast<off_t>(zeros.size()));
        const auto written = ::pwrite(opened, zeros.data(), static_cast<std::size_t>(some), at);
        if (written <= 0) break;
        at += written;
    }
    ::fdatasync(opened);
    ::close(opened);
}

void empty(const std::filesystem::path& folder) noexcept
{
    std::error_code error;
    std::filesystem::directory_iterator entry{folder, error};
    for (; !error && entry != std::filesystem::directory_iterator{}; entry.increment(error)) {
        std::error_code none;
        if (entry->path().filename() == "lock" || entry->path().filename() == mark) continue;
        if (entry->is_regular_file(none)) wipe(entry->path());
        std::filesystem::remove_all(entry->path(), none);
    }
}

std::string beginning_of(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    std::string read(marked.size() + 1, '\0');
    in.read(read.data(), static_cast<std::streamsize>(read.size()));
    read.resize(static_cast<std::size_t>(in.gcount()));
    return read;
}

enum class Found { nothing, ours, something };

// The power may also go before the mark is whole, and nothing else is there then.
Found look_into(const std::filesystem::path& folder)
{
    auto found = Found::nothing;
    std::error_code error;
    std::filesystem::directory_iterator entry{folder, error};
    for (; !error && entry != std::filesystem::directory_iterator{}; entry.increment(error)) {
        std::error_code none;
        const auto name = entry->path().filename();
        const bool is_file = std::filesystem::is_regular_file(entry->symlink_status(none));
        if (is_file && name == mark && beginning_of(entry->path()) == marked) return Found::ours;
        const bool is_begun = is_file && ((name == "lock" && entry->file_size(none) == 0) ||
                                          (name == mark && marked.starts_with(beginning_of(entry->path()))));
        if (!is_begun) found = Found::something;
    }
    if (error) disk::fail(error.value(), "looking into the scratch folder");
    return found;
}

[[noreturn]] void refuse()
{
    throw StoreFailure{StoreFailure::Kind::other,
                       "This folder holds something: give one that is not there yet."};
}

// Before anything else is there.
void put_mark(const DataFolder& folder)
{
    const disk::AppendOnly file{folder.file(mark)};
    if (look_into(folder.path()) == Found::ours) return;
    file.add(0, base::view_of(marked));
    folder.sync();
}

} // namespace

Scratch::Scratch(std::filesystem::path path) : Scratch{}
{
    if (!path.has_filename()) path = path.parent_path();
    if (::mkdir(path.c_str(), 0700) != 0) {
        if (errno != EEXIST) disk::fail(errno, "making the scratch folder");
        if (look_into(path) == Found::something) refuse();
    }
    held_.emplace(std::move(path));
    if (look_into(held_->path()) == Found::something) { // since
        held_.reset();
        refuse();
    }
    put_mark(*held_);
    empty(held_->path());
}

Scratch::~Scratch()
{
    if (!held_) return;
    const auto path = held_->path();
    empty(path);
    std::error_code error;
    std::filesystem::remove(path / mark, error);
    std::filesystem::remove(path / "lock", error);
    std::filesystem::remove(path, error);
}

void sweep_scratch(const std::filesystem::path& folder) noexcept
{
    std::error_code error;
    std::vector<std::filesystem::path> left;
    std::filesystem::directory_iterator entry{folder, error};
    for (; !error && entry != std::filesystem::directory_iterator{}; entry.increment(error)) {
        std::error_code none;
        const bool is_folder = std::filesystem::is_directory(entry->symlink_status(none));
        if (is_folder && entry->path().extension() == ".scratch") left.push_back(entry->path());
    }
    for (auto& one : left) {
        try {
            if (look_into(one) != Found::ours) continue;
            const Scratch swept{one};
            std::filesystem::remove(one.replace_extension(".part"), error);
        } catch (const StoreFailure&) { // somebody has it, or its disk fails
            continue;
        }
    }
}

} // namespace frikort::core::store
