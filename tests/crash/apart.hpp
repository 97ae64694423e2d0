// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <csignal>
#include <string>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/must.hpp"

namespace frikort::tests::crash {

// Does something in a process of its own, beside others, and gives what it says of it. The process ends with
// this object, or with ours in whatever way.
class Apart {
public:
    template <class Deed>
    explicit Apart(Deed deed)
    {
        std::array<int, 2> ends{};
        core::base::must(::pipe2(ends.data(), O_CLOEXEC) == 0);
        const pid_t parent = ::getpid();
        id_ = ::fork();
        core::base::must(id_ >= 0);
        if (id_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (::getppid() != parent) ::_exit(1);
            const std::string said = deed();
            const auto size = static_cast<ssize_t>(said.size());
            ::_exit(::write(ends[1], said.data(), said.size()) == size ? 0 : 1);
        }
        ::close(ends[1]);
        hear_ = ends[0];
    }
    ~Apart()
    {
        ::kill(id_, SIGKILL);
        ::waitpid(id_, nullptr, 0);
        ::close(hear_);
    }
    Apart(const Apart&) = delete;
    Apart& operator=(const Apart&) = delete;

    // Waits until it has said all.
    std::string said() const
    {
        std::string all;
        std::array<char, 4096> some{};
        for (ssize_t count = 0; (count = ::read(hear_, some.data(), some.size())) > 0;)
            all.append(some.data(), static_cast<std::size_t>(count));
        return all;
    }

private:
    pid_t id_ = 0;
    int hear_ = -1;
};

} // namespace frikort::tests::crash
