// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "core/store/store.hpp"
#include "tests/fuzz/target.hpp"

namespace frikort::tests::fuzz {

// The bytes stand in a file. `read` takes it, or tells that it is damaged: no other failure.
template <class Read>
void as_a_file(const std::uint8_t* bytes, std::size_t size, Read read)
{
    const auto path = std::filesystem::temp_directory_path() / ("frikort-fuzz-" + std::to_string(::getpid()));
    std::ofstream{path, std::ios::binary | std::ios::trunc}.write(reinterpret_cast<const char*>(bytes),
                                                                  static_cast<std::streamsize>(size));
    try {
        read(path);
    } catch (const core::store::StoreFailure& failure) {
        holds(failure.kind == core::store::StoreFailure::Kind::damaged);
    }
    std::filesystem::remove(path);
}

} // namespace frikort::tests::fuzz
