// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/assets.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace frikort::kiosk::app {

Assets Assets::load(const std::filesystem::path& share)
{
    Assets assets;
    std::error_code ignored;
    for (const auto& file : std::filesystem::directory_iterator{share / "locale", ignored}) {
        if (file.path().extension() != ".mo") continue;
        if (auto texts = core::content::Texts::load(file.path())) {
            const auto language = texts->language();
            assets.texts.emplace(language, std::move(*texts));
        }
    }
    if (!assets.texts.contains("da"))
        throw std::runtime_error{"the Danish texts are missing in " + share.string()};
    std::ifstream limits{share / "limits.json"};
    const std::string json{std::istreambuf_iterator<char>{limits}, {}};
    if (auto known = core::allowance::Allowances::from_json(json)) assets.allowances = std::move(*known);
    return assets;
}

const core::content::Texts& Assets::of(const std::string& language) const
{
    const auto found = texts.find(language);
    return found == texts.end() ? texts.at("da") : found->second;
}

std::filesystem::path share_folder()
{
    return std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path() / "share" / "frikort";
}

} // namespace frikort::kiosk::app
