// SPDX-License-Identifier: MPL-2.0
#include "sync/central/backup/ending.hpp"

#include <array>

#include "core/store/store.hpp"

namespace frikort::sync::central::backup {

namespace {

constexpr std::array endings{SIGINT, SIGTERM, SIGHUP};

}

Ending::Ending()
{
    sigset_t waiting;
    sigemptyset(&waiting);
    for (const int one : endings) sigaddset(&waiting, one);
    pthread_sigmask(SIG_BLOCK, &waiting, &before_);
}

Ending::~Ending() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

void go_on_unless_ending()
{
    sigset_t waiting;
    sigpending(&waiting);
    for (const int one : endings)
        if (sigismember(&waiting, one) == 1)
            throw core::store::StoreFailure{core::store::StoreFailure::Kind::other,
                                            "Stopped. Nothing was changed."};
}

} // namespace frikort::sync::central::backup
