// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <vector>

namespace frikort::sync::central::http {

class Connection;

// The open connections, those that keep us waiting in the order in which they began to. For the one thread
// that moves bytes.
class Queue {
public:
    using Place = std::list<std::weak_ptr<Connection>>::iterator;

    Place begin_waiting(std::weak_ptr<Connection> connection)
    {
        return waiting_.insert(waiting_.end(), std::move(connection));
    }
    void end_waiting(Place place) { waiting_.erase(place); }
    std::shared_ptr<Connection> longest_waiting() const
    {
        return waiting_.empty() ? nullptr : waiting_.front().lock();
    }
    // Of those for which it holds.
    template <class Which>
    std::shared_ptr<Connection> longest_waiting(Which which) const
    {
        for (const auto& one : waiting_) {
            auto connection = one.lock();
            if (connection && which(*connection)) return connection;
        }
        return nullptr;
    }
    std::vector<std::shared_ptr<Connection>> all_waiting() const
    {
        std::vector<std::shared_ptr<Connection>> all;
        for (const auto& one : waiting_)
            if (auto connection = one.lock()) all.push_back(std::move(connection));
        return all;
    }

private:
    std::list<std::weak_ptr<Connection>> waiting_;
};

} // namespace frikort::sync::central::http
