// SPDX-License-Identifier: MPL-2.0
#include "tests/checks/behaviour.hpp"

#include <algorithm>
#include <set>

#include "tests/support/pattern.hpp"

namespace frikort::tests::checks {

namespace {

std::string trimmed(std::string_view text)
{
    const auto start = text.find_first_not_of(" `");
    if (start == std::string_view::npos) return {};
    return std::string{text.substr(start, text.find_last_not_of(" `") + 1 - start)};
}

// "|" inside a cell is written "\|".
std::vector<std::string> cells_of(std::string_view row)
{
    std::vector<std::string> cells;
    std::string cell;
    for (std::size_t i = 1; i < row.size(); ++i) {
        if (row[i] == '\\' && i + 1 < row.size() && row[i + 1] == '|')
            cell += row[++i];
        else if (row[i] != '|')
            cell += row[i];
        else {
            cells.push_back(trimmed(cell));
            cell.clear();
        }
    }
    return cells;
}

bool is_rule(const std::string& cell) { return cell.find_first_not_of("-: ") == std::string::npos; }

bool must_keep_a_promise(const File& file)
{
    if (!file.path.starts_with("tests/") || !file.path.ends_with("_test.cpp")) return false;
    static const support::Pattern scenario{"(^|\n)SCENARIO\\("};
    return file.path.starts_with("tests/journeys/") || scenario.is_in(file.text);
}

} // namespace

std::vector<Promise> promises_of(std::string_view behaviour_md)
{
    std::vector<Promise> promises;
    const auto lines = lines_of(behaviour_md);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].starts_with('|')) continue;
        const auto cells = cells_of(lines[i]);
        const bool heads = i + 1 < lines.size() && lines[i + 1].starts_with("|") &&
                           !cells_of(lines[i + 1]).empty() && is_rule(cells_of(lines[i + 1])[0]);
        if (heads || (!cells.empty() && is_rule(cells[0]))) continue;
        promises.push_back({i + 1, cells.empty() ? "" : cells[0], cells.size() < 2 ? "" : cells[1]});
    }
    return promises;
}

std::vector<std::string> titles_of(std::string_view text)
{
    // A name may be cut into several literals, one behind the other.
    static const support::Pattern test{
        "(?:^|\n)(?:TEST_CASE|SCENARIO|TEMPLATE_TEST_CASE)\\(\\s*((?:\"(?:[^\"\\\\\n]|\\\\.)*\"\\s*)+)"};
    static const support::Pattern literal{"\"((?:[^\"\\\\\n]|\\\\.)*)\""};
    std::vector<std::string> titles;
    for (const auto& found : test.all_in(text)) {
        std::string title;
        for (const auto& part : literal.all_in(found.groups[1]))
            for (const char c : part.groups[1])
                if (c != '\\') title += c;
        titles.push_back(title);
    }
    return titles;
}

Faults behaviour_faults(std::string_view behaviour_md, const std::vector<File>& files)
{
    Faults faults;
    std::set<std::string> titles;
    for (const auto& file : files)
        if (file.path.starts_with("tests/") && is_cpp(file.path))
            for (const auto& title : titles_of(file.text)) titles.insert(title);

    std::set<std::string> kept;
    for (const auto& promise : promises_of(behaviour_md)) {
        kept.insert(promise.test);
        if (promise.promise.empty() || !titles.contains(promise.test))
            faults.push_back("tests/BEHAVIOUR.md:" + std::to_string(promise.line) +
                             ": no such test: " + promise.test);
    }
    if (kept.empty()) faults.emplace_back("tests/BEHAVIOUR.md: promises nothing");

    for (const auto& file : files) {
        const auto own = titles_of(file.text);
        const bool keeps =
            std::any_of(own.begin(), own.end(), [&](const auto& title) { return kept.contains(title); });
        if (must_keep_a_promise(file) && !keeps)
            faults.push_back(file.path + ": no promise in tests/BEHAVIOUR.md names a test of it");
    }
    return faults;
}

} // namespace frikort::tests::checks
