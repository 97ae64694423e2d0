// SPDX-License-Identifier: MPL-2.0
#include "tests/crash/talker.hpp"

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/must.hpp"

namespace frikort::tests::crash {

namespace {

constexpr int page = 4096;

} // namespace

Talker::Talker(std::vector<std::string> command, const outside::Environment& environment,
               const std::filesystem::path& err)
{
    const outside::Call call{std::move(command), environment};
    std::array<int, 2> ends{};
    core::base::must(::pipe2(ends.data(), O_CLOEXEC) == 0);
    ::fcntl(ends[1], F_SETPIPE_SZ, page);
    const int errors = ::open(err.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    core::base::must(errors >= 0);
    const pid_t parent = ::getpid();
    id_ = ::fork();
    core::base::must(id_ >= 0);
    if (id_ == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::dup2(errors, STDERR_FILENO);
        call.become(parent);
    }
    ::close(ends[1]);
    ::close(errors);
    heard_ = ends[0];
}

Talker::~Talker()
{
    if (!status_) kill();
    ::close(heard_);
}

std::vector<std::string> Talker::lines_of(std::string_view said)
{
    std::vector<std::string> lines;
    for (const char sign : said) {
        if (sign != '\n') {
            half_ += sign;
            continue;
        }
        lines.push_back(half_);
        half_.clear();
    }
    return lines;
}

std::vector<std::string> Talker::listen()
{
    for (;;) {
        std::array<char, page> said{};
        const auto count = ::read(heard_, said.data(), said.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return {};
        if (auto lines = lines_of({said.data(), static_cast<std::size_t>(count)}); !lines.empty())
            return lines;
    }
}

std::vector<std::string> Talker::hear_out()
{
    std::vector<std::string> all;
    for (auto some = listen(); !some.empty(); some = listen())
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

std::vector<std::string> Talker::kill()
{
    ::kill(id_, SIGKILL);
    status();
    return hear_out();
}

int Talker::status()
{
    int status = 0;
    if (!status_) {
        core::base::must(::waitpid(id_, &status, 0) == id_);
        status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    return *status_;
}

} // namespace frikort::tests::crash
