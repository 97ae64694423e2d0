// SPDX-License-Identifier: MPL-2.0
#include "sync/central/commands/key_file.hpp"

#include <array>
#include <fstream>
#include <iostream>

#include "core/store/disk/part_file.hpp"

namespace frikort::sync::central::commands {

using core::sealing::BackupKey;

namespace {

constexpr std::string_view first_line = "frikort backup key, private: keep it off the server\n";
constexpr std::size_t seed_size = 32;
constexpr std::size_t whole_size = first_line.size() + 2 * seed_size + 1;

} // namespace

void write_key_file(const std::filesystem::path& path, const BackupKey& key)
{
    core::store::disk::PartFile part{path};
    auto hex = core::base::to_hex(key.seed()) + "\n";
    part.write(core::base::view_of(first_line));
    part.write(core::base::view_of(hex));
    core::sealing::wipe(hex);
    part.finish();
}

std::optional<BackupKey> read_key_file(const std::filesystem::path& path)
{
    std::ifstream from{path, std::ios::binary};
    std::array<char, whole_size + 1> text{};
    from.read(text.data(), text.size());
    const std::string_view read{text.data(), static_cast<std::size_t>(from.gcount())};
    std::optional<BackupKey> key;
    if (read.size() >= whole_size - 1 && read.starts_with(first_line)) {
        auto seed = core::base::from_hex(read.substr(first_line.size(), 2 * seed_size));
        if (seed) {
            key = BackupKey::from_seed(*seed);
            core::sealing::wipe(*seed);
        }
    }
    core::sealing::wipe(std::span{reinterpret_cast<core::base::Byte*>(text.data()), text.size()});
    if (!key) std::cerr << "This is no file with the private half of a backup key.\n";
    return key;
}

} // namespace frikort::sync::central::commands
