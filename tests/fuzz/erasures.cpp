// SPDX-License-Identifier: MPL-2.0
#include "core/store/erasures.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "core/store/store.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
using tests::fuzz::holds;

// The file of erasures beside a database: it is read, or told to be damaged, and what is added stands behind
// what was there.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto path = std::filesystem::temp_directory_path() / ("frikort-fuzz-" + std::to_string(::getpid()));
    std::ofstream{path, std::ios::binary | std::ios::trunc}.write(reinterpret_cast<const char*>(bytes),
                                                                  static_cast<std::streamsize>(size));
    const core::store::Erasures erasures{path};
    try {
        const auto read = erasures.all();
        std::size_t all = 0;
        for (const auto& record : read) all += 4 + record.size();
        holds(all <= size);
    } catch (const core::store::StoreFailure& failure) {
        holds(failure.kind == core::store::StoreFailure::Kind::damaged);
    }
    std::filesystem::remove(path);
    return 0;
}
