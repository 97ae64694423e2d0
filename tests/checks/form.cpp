// SPDX-License-Identifier: MPL-2.0
#include "tests/checks/form.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "tests/support/pattern.hpp"

namespace frikort::tests::checks {

namespace {

constexpr std::size_t longest_file = 400;
constexpr std::string_view licence = "SPDX-License-Identifier: MPL-2.0";

constexpr std::array source_endings{".cpp", ".hpp",   ".h",  ".sql",          ".sh",
                                    ".py",  ".cmake", ".po", "CMakeLists.txt"};

constexpr std::array pythons_own{"base64", "dataclasses", "datetime", "hashlib", "http",
                                 "json",   "os",          "pathlib",  "shutil",  "struct",
                                 "sys",    "threading",   "time",     "urllib"};

constexpr std::array must_stand{"CMakeLists.txt", "README.md", "assets", "core",
                                "kiosk",          "packaging", "sync",   "tests"};
constexpr std::array may_stand{"CMakePresets.json", "ARCHITECTURE.md", "CONTRIBUTING.md"};

bool is_source(std::string_view path, std::string_view text)
{
    return text.starts_with("#!") || std::any_of(source_endings.begin(), source_endings.end(),
                                                 [&](const char* ending) { return path.ends_with(ending); });
}

bool is_in_the_house(std::string_view path)
{
    return path.starts_with("core/") || path.starts_with("sync/") || path.starts_with("kiosk/");
}

// A forward declaration of ImDrawData names what others named.
bool is_of_a_library(const std::string& name)
{
    return name.starts_with("SDL_") ||
           (name.starts_with("Im") && std::isupper(static_cast<unsigned char>(name[2])) != 0);
}

std::string place(std::string_view path, std::size_t line)
{
    return std::string{path} + ":" + std::to_string(line);
}

} // namespace

Faults licence_faults(std::string_view path, std::string_view text)
{
    if (!is_source(path, text)) return {};
    const auto lines = lines_of(text);
    const std::size_t line = text.starts_with("#!") ? 1 : 0;
    if (line < lines.size() && lines[line].find(licence) != std::string_view::npos) return {};
    return {place(path, line + 1) + ": no licence: " + std::string{licence}};
}

Faults length_faults(std::string_view path, std::string_view text)
{
    const auto lines = lines_of(text).size();
    if (!is_source(path, text) || path.ends_with(".po") || lines <= longest_file) return {};
    return {std::string{path} + ": " + std::to_string(lines) + " lines; is it about one thing?"};
}

Faults namespace_faults(std::string_view path, std::string_view text)
{
    if (!is_cpp(path) || !is_in_the_house(path)) return {};
    Faults faults;
    static const support::Pattern snake_case{"[a-z][a-z0-9_/]*\\.[ch]pp"};
    if (!snake_case.is_all_of(path)) faults.push_back(std::string{path} + ": not snake_case");
    if (path.ends_with("/main.cpp")) return faults;

    // core/sealing/cipher.hpp may also be a namespace of its own: frikort::core::sealing::cipher.
    auto folder = "namespace frikort::" + folder_of(path);
    for (auto slash = folder.find('/'); slash != std::string::npos; slash = folder.find('/'))
        folder.replace(slash, 1, "::");
    const auto file = path.substr(path.rfind('/') + 1);
    const auto own = folder + "::" + std::string{file.substr(0, file.find('.'))};
    const auto lines = lines_of(text);
    const bool is_in_it = std::any_of(lines.begin(), lines.end(),
                                      [&](auto line) { return line == folder + " {" || line == own + " {"; });
    if (!is_in_it) faults.push_back(std::string{path} + ": has no \"" + folder + " {\"");
    return faults;
}

Faults name_faults(std::string_view path, std::string_view text)
{
    if (!is_cpp(path)) return {};
    static const support::Pattern forbidden{
        "^\\s*(?:template\\s*<.*>\\s*)?(?:class|struct|union|enum|enum class|enum struct|concept|using)\\s+"
        "(?:\\w+::)*(\\w*(?:Manager|Helper|Helpers|Util|Utils|Utility|Data|Info|Impl))\\b(?:\\s*[;:={]|\\s+"
        "final|\\s*$)"};
    Faults faults;
    const auto lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (const auto& found : forbidden.all_in(lines[i])) {
            const auto& name = found.groups[1];
            if (!is_of_a_library(name))
                faults.push_back(place(path, i + 1) + ": says nothing of what it is: " + name);
        }
    }
    return faults;
}

Faults guard_faults(std::string_view path, std::string_view text)
{
    if (!path.ends_with(".hpp") && !path.ends_with(".h")) return {};
    const auto lines = lines_of(text);
    if (lines.size() > 1 && lines[1] == "#pragma once") return {};
    return {place(path, 2) + ": no #pragma once"};
}

Faults module_faults(std::string_view path, std::string_view text, const std::vector<std::string>& beside)
{
    if (!path.ends_with(".py")) return {};
    static const support::Pattern import{"^(?:import|from) ([a-z0-9_]+)"};
    Faults faults;
    const auto lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (const auto& found : import.all_in(lines[i])) {
            const auto& name = found.groups[1];
            const bool known = std::find(pythons_own.begin(), pythons_own.end(), name) != pythons_own.end() ||
                               name == "nacl" ||
                               std::find(beside.begin(), beside.end(), name) != beside.end();
            if (!known)
                faults.push_back(place(path, i + 1) + ": Debian's python3 and python3-nacl only: " + name);
        }
    }
    return faults;
}

Faults top_level_faults(const std::vector<std::string>& names)
{
    Faults faults;
    const std::set<std::string> there{names.begin(), names.end()};
    for (const auto* name : must_stand)
        if (!there.contains(name)) faults.push_back(std::string{name} + " is missing at the top");
    const std::set<std::string> must{must_stand.begin(), must_stand.end()};
    const std::set<std::string> may{may_stand.begin(), may_stand.end()};
    for (const auto& name : there) {
        const bool built = name == "build";
        if (!name.starts_with('.') && !built && !must.contains(name) && !may.contains(name))
            faults.push_back(name + " does not belong at the top");
    }
    return faults;
}

} // namespace frikort::tests::checks
