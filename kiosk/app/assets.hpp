// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/allowance/allowance.hpp"
#include "core/content/links.hpp"
#include "core/content/notes.hpp"
#include "core/content/pages.hpp"
#include "core/content/texts.hpp"
#include "core/guide/pay.hpp"
#include "core/guide/words.hpp"

namespace frikort::kiosk::app {

// What the kiosk reads once and never writes: texts by language, the yearly limits.
struct Assets {
    std::map<std::string, core::content::Texts> texts; // Danish is always there
    core::allowance::Allowances allowances;            // knows no year where limits.json is damaged
    using Pages = std::vector<core::content::Page>;
    std::map<std::string, Pages> pages; // by language, in the order they are read; a damaged one is left out
    core::content::Links links;         // none where links.json is damaged
    std::map<std::string, core::guide::Words> guides;        // by language, as pages are
    std::map<std::string, core::guide::PayWords> pay_guides; // by language
    core::content::Notes notes;                              // Danish, for people who are not here
    std::vector<std::string> left_out; // "content/da/what.md": what was damaged, for the log and the staff

    // Throws std::runtime_error when the Danish texts are missing or damaged: then there is nothing to show.
    static Assets load(const std::filesystem::path& share);
    // Danish for a language that is not there.
    const core::content::Texts& of(const std::string& language) const;
    const Pages& pages_of(const std::string& language) const;
    // Nothing where the file is damaged.
    const core::guide::Words* guide_of(const std::string& language) const;
    const core::guide::PayWords* pay_guide_of(const std::string& language) const;
};

// Where they are: ../share/frikort beside the program's own folder, the same in a build and when installed.
std::filesystem::path share_folder();

} // namespace frikort::kiosk::app
