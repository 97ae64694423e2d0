// SPDX-License-Identifier: MPL-2.0
#include "tests/checks/includes.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace frikort::tests::checks {

namespace {

using Rooms = std::vector<std::string_view>;

// Who may include whom, as ARCHITECTURE.md draws it. A room may include itself and core/base; a deeper folder
// without a row of its own belongs to the room above it. Change the page in the same commit as a row.
const std::map<std::string_view, Rooms>& may_include()
{
    static const std::map<std::string_view, Rooms> table{
        {"core/base", {}},
        {"core/money", {}},
        {"core/content", {}},
        {"core/records", {}},
        {"core/allowance", {"core/money"}},
        {"core/guide", {"core/money", "core/allowance", "core/content"}},
        {"core/sealing", {"core/records"}},
        {"core/notebook", {"core/money", "core/allowance", "core/records"}},
        {"core/people", {"core/records", "core/sealing"}},
        {"core/store", {"core/records", "core/sealing", "core/notebook", "core/people"}},
        {"core/support", {}},
        {"core/centre", {"core/records", "core/people", "core/sealing"}},
        {"core/actions",
         {"core/store", "core/centre", "core/support", "core/notebook", "core/people", "core/money",
          "core/allowance", "core/records", "core/sealing"}},
        {"sync/protocol", {"core/records", "core/sealing"}},
        {"sync/agent", {"sync/protocol", "core/actions", "core/records", "core/sealing", "core/store"}},
        {"sync/central", {"sync/protocol", "core/people", "core/records", "core/sealing", "core/store"}},
        {"sync/central/http", {}},
        {"sync/central/paper", {}},
        {"kiosk/ui", {}},
        {"kiosk/widgets", {"kiosk/ui"}},
        {"kiosk/devices", {}},
        {"kiosk/cards", {"core/people", "core/sealing"}},
        {"kiosk/screens",
         {"kiosk/ui", "kiosk/widgets", "core/actions", "core/centre", "core/support", "core/notebook",
          "core/people", "core/money", "core/allowance", "core/records", "core/sealing", "core/content",
          "core/guide"}},
        {"kiosk/app",
         {"kiosk/ui", "kiosk/widgets", "kiosk/screens", "kiosk/devices", "sync/agent", "sync/protocol",
          "core/store", "core/actions", "core/centre", "core/support", "core/notebook", "core/people",
          "core/money", "core/allowance", "core/records", "core/sealing", "core/content", "core/guide"}},
    };
    return table;
}

struct Library {
    std::string_view begins; // how its headers begin
    Rooms rooms;
};

// Each library's only rooms; "main" stands for every main.cpp.
constexpr std::string_view main_files = "main";
const std::vector<Library>& hidden_libraries()
{
    static const std::vector<Library> libraries{
        {"sqlite3", {"core/store"}},
        {"sodium", {"core/sealing", "core/records"}},
        {"curl/", {"sync/agent"}},
        {"boost/", {"sync/central/http"}},
        {"libpq", {"core/store/postgresql"}},
        {"imgui", {"kiosk/ui"}},
        {"SDL", {"kiosk/ui", "kiosk/devices"}},
        {"espeak-ng", {"kiosk/devices"}},
        {"ft2build", {"kiosk/ui"}},
        {"freetype", {"kiosk/ui"}},
        {"qrencode", {"kiosk/widgets", "kiosk/cards", "sync/central/paper"}},
        {"spdlog/", {"kiosk/app", "sync/agent", "sync/central", main_files}},
        {"CLI/", {"kiosk/app", "sync/central/commands", main_files}},
        {"png.h", {"kiosk/ui"}},
        {"md4c", {"core/content"}},
        {"catch2/", {"tests/support"}},
    };
    return libraries;
}

bool is_within(std::string_view path, std::string_view folder)
{
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

// The row a file belongs to: the longest that its folder lies in; nothing for a folder the table does not
// have.
std::optional<std::string_view> room_of(std::string_view path)
{
    std::optional<std::string_view> room;
    for (const auto& [name, allowed] : may_include())
        if (is_within(path, name) && (!room || name.size() > room->size())) room = name;
    return room;
}

struct Include {
    std::size_t line;
    std::string_view target;
    bool quoted;
};

std::vector<Include> includes_of(std::string_view text)
{
    std::vector<Include> includes;
    const auto lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto line = lines[i];
        const auto skip_blanks = [&] {
            line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        };
        skip_blanks();
        if (!line.starts_with('#')) continue;
        line.remove_prefix(1);
        skip_blanks();
        if (!line.starts_with("include")) continue;
        line.remove_prefix(7);
        skip_blanks();
        if (!line.starts_with('"') && !line.starts_with('<')) continue;
        const bool quoted = line.front() == '"';
        const auto end = line.find(quoted ? '"' : '>', 1);
        if (end != std::string_view::npos) includes.push_back({i + 1, line.substr(1, end - 1), quoted});
    }
    return includes;
}

const Library* hidden_library(std::string_view target)
{
    for (const auto& library : hidden_libraries())
        if (target.starts_with(library.begins)) return &library;
    return nullptr;
}

bool may_use(std::string_view path, const Library& library)
{
    const bool is_test = is_within(path, "tests");
    if (is_test && library.begins != "catch2/") return true;
    return std::any_of(library.rooms.begin(), library.rooms.end(), [&](std::string_view room) {
        return room == main_files ? path.ends_with("/main.cpp") : is_within(path, room);
    });
}

std::optional<std::string> wrong_room(std::string_view path, std::string_view target)
{
    if (is_within(path, "tests")) return std::nullopt;
    if (is_within(target, "tests")) return "only tests may include tests/";
    const auto from = room_of(path);
    const auto to = room_of(target);
    if (!from) return "this folder has no row in the table of who may include whom";
    if (!to) return "includes start at the root with the name of a room";
    if (*to == *from || *to == "core/base") return std::nullopt;
    if (target.ends_with("/main.hpp") || target.ends_with(".cpp")) return "nothing includes a program";
    const auto& allowed = may_include().at(*from);
    if (std::find(allowed.begin(), allowed.end(), *to) != allowed.end()) return std::nullopt;
    // A room may always use its own deeper folders, such as sync/central its http/.
    if (is_within(*to, *from)) return std::nullopt;
    return std::string{*from} + " may not know " + std::string{*to};
}

} // namespace

