// SPDX-License-Identifier: MPL-2.0
#include "core/store/erasures.hpp"

#include "tests/fuzz/file.hpp"

using namespace frikort;
using tests::fuzz::holds;

// The file of erasures beside a database: it is read, or told to be damaged.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    tests::fuzz::as_a_file(bytes, size, [&](const std::filesystem::path& path) {
        std::size_t all = 0;
        for (const auto& record : core::store::Erasures{path}.all()) all += 4 + record.size();
        holds(all <= size);
    });
    return 0;
}
