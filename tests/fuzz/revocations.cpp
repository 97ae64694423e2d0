// SPDX-License-Identifier: MPL-2.0
#include "core/store/revocations.hpp"

#include <algorithm>

#include "tests/fuzz/file.hpp"

using namespace frikort;
using tests::fuzz::holds;

// The file of revoked kiosks beside a database: it is read, or told to be damaged, and what is added stands
// behind what was there.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    tests::fuzz::as_a_file(bytes, size, [&](const std::filesystem::path& path) {
        const core::store::Revocations revocations{path};
        auto read = revocations.all();
        constexpr std::size_t shortest_line = 35;
        holds(read.size() * shortest_line <= size);
        core::store::Revocation one;
        one.device.bytes.fill(0xa5);
        const bool is_new = std::none_of(read.begin(), read.end(),
                                         [&](const auto& known) { return known.device == one.device; });
        revocations.keep({&one, 1});
        if (is_new) read.push_back(one);
        holds(revocations.all() == read);
    });
    return 0;
}
