// SPDX-License-Identifier: MPL-2.0
#include "tests/checks/catalogues.hpp"

#include <algorithm>

#include "tests/support/pattern.hpp"
#include "tests/support/reading.hpp"

namespace frikort::tests::checks {

namespace {

constexpr std::size_t longest_sentence = 15;
constexpr std::size_t words_for_lix = 20;
constexpr double hardest_lix = 24;

// The text between the quotes of one .po line.
std::string unquoted(std::string_view line)
{
    const auto start = line.find('"');
    const auto end = line.rfind('"');
    std::string text;
    if (start == std::string_view::npos || end <= start) return text;
    for (std::size_t i = start + 1; i < end; ++i) {
        if (line[i] != '\\' || i + 1 >= end)
            text += line[i];
        else
            text += line[++i] == 'n' ? '\n' : line[i];
    }
    return text;
}

std::string at(std::string_view path, std::size_t line)
{
    return std::string{path} + ":" + std::to_string(line) + ": ";
}

// Literals that end like a file are names of files, not keys.
bool is_file_name(const std::string& literal)
{
    static const support::Pattern file{
        ".*\\.(json|po|mo|md|png|svg|sql|db|sock|lock|log|key|ttf|otf|txt|tmp|hpp|cpp|dk|new)"};
    return file.is_all_of(literal);
}

bool is_key(const std::string& key)
{
    static const support::Pattern shape{"[a-z][a-z0-9_]*(\\.[a-z0-9_]+)+"};
    return shape.is_all_of(key);
}

struct Use {
    std::string key;
    std::size_t line;
    bool certain; // an argument of texts(...), not only a literal that looks like a key
};

std::vector<Use> uses_in(std::string_view text)
{
    static const support::Pattern call{"texts_?(?:\\(\\))?(?:\\(|\\.count\\()\\s*\"([^\"]*)\""};
    static const support::Pattern literal{"\"([a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)+)\""};
    std::vector<Use> uses;
    const auto collect = [&](const support::Pattern& pattern, bool certain) {
        for (const auto& found : pattern.all_in(text)) {
            const auto before = text.substr(0, found.place);
            const auto line = 1 + std::count(before.begin(), before.end(), '\n');
            uses.push_back({found.groups[1], static_cast<std::size_t>(line), certain});
        }
    };
    collect(call, true);
    collect(literal, false);
    return uses;
}

bool uses_texts(const std::string& path)
{
    return is_cpp(path) &&
           (path.starts_with("core/") || path.starts_with("kiosk/") || path.starts_with("sync/"));
}

std::string without_comments(const std::string& text)
{
    std::string code;
    for (const auto line : lines_of(text)) {
        const auto start = line.find_first_not_of(' ');
        if (start == std::string_view::npos || line.substr(start, 2) != "//") code += line;
        code += '\n';
    }
    return code;
}

} // namespace

Catalogue read_po(std::string_view text)
{
    Catalogue catalogue;
    std::string key;
    Entry entry;
    std::string* open = nullptr; // what a line that starts with a quote goes on with
    const auto close = [&] {
        if (!key.empty()) catalogue.insert_or_assign(key, entry);
        key.clear();
    };
    const auto lines = lines_of(text);
    bool fuzzy = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line = lines[i];
        if (line.starts_with("#,")) fuzzy = line.find("fuzzy") != std::string_view::npos;
        if (line.starts_with("msgid ")) {
            close();
            entry = Entry{i + 1, {}, {}, fuzzy};
            fuzzy = false;
            key = unquoted(line);
            open = &key;
        } else if (line.starts_with("msgid_plural ")) {
            entry.plural = unquoted(line);
            open = &entry.plural;
        } else if (line.starts_with("msgstr")) {
            entry.forms.push_back(unquoted(line));
            open = &entry.forms.back();
        } else if (line.starts_with('"') && open != nullptr) {
            *open += unquoted(line);
        }
    }
    close();
    return catalogue;
}

std::set<std::string> placeholders_of(const Entry& entry)
{
    static const support::Pattern placeholder{"\\{([^{}]*)\\}"};
    std::set<std::string> names;
    for (const auto& form : entry.forms)
        for (const auto& found : placeholder.all_in(form)) names.insert(found.groups[1]);
    return names;
}

