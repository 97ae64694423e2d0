// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/harden.hpp"

#include <functional>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/catch.hpp"

using namespace frikort::core::sealing;

namespace {

// In a program of its own, so that the tests stay traceable.
bool holds_in_a_child(const std::function<bool()>& claim)
{
    const pid_t child = fork();
    if (child == 0) _exit(claim() ? 0 : 1);
    int status = 1;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

TEST_CASE("A hardened program leaves no core dump")
{
    CHECK(holds_in_a_child([] {
        const bool promised = harden().no_core_dumps;
        rlimit limit{1, 1};
        return promised && getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur == 0 && limit.rlim_max == 0;
    }));
}

TEST_CASE("A hardened program cannot be read by other programs of its user and says when it can")
{
    CHECK(
        holds_in_a_child([] { return harden().not_traceable == (prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0); }));
#if !defined(__SANITIZE_ADDRESS__)
    CHECK(holds_in_a_child([] { return harden().not_traceable; }));
#endif
}

// The address sanitizer answers mlock itself and locks nothing.
#if !defined(__SANITIZE_ADDRESS__)
TEST_CASE("A program that may not lock memory says so")
{
    CHECK(holds_in_a_child([] {
        const rlimit none{0, 0};
        const bool forbidden =
            setrlimit(RLIMIT_MEMLOCK, &none) == 0 && (geteuid() != 0 || setuid(65534) == 0);
        return forbidden && !harden().memory_can_lock;
    }));
}
#endif

TEST_CASE("Hardening twice is harmless")
{
    CHECK(holds_in_a_child([] {
        const auto first = harden();
        const auto second = harden();
        return second.no_core_dumps && first.not_traceable == second.not_traceable;
    }));
}
