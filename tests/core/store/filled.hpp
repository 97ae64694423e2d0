// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <vector>

// Rows for whatever tables a schema has, made from what it says of its columns: so that a step that is
// written next year is tried on a database with rows in it, too.
namespace frikort::tests {

struct FilledColumn {
    std::string name;
    enum class Kind { integer, text, blob, uuid, yes_no } kind = Kind::blob;
    bool may_be_null = false;
};

struct FilledTable {
    std::string name;
    std::vector<FilledColumn> columns;
    std::string checks; // what it demands, in SQL
};

// Every row of every table, each as "table: column=value, ...".
using FilledRows = std::vector<std::map<std::string, std::string>>;

// What a table demands of one of its columns; both engines' ways of saying it.
class Demanded {
public:
    Demanded(const FilledTable& table, const FilledColumn& column)
    {
        const auto& n = column.name;
        const auto number = [&](const std::string& pattern) -> std::optional<std::int64_t> {
            std::smatch found;
            if (!std::regex_search(table.checks, found, std::regex{pattern})) return std::nullopt;
            return std::stoll(found[1]);
        };
        length = number("length\\(" + n + "\\) = (\\d+)");
        exactly = number("[( ]" + n + " = (\\d+)\\)");
        const auto between = "[( ]" + n + " BETWEEN \\d+ AND (\\d+)";
        most = number(between);
        if (!most) most = number("[( ]" + n + " <= (\\d+)\\)");
        if (!most) most = number("[( ]" + n + " IN \\(0, (\\d+)\\)");
    }
    std::optional<std::int64_t> length, exactly, most;
};

// The value of a column in row 1, 2 or 3, as a literal. Of the same kind and size it is the same in every
// table, so that what refers to another table finds it there. The third row is as empty as it may be.
inline std::string filled_value(const FilledTable& table, const FilledColumn& column, int row,
                                const std::string& blob_begins, const std::string& blob_ends)
{
    using Kind = FilledColumn::Kind;
    const Demanded demanded{table, column};
    const auto digit = std::to_string(row);
    const auto hex = [&](std::int64_t bytes) {
        std::string all;
        for (std::int64_t i = 0; i < bytes; ++i) all += "0" + digit;
        return all;
    };
    if (row == 3 && column.may_be_null) return "NULL";
    switch (column.kind) {
    case Kind::integer:
        if (demanded.exactly) return std::to_string(*demanded.exactly);
        return std::to_string(std::min<std::int64_t>(row, demanded.most.value_or(row)));
    case Kind::text:
        return "'text " + digit + "'";
    case Kind::yes_no:
        return row == 1 ? "true" : "false";
    case Kind::uuid:
        return "'" + hex(16) + "'";
    case Kind::blob:
        break;
    }
    constexpr std::int64_t as_a_stream = 33; // what refers to one does not say how long it is
    return blob_begins + hex(demanded.length.value_or(as_a_stream)) + blob_ends;
}

// One row for a table that holds but one.
inline int filled_rows(const FilledTable& table)
{
    for (const auto& column : table.columns)
        if (Demanded{table, column}.exactly) return 1;
    return 3;
}

inline std::vector<std::string> filling(const FilledTable& table, const std::string& blob_begins,
                                        const std::string& blob_ends)
{
    std::vector<std::string> statements;
    for (int row = 1; row <= filled_rows(table); ++row) {
        std::string names, values;
        for (const auto& column : table.columns) {
            names += (names.empty() ? "" : ", ") + column.name;
            values += (values.empty() ? "" : ", ") + filled_value(table, column, row, blob_begins, blob_ends);
        }
        statements.push_back("INSERT INTO " + table.name + " (" + names + ") VALUES (" + values + ")");
    }
    return statements;
}

// Rows of before that are not there any more with each value they had; a row may have got more columns.
inline FilledRows gone(const FilledRows& before, const FilledRows& after)
{
    FilledRows missing;
    for (const auto& row : before) {
        bool found = false;
        for (const auto& other : after) {
            bool same = true;
            for (const auto& [name, value] : row) {
                const auto there = other.find(name);
                same = same && there != other.end() && there->second == value;
            }
            found = found || same;
        }
        if (!found) missing.push_back(row);
    }
    return missing;
}

} // namespace frikort::tests
