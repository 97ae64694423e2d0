// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <csignal>

namespace frikort::sync::central::backup {

// While this lives Ctrl-C, SIGTERM and SIGHUP wait, so that no unsealed copy is left behind: everything that
// was begun is overwritten and gone first, and then they end the program. One thread.
class Ending {
public:
    Ending();
    ~Ending();
    Ending(const Ending&) = delete;
    Ending& operator=(const Ending&) = delete;

private:
    sigset_t before_{};
};

// To be asked in between by what takes long: throws StoreFailure other when one of them waits.
void go_on_unless_ending();

} // namespace frikort::sync::central::backup
