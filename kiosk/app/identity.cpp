// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/identity.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "core/sealing/machine.hpp"
#include "core/store/store.hpp"

namespace frikort::kiosk::app {

using core::sealing::KeyCheck;
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

// A key as it lies in a file: 32 bytes, and behind them what tells that it is still the one that was written.
// Files of before have the key alone.
struct Kept {
    enum class Is { absent, whole, bare, damaged } is = Is::absent;
    Secret key{};
};

Kept read_key(const std::filesystem::path& path)
{
    File file{path, O_RDONLY};
    if (!file) {
        if (errno == ENOENT) return {};
        fail("a key of this kiosk cannot be read");
    }
    Secret bytes{key_size + KeyCheck::size + 1};
    const auto count = ::read(file.number(), bytes.span().data(), bytes.size());
    const bool bare = count == static_cast<ssize_t>(key_size);
    if (!bare && count != static_cast<ssize_t>(key_size + KeyCheck::size)) return {Kept::Is::damaged};
    auto key = Secret::copy_of(bytes.view().first(key_size));
    if (bare) return {Kept::Is::bare, std::move(key)};
    const auto check = core::sealing::check_of(key.view());
    const auto kept = bytes.view().subspan(key_size, KeyCheck::size);
    const bool same = std::equal(kept.begin(), kept.end(), check.bytes.begin());
    return {same ? Kept::Is::whole : Kept::Is::damaged, std::move(key)};
}

// Whole or not at all, and still there after a power cut.
void write_key(const core::store::DataFolder& folder, const char* name, const Secret& key)
{
    const auto draft = folder.file((std::string{name} + ".new").c_str());
    {
        File file{draft, O_WRONLY | O_CREAT | O_TRUNC};
        if (!file) fail("a key of this kiosk cannot be kept");
        Secret bytes{key.size() + KeyCheck::size};
        const auto check = core::sealing::check_of(key.view());
        std::copy(check.bytes.begin(), check.bytes.end(),
                  std::copy(key.view().begin(), key.view().end(), bytes.span().begin()));
        const auto count = ::write(file.number(), bytes.view().data(), bytes.size());
        if (count != static_cast<ssize_t>(bytes.size()) || ::fsync(file.number()) != 0 || !file.close())
            fail("a key of this kiosk cannot be kept");
    }
    if (::rename(draft.c_str(), folder.file(name).c_str()) != 0) fail("a key of this kiosk cannot be kept");
    folder.sync();
}

// As systemd hands it over, from the TPM where there is one. Whoever made it must mend it.
std::optional<Secret> credential(const char* name)
{
    const char* credentials = std::getenv("CREDENTIALS_DIRECTORY");
    if (credentials == nullptr) return std::nullopt;
    auto kept = read_key(std::filesystem::path{credentials} / name);
    if (kept.is == Kept::Is::absent) return std::nullopt;
    if (kept.is == Kept::Is::damaged)
        throw StoreFailure{StoreFailure::Kind::damaged, "a key among systemd's credentials is damaged"};
    return std::move(kept.key);
}

// Under a name that nothing else has, for whoever may be able to read it.
void put_aside(const core::store::DataFolder& folder, const std::string& name)
{
    auto aside = name + ".damaged";
    for (int more = 2; std::filesystem::exists(folder.file(aside.c_str())); ++more)
        aside = name + ".damaged-" + std::to_string(more);
    if (::rename(folder.file(name.c_str()).c_str(), folder.file(aside.c_str()).c_str()) != 0)
        fail("a damaged key cannot be put aside");
    folder.sync();
}

// What was kept bare is kept with its check from now on; a disk that cannot do it says so elsewhere.
void write_check(const core::store::DataFolder& folder, const char* name, const Secret& key)
{
    try {
        write_key(folder, name, key);
    } catch (const StoreFailure&) {
        return;
    }
}

struct Named {
    Secret key;
    Identity::Half is = Identity::Half::kept;
};

Named key_named(const core::store::DataFolder& folder, const char* name, core::base::Chance& chance)
{
    if (auto key = credential(name)) return {std::move(*key)};
    auto kept = read_key(folder.file(name));
    if (kept.is == Kept::Is::bare) write_check(folder, name, kept.key);
    if (kept.is == Kept::Is::bare || kept.is == Kept::Is::whole) return {std::move(kept.key)};
    if (kept.is == Kept::Is::damaged) put_aside(folder, name);
    auto key = Secret::random(key_size, chance);
    write_key(folder, name, key);
    const bool lost = std::filesystem::exists(folder.file("kiosk.db"));
    return {std::move(key), lost ? Identity::Half::made : Identity::Half::kept};
}

} // namespace

Identity load_identity(const core::store::DataFolder& folder, core::base::Chance& chance)
{
    const auto device = key_named(folder, "device.key", chance);
    const auto pepper = key_named(folder, "pepper", chance);
    return {{core::sealing::SigningKey::from_seed(device.key.view()),
             *core::sealing::Pepper::from(pepper.key.view()), chance},
            credential("pepper") ? Identity::Pepper::machine : Identity::Pepper::file,
            pepper.is};
}

core::sealing::SigningKey next_device_key(const core::store::DataFolder& folder, core::base::Chance& chance)
{
    if (credential("device.key"))
        throw StoreFailure{StoreFailure::Kind::foreign, "the device key is one of systemd's credentials"};
    return core::sealing::SigningKey::from_seed(key_named(folder, "device.key.next", chance).key.view());
}

bool has_next_device_key(const core::store::DataFolder& folder)
{
    return std::filesystem::exists(folder.file("device.key.next"));
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
    const auto kept = read_key(folder.file("device.key.before"));
    if (kept.is == Kept::Is::absent) return std::nullopt;
    if (kept.is == Kept::Is::damaged)
        throw StoreFailure{StoreFailure::Kind::damaged, "the key this kiosk had before is damaged"};
    return core::sealing::SigningKey::from_seed(kept.key.view());
}

void forget_key_before(const core::store::DataFolder& folder)
{
    if (::unlink(folder.file("device.key.before").c_str()) != 0) fail("an old key cannot be removed");
    folder.sync();
}

} // namespace frikort::kiosk::app
