// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include "core/actions/kiosk.hpp"
#include "core/store/data_folder.hpp"
#include "kiosk/app/identity.hpp"
#include "kiosk/app/link.hpp"
#include "kiosk/app/options.hpp"
#include "kiosk/screens/fetching.hpp"

namespace frikort::kiosk::app {

// The thread that syncs, where there is a server to sync with. What it learns is handed over in a mailbox;
// nothing on the screen waits for it.
class Syncing {
public:
    // `wake` may be called from the thread. Folder and kiosk must outlive this; of the kiosk the thread reads
    // device key and pepper alone. Throws StoreFailure.
    Syncing(const core::store::DataFolder&, const core::actions::Kiosk&, Identity::Pepper, const Options&,
            std::function<void()> wake);
    ~Syncing();

    // What came of the rounds since the last call.
    struct Heard {
        std::size_t rounds = 0;
        std::optional<std::chrono::sys_seconds> server_time; // if it was said
        std::optional<core::actions::WholePepper> whole{};   // if the server's half came
    };
    Heard take_news();
    const Link& link() const;
    // Begins a round at once, where there is a server.
    void now();
    // Asks for cards that are not known here.
    screens::Fetching& fetching();

private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

} // namespace frikort::kiosk::app
