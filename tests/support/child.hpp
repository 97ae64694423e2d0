// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <csignal>
#include <cstdio>
#include <optional>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

#include "core/base/must.hpp"

namespace frikort::tests {

// A process of its own that does one thing and tells its parent in lines. Must be started while this process
// has one thread. Killed at the end if it is still there.
class Child {
public:
    // Says a line to the parent.
    class Mouth {
    public:
        explicit Mouth(int pipe) : pipe_{pipe} {}
        void say(const std::string& line) const
        {
            const auto whole = line + '\n';
            if (::write(pipe_, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) ::_exit(99);
        }

    private:
        int pipe_;
    };

    // `deed(Mouth)` answers the exit status; an exception is status 98.
    template <class Deed>
    explicit Child(Deed deed)
    {
        int ends[2];
        core::base::must(::pipe(ends) == 0);
        std::fflush(nullptr);
        id_ = ::fork();
        core::base::must(id_ >= 0);
        if (id_ == 0) {
            ::close(ends[0]);
            int status = 98;
            try {
                status = deed(Mouth{ends[1]});
            } catch (...) {
            }
            ::_exit(status);
        }
        ::close(ends[1]);
        heard_ = ::fdopen(ends[0], "r");
    }
    ~Child()
    {
        if (id_ != 0) kill();
        std::fclose(heard_);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    // Waits for a whole line; nothing when the child ended.
    std::optional<std::string> line()
    {
        std::string said;
        for (int next = std::fgetc(heard_); next != EOF; next = std::fgetc(heard_)) {
            if (next == '\n') return said;
            said += static_cast<char>(next);
        }
        return std::nullopt;
    }
    void kill()
    {
        ::kill(id_, SIGKILL);
        wait();
    }
    // Its exit status, or -1 when it was killed.
    int wait()
    {
        int status = 0;
        core::base::must(::waitpid(id_, &status, 0) == id_);
        id_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t id_ = 0;
    std::FILE* heard_ = nullptr;
};

} // namespace frikort::tests
