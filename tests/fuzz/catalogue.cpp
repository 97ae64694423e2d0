// SPDX-License-Identifier: MPL-2.0
#include "core/content/catalogue.hpp"
#include "core/base/text.hpp"
#include "core/content/texts.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
using tests::fuzz::holds;

// A compiled catalogue of texts.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto texts = core::content::Texts::read(tests::fuzz::view(bytes, size));
    if (!texts) return 0;
    holds(core::content::read_catalogue(tests::fuzz::view(bytes, size)).has_value());
    holds(!texts->language().empty());
    for (const auto& key : texts->keys()) {
        (*texts)(key, {{"n", "3"}, {"name", "{name}"}});
        texts->count(key, 1);
        texts->count(key, -1, {{"name", ""}});
    }
    return 0;
}
