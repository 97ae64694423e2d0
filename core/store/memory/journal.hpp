// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <utility>
#include <vector>

namespace frikort::core::store::memory {

// Changes maps and remembers how to undo it. The maps must outlive it.
class Journal {
public:
    template <class Map>
    void put(Map& map, const typename Map::key_type& key, typename Map::mapped_type value)
    {
        remember(map, key);
        map.insert_or_assign(key, std::move(value));
    }
    template <class Map>
    void drop(Map& map, const typename Map::key_type& key)
    {
        remember(map, key);
        map.erase(key);
    }

    bool empty() const { return undo_.empty(); }
    void keep() { undo_.clear(); }
    void undo()
    {
        for (; !undo_.empty(); undo_.pop_back()) undo_.back()();
    }

private:
    template <class Map>
    void remember(Map& map, const typename Map::key_type& key)
    {
        if (const auto found = map.find(key); found != map.end()) {
            undo_.push_back([&map, before = *found] { map.insert_or_assign(before.first, before.second); });
        } else {
            undo_.push_back([&map, key] { map.erase(key); });
        }
    }

    std::vector<std::function<void()>> undo_;
};

} // namespace frikort::core::store::memory
