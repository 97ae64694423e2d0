// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/assets.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace frikort::kiosk::app {

namespace {

// The order in which people need them.
constexpr std::array page_ids{"what", "get", "boss", "readers", "rights"};

// The notes that the pages name.
constexpr std::array note_names{"boss"};

std::string all_of(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

template <class Words>
const Words* found_in(const std::map<std::string, Words>& all, const std::string& language)
{
    const auto found = all.find(language);
    return found == all.end() ? nullptr : &found->second;
}

} // namespace

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
    if (auto known = core::allowance::Allowances::from_json(all_of(share / "limits.json")))
        assets.allowances = std::move(*known);
    else
        assets.left_out.emplace_back("limits.json");
    if (auto links = core::content::Links::from_json(all_of(share / "links.json")))
        assets.links = std::move(*links);
    else
        assets.left_out.emplace_back("links.json");
    const auto read = [&](const std::string& language, const std::string& id, auto keep) {
        const auto file = "content/" + language + "/" + id + ".md";
        auto page = core::content::read_page(id, all_of(share / file));
        if (!page || !keep(std::move(*page))) assets.left_out.push_back(file);
    };
    using core::content::Page;
    for (const auto& [language, texts] : assets.texts) {
        for (const auto* id : page_ids)
            read(language, id, [&, &to = assets.pages[language]](Page page) {
                to.push_back(std::move(page));
                return true;
            });
        read(language, "guide", [&, &to = language](Page page) {
            auto words = core::guide::Words::of(std::move(page));
            return words && assets.guides.emplace(to, std::move(*words)).second;
        });
        read(language, "pay", [&, &to = language](Page page) {
            auto words = core::guide::PayWords::of(std::move(page));
            return words && assets.pay_guides.emplace(to, std::move(*words)).second;
        });
    }
    for (const std::string name : note_names)
        read("da", "note-" + name, [&](const Page& page) {
            auto note = core::content::plain_note(page, assets.links);
            return note && assets.notes.emplace(name, std::move(*note)).second;
        });
    return assets;
}

const core::content::Texts& Assets::of(const std::string& language) const
{
    const auto found = texts.find(language);
    return found == texts.end() ? texts.at("da") : found->second;
}

const Assets::Pages& Assets::pages_of(const std::string& language) const
{
    static const Pages none;
    const auto found = pages.find(language);
    return found == pages.end() ? none : found->second;
}

const core::guide::Words* Assets::guide_of(const std::string& language) const
{
    return found_in(guides, language);
}

const core::guide::PayWords* Assets::pay_guide_of(const std::string& language) const
{
    return found_in(pay_guides, language);
}

std::filesystem::path share_folder()
{
    return std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path() / "share" / "frikort";
}

} // namespace frikort::kiosk::app
