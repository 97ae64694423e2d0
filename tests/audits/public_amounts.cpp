// SPDX-License-Identifier: MPL-2.0
#include "tests/audits/public_amounts.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "core/allowance/allowance.hpp"
#include "core/content/texts.hpp"
#include "tests/audits/wording.hpp"

namespace frikort::tests::audits {

std::set<std::string> public_amounts(const std::filesystem::path& share)
{
    std::set<std::string> amounts;
    for (const auto* language : {"da", "en"}) {
        const auto texts = core::content::Texts::load(share / "locale" / (std::string{language} + ".mo"));
        if (!texts) throw std::runtime_error{"no texts"};
        for (const auto& key : texts->keys()) amounts.merge(amounts_in((*texts)(key)));
    }
    std::ifstream file{share / "limits.json"};
    const std::string json{std::istreambuf_iterator<char>{file}, {}};
    const auto limits = core::allowance::Allowances::from_json(json);
    if (!limits) throw std::runtime_error{"no limits"};
    for (const auto& each : limits->all())
        amounts.merge(amounts_in(core::money::text(each.limit, core::money::Separators::danish)));
    return amounts;
}

} // namespace frikort::tests::audits
