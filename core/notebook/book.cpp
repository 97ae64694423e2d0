// SPDX-License-Identifier: MPL-2.0
#include "core/notebook/book.hpp"

#include <algorithm>
#include <set>

#include "core/base/text.hpp"

namespace frikort::core::notebook {

Year Book::year(int which) const
{
    Year year;
    year.year = which;
    for (const auto& entry : entries_) {
        if (entry.now.paid.year() != which) continue;
        year.sum += entry.now.amount;
        year.months[static_cast<std::size_t>(entry.now.paid.month() - 1)] += entry.now.amount;
        year.entries.push_back(entry);
    }
    year.count = year.entries.size();
    return year;
}

std::vector<int> Book::years() const
{
    std::vector<int> years;
    for (const auto& entry : entries_) {
        const int year = entry.now.paid.year();
        if (years.empty() || years.back() != year) years.push_back(year);
    }
    return years;
}

const Entry* Book::find(const Id& entry) const
{
    for (const auto* some : {&entries_, &withdrawn_}) {
        for (const auto& one : *some) {
            if (one.id == entry) return &one;
        }
    }
    return nullptr;
}

std::vector<std::string> Book::places() const
{
    std::vector<std::string> places;
    std::set<std::string> seen;
    for (const auto& entry : entries_) {
        if (entry.now.place && seen.insert(base::fold_case(*entry.now.place)).second)
            places.push_back(*entry.now.place);
    }
    return places;
}

std::size_t Book::contested() const
{
    const auto is_contested = [](const auto& entry) { return entry.contested; };
    return static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(), is_contested) +
                                    std::count_if(withdrawn_.begin(), withdrawn_.end(), is_contested));
}

} // namespace frikort::core::notebook