Faults form_of_texts_faults(std::string_view path, std::string_view text)
{
    if (!path.ends_with(".po")) return {};
    Faults faults;
    for (const auto& [key, entry] : read_po(text)) {
        const auto complain = [&, &name = key, line = entry.line](const std::string& what) {
            faults.push_back(at(path, line) + name + " " + what);
        };
        if (!is_key(key)) complain("is not a key of small letters and dots");
        if (entry.fuzzy) complain("is fuzzy");
        if (entry.forms.size() != (entry.plural.empty() ? 1U : 2U)) complain("has too few or too many forms");
        if (!entry.plural.empty() && entry.plural != key) complain("has a plural of another key");
        for (const auto& form : entry.forms) {
            if (form.empty()) complain("is empty");
            if (form != form.substr(0, form.find_last_not_of(" \n") + 1)) complain("ends with a blank");
            if (form.find("  ") != std::string::npos) complain("has two blanks in a row");
        }
    }
    return faults;
}

Faults pair_faults(const Catalogue& danish, const Catalogue& other)
{
    Faults faults;
    for (const auto& [key, entry] : danish) {
        const auto twin = other.find(key);
        if (twin == other.end())
            faults.push_back(key + " is only in Danish");
        else if (placeholders_of(entry) != placeholders_of(twin->second))
            faults.push_back(key + " has other placeholders than in Danish");
        else if (entry.plural.empty() != twin->second.plural.empty())
            faults.push_back(key + " has a plural in one language only");
    }
    for (const auto& [key, entry] : other)
        if (!danish.contains(key)) faults.push_back(key + " is not in Danish");
    return faults;
}

Faults use_faults(const Catalogue& catalogue, const std::vector<File>& files)
{
    Faults faults;
    std::set<std::string> rooms; // "home" of "home.title": literals that begin so are meant as keys
    for (const auto& [key, entry] : catalogue) rooms.insert(key.substr(0, key.find('.')));

    std::set<std::string> used;
    for (const auto& file : files) {
        if (!uses_texts(file.path)) continue;
        for (const auto& use : uses_in(without_comments(file.text))) {
            // texts("picture." + name): all keys that begin so are asked for, and there must be some.
            if (use.certain && use.key.ends_with('.')) {
                const auto first = catalogue.lower_bound(use.key);
                if (first == catalogue.end() || !first->first.starts_with(use.key))
                    faults.push_back(at(file.path, use.line) + use.key + "... is in no catalogue");
                for (auto each = first; each != catalogue.end() && each->first.starts_with(use.key); ++each)
                    used.insert(each->first);
                continue;
            }
            used.insert(use.key);
            const bool meant = use.certain || (rooms.contains(use.key.substr(0, use.key.find('.'))) &&
                                               !is_file_name(use.key));
            if (meant && !catalogue.contains(use.key))
                faults.push_back(at(file.path, use.line) + use.key + " is in no catalogue");
        }
    }
    for (const auto& [key, entry] : catalogue)
        if (!used.contains(key)) faults.push_back(key + " is used nowhere");
    std::sort(faults.begin(), faults.end());
    faults.erase(std::unique(faults.begin(), faults.end()), faults.end());
    return faults;
}

Faults sentence_faults(const Catalogue& catalogue)
{
    Faults faults;
    for (const auto& [key, entry] : catalogue)
        for (const auto& form : entry.forms)
            for (const auto& sentence : support::sentences_of(form)) {
                const auto words = support::words_of(sentence).size();
                if (words > longest_sentence)
                    faults.push_back(key + ": " + std::to_string(words) + " words in a sentence:" + sentence);
            }
    return faults;
}

Faults lix_faults(const Catalogue& catalogue)
{
    Faults faults;
    for (const auto& [key, entry] : catalogue)
        for (const auto& form : entry.forms)
            if (support::words_of(form).size() >= words_for_lix && support::lix({form}) > hardest_lix)
                faults.push_back(key + ": LIX " + std::to_string(support::lix({form})));
    return faults;
}

} // namespace frikort::tests::checks