Faults include_faults(std::string_view path, std::string_view text)
{
    Faults faults;
    if (!is_cpp(path)) return faults;
    const auto complain = [&](const Include& include, const std::string& what) {
        faults.push_back(std::string{path} + ":" + std::to_string(include.line) + ": " + what + ": " +
                         std::string{include.target});
    };
    for (const auto& include : includes_of(text)) {
        const auto* library = hidden_library(include.target);
        if (library != nullptr && !may_use(path, *library))
            complain(include, "this library is hidden elsewhere");
        if (library != nullptr || !include.quoted) continue;
        if (const auto wrong = wrong_room(path, include.target)) complain(include, *wrong);
    }
    return faults;
}

Faults leak_faults(const std::vector<File>& files)
{
    std::map<std::string_view, const File*> by_path;
    for (const auto& file : files) by_path[file.path] = &file;

    // Headers that reach a hidden library, grown until nothing is added.
    std::set<std::string_view> is_private;
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto& file : files) {
            if (!file.path.ends_with(".hpp") || is_within(file.path, "tests")) continue;
            for (const auto& include : includes_of(file.text)) {
                const bool reaches =
                    hidden_library(include.target) != nullptr || is_private.contains(include.target);
                if (reaches) grew = is_private.insert(file.path).second || grew;
            }
        }
    }

    Faults faults;
    for (const auto& file : files) {
        if (!is_cpp(file.path) || is_within(file.path, "tests")) continue;
        for (const auto& include : includes_of(file.text)) {
            if (!is_private.contains(include.target) || room_of(include.target) == room_of(file.path))
                continue;
            faults.push_back(file.path + ":" + std::to_string(include.line) +
                             ": this header brings a hidden library along: " + std::string{include.target});
        }
    }
    return faults;
}

} // namespace frikort::tests::checks
