// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "tests/journeys/outside/waiting.hpp"

namespace frikort::tests::outside {

// The only environment a program gets: nothing of the machine the test happens to run on.
using Environment = std::map<std::string, std::string>;
Environment plain_environment(const std::filesystem::path& home);

// Command and environment as execve takes them. Must outlive it, and is not moved.
class Call {
public:
    Call(std::vector<std::string> command, const Environment&);
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;
    // In a child whose files stand in their places; it dies with `parent`. Never comes back.
    [[noreturn]] void become(pid_t parent) const;

private:
    std::vector<std::string> command_, pairs_;
    std::vector<char*> arguments_, surroundings_;
};

// A program started as from a shell, with nothing to read. What it says goes into LOG.out and LOG.err. It is
// killed when this object ends, or this process in whatever way. To be used from one thread.
class Program {
public:
    // `command[0]` is a path, or a name on the PATH of the environment.
    Program(std::vector<std::string> command, const Environment&, std::filesystem::path log);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    pid_t id() const { return id_; }
    bool running();
    void ask_to_end() const; // SIGTERM
    void kill();             // SIGKILL; it is gone when this returns
    // Its exit status, 128 and more for a signal; nothing when it still runs after that time.
    std::optional<int> wait(milliseconds at_most = patience);
    std::string out() const;
    std::string err() const;
    // Waits for a line of its output that begins so, and gives the rest of it. Throws std::runtime_error
    // with all that it said when no such line comes.
    std::string line_after(const std::string& beginning);

private:
    std::filesystem::path log_;
    pid_t id_ = 0;
    std::optional<int> status_;
};

// Starts it, waits for its end, and gives what it wrote. Throws std::runtime_error when it fails.
std::string answer_of(std::vector<std::string> command, const Environment&, const std::filesystem::path& log);

} // namespace frikort::tests::outside
