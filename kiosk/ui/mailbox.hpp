// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace frikort::kiosk::ui {

// Hands values from any thread to one other. The receiver runs nothing under the lock; whoever posts wakes
// the window afterwards.
template <class News>
class Mailbox {
public:
    void post(News news)
    {
        const std::lock_guard lock{mutex_};
        news_.push_back(std::move(news));
    }
    std::vector<News> take_all()
    {
        const std::lock_guard lock{mutex_};
        return std::exchange(news_, {});
    }

private:
    std::mutex mutex_;
    std::vector<News> news_;
};

} // namespace frikort::kiosk::ui
