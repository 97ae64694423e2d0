// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

// One table of the server's in memory. Not for other rooms.
namespace frikort::core::store::central_memory {

class Transaction;

// What a statement sees: all that was committed until then, and what its own Work did.
struct View {
    const Transaction* own = nullptr;
    std::uint64_t until = UINT64_MAX; // the number of a commit
};

// Rows in versions: the one that somebody is writing, the newest committed one, and older ones as long as
// somebody may look at them. The mutex of the database is held around each call.
template <class Key, class Value>
class Table {
public:
    std::optional<Value> find(const View& view, const Key& key) const
    {
        const auto row = rows_.find(key);
        const auto* value = row == rows_.end() ? nullptr : seen(view, row->second);
        return value == nullptr ? std::nullopt : std::optional{*value};
    }
    // In the order of keys, from `first` on, as long as `deed` says yes.
    template <class Deed>
    void each_from(const View& view, const Key& first, Deed deed) const
    {
        go_on(view, rows_.lower_bound(first), deed);
    }
    template <class Deed>
    void each(const View& view, Deed deed) const
    {
        go_on(view, rows_.begin(), [&](const Key& key, const Value& value) {
            deed(key, value);
            return true;
        });
    }

    // Who writes this row and has not committed.
    const Transaction* writer(const Key& key) const
    {
        const auto row = rows_.find(key);
        return row == rows_.end() ? nullptr : row->second.back().by;
    }
    // Nobody else writes this row. No value: it goes.
    void write(const Transaction& by, const Key& key, std::optional<Value> value)
    {
        auto& versions = rows_[key];
        if (!versions.empty() && versions.back().by == &by)
            versions.back().value = std::move(value);
        else
            versions.push_back({&by, 0, std::move(value)});
    }
    // What its writer wrote is committed; nobody looks at what was before `oldest` any more.
    void keep(const Key& key, std::uint64_t commit, std::uint64_t oldest)
    {
        auto& versions = rows_.at(key);
        versions.back().by = nullptr;
        versions.back().commit = commit;
        while (versions.size() > 1 && versions[1].commit <= oldest) versions.erase(versions.begin());
        if (versions.size() == 1 && !versions.front().value) rows_.erase(key);
    }
    // It was never written.
    void take_back(const Key& key)
    {
        auto& versions = rows_.at(key);
        versions.pop_back();
        if (versions.empty()) rows_.erase(key);
    }

private:
    struct Version {
        const Transaction* by; // it is being written
        std::uint64_t commit;
        std::optional<Value> value;
    };
    using Rows = std::map<Key, std::vector<Version>>; // oldest first, never none

    static const Value* seen(const View& view, const std::vector<Version>& versions)
    {
        const auto version = std::find_if(versions.rbegin(), versions.rend(), [&](const Version& one) {
            return one.by == nullptr ? one.commit <= view.until : one.by == view.own;
        });
        return version == versions.rend() || !version->value ? nullptr : &*version->value;
    }
    template <class Deed>
    void go_on(const View& view, typename Rows::const_iterator row, Deed deed) const
    {
        for (; row != rows_.end(); ++row) {
            const auto* value = seen(view, row->second);
            if (value != nullptr && !deed(row->first, *value)) return;
        }
    }

    Rows rows_;
};

} // namespace frikort::core::store::central_memory
