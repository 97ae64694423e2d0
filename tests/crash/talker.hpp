// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "tests/journeys/outside/program.hpp"

namespace frikort::tests::crash {

// A program whose output is heard as it is said, and that waits when nobody listens: its pipe holds one page.
// Killed when this object ends, or this process in whatever way. To be used from one thread.
class Talker {
public:
    // What it says to stderr goes to the end of `err`.
    Talker(std::vector<std::string> command, const outside::Environment&, const std::filesystem::path& err);
    ~Talker();
    Talker(const Talker&) = delete;
    Talker& operator=(const Talker&) = delete;

    int pipe() const { return heard_; }
    // What was said since the last call, in whole lines; waits until there is something. Nothing when it
    // ended and all was heard.
    std::vector<std::string> listen();
    // SIGKILL, and then whatever it said before it died.
    std::vector<std::string> kill();
    // All that it still says, until it ends by itself.
    std::vector<std::string> hear_out();
    // Its exit status once it ended, 128 and more for a signal.
    int status();

private:
    std::vector<std::string> lines_of(std::string_view);

    pid_t id_ = 0;
    int heard_ = -1;
    std::string half_;
    std::optional<int> status_;
};

} // namespace frikort::tests::crash
