// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/identity.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "core/store/store.hpp"

namespace frikort::kiosk::app {

using core::sealing::Secret;
using core::store::StoreFailure;

namespace {

constexpr std::size_t key_size = 32;

class File {
public:
    File(const std::filesystem::path& path, int flags)
        : number_{::open(path.c_str(), flags | O_CLOEXEC, 0600)}
    {
    }
    ~File() { close(); }
    File(const File&) = delete;
    explicit operator bool() const { return number_ >= 0; }
    int number() const { return number_; }
    bool close() { return number_ < 0 || ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

[[noreturn]] void fail(const char* what)
{
    const auto kind = errno == ENOSPC                     ? StoreFailure::Kind::full
                      : errno == EROFS || errno == EACCES ? StoreFailure::Kind::read_only
                                                          : StoreFailure::Kind::other;
    throw StoreFailure{kind, what};
}

std::optional<Secret> read_key(const std::filesystem::path& path)
{
    File file{path, O_RDONLY};
    if (!file) {
        if (errno == ENOENT) return std::nullopt;
        fail("a key of this kiosk cannot be read");
    }
    Secret key{key_size};
    const auto count = ::read(file.number(), key.span().data(), key_size);
    if (count != static_cast<ssize_t>(key_size))
        throw StoreFailure{StoreFailure::Kind::damaged, "a key of this kiosk is damaged"};
    return key;
}

// Whole or not at all, and still there after a power cut.
void write_key(const core::store::DataFolder& folder, const char* name, const Secret& key)
{
    const auto draft = folder.file((std::string{name} + ".new").c_str());
    {
        File file{draft, O_WRONLY | O_CREAT | O_TRUNC};
        if (!file) fail("a key of this kiosk cannot be kept");
        const auto count = ::write(file.number(), key.view().data(), key.size());
        if (count != static_cast<ssize_t>(key.size()) || ::fsync(file.number()) != 0 || !file.close())
            fail("a key of this kiosk cannot be kept");
    }
    if (::rename(draft.c_str(), folder.file(name).c_str()) != 0) fail("a key of this kiosk cannot be kept");
    folder.sync();
}

Secret key_named(const core::store::DataFolder& folder, const char* name, core::base::Chance& chance)
{
    if (const char* credentials = std::getenv("CREDENTIALS_DIRECTORY"))
        if (auto key = read_key(std::filesystem::path{credentials} / name)) return std::move(*key);
    if (auto key = read_key(folder.file(name))) return std::move(*key);
    auto key = Secret::random(key_size, chance);
    write_key(folder, name, key);
    return key;
}

} // namespace

core::actions::Kiosk load_identity(const core::store::DataFolder& folder, core::base::Chance& chance)
{
    const auto device = key_named(folder, "device.key", chance);
    const auto pepper = key_named(folder, "pepper", chance);
    return {core::sealing::SigningKey::from_seed(device.view()), *core::sealing::Pepper::from(pepper.view()),
            chance};
}

core::sealing::SigningKey next_device_key(const core::store::DataFolder& folder, core::base::Chance& chance)
{
    const char* credentials = std::getenv("CREDENTIALS_DIRECTORY");
    if (credentials != nullptr && read_key(std::filesystem::path{credentials} / "device.key"))
        throw StoreFailure{StoreFailure::Kind::foreign, "the device key is one of systemd's credentials"};
    return core::sealing::SigningKey::from_seed(key_named(folder, "device.key.next", chance).view());
}

void take_next_device_key(const core::store::DataFolder& folder)
{
    if (::rename(folder.file("device.key.next").c_str(), folder.file("device.key").c_str()) != 0)
        fail("a key of this kiosk cannot be kept");
    folder.sync();
}

core::sealing::SigningKey take_another_name(const core::store::DataFolder& folder, core::base::Chance& chance)
{
    auto next = next_device_key(folder, chance);
    const auto before = folder.file("device.key.before");
    if (::link(folder.file("device.key").c_str(), before.c_str()) != 0 && errno != EEXIST)
        fail("a key of this kiosk cannot be kept");
    folder.sync();
    take_next_device_key(folder);
    return next;
}

std::optional<core::sealing::SigningKey> key_before(const core::store::DataFolder& folder)
{
    const auto key = read_key(folder.file("device.key.before"));
    if (!key) return std::nullopt;
    return core::sealing::SigningKey::from_seed(key->view());
}

void forget_key_before(const core::store::DataFolder& folder)
{
    if (::unlink(folder.file("device.key.before").c_str()) != 0) fail("an old key cannot be removed");
    folder.sync();
}

} // namespace frikort::kiosk::app
