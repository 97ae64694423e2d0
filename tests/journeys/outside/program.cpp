// SPDX-License-Identifier: MPL-2.0
#include "tests/journeys/outside/program.hpp"

#include <csignal>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/must.hpp"
#include "tests/support/files.hpp"

namespace frikort::tests::outside {

namespace {

std::filesystem::path with(std::filesystem::path log, const char* ending) { return log += ending; }

int written_to(const std::filesystem::path& file)
{
    const int number = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    core::base::must(number >= 0);
    return number;
}

std::vector<char*> pointers(std::vector<std::string>& words)
{
    std::vector<char*> all;
    for (auto& word : words) all.push_back(word.data());
    all.push_back(nullptr);
    return all;
}

} // namespace

Environment plain_environment(const std::filesystem::path& home)
{
    std::filesystem::create_directories(home);
    Environment plain{{"PATH", "/usr/local/bin:/usr/bin:/bin"},
                      {"HOME", home},
                      {"TMPDIR", home},
                      {"LANG", "C.UTF-8"},
                      {"OMP_THREAD_LIMIT", "1"}}; // tesseract is slower with more
    for (const char* sanitizer : {"ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"})
        if (const char* said = std::getenv(sanitizer)) plain[sanitizer] = std::string{said} + ":";
    // What D-Bus, which SDL looks for, never gives back is not ours to mend.
    write(home / "leaks-of-others", "leak:libdbus\n");
    plain["LSAN_OPTIONS"] += "print_suppressions=0:suppressions=" + (home / "leaks-of-others").native();
    return plain;
}

Call::Call(std::vector<std::string> command, const Environment& environment) : command_{std::move(command)}
{
    for (const auto& [name, value] : environment) pairs_.push_back(name + "=" + value);
    arguments_ = pointers(command_);
    surroundings_ = pointers(pairs_);
}

void Call::become(pid_t parent) const
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() == parent) ::execvpe(arguments_[0], arguments_.data(), surroundings_.data());
    ::_exit(127);
}

Program::Program(std::vector<std::string> command, const Environment& environment, std::filesystem::path log)
    : log_{std::move(log)}
{
    const Call call{std::move(command), environment};
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    const int out = written_to(with(log_, ".out"));
    const int err = written_to(with(log_, ".err"));
    const pid_t parent = ::getpid();
    id_ = ::fork();
    core::base::must(id_ >= 0);
    if (id_ == 0) {
        ::dup2(nothing, STDIN_FILENO);
        ::dup2(out, STDOUT_FILENO);
        ::dup2(err, STDERR_FILENO);
        call.become(parent);
    }
    for (const int number : {nothing, out, err}) ::close(number);
}

Program::~Program() { kill(); }

void Program::kill()
{
    if (!running()) return;
    int status = 0;
    ::kill(id_, SIGKILL);
    core::base::must(::waitpid(id_, &status, 0) == id_);
    status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool Program::running()
{
    int status = 0;
    if (!status_ && ::waitpid(id_, &status, WNOHANG) == id_)
        status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return !status_;
}

void Program::ask_to_end() const
{
    if (!status_) ::kill(id_, SIGTERM);
}

std::optional<int> Program::wait(milliseconds at_most)
{
    until([this] { return !running(); }, at_most);
    return status_;
}

std::string Program::out() const { return content_of(with(log_, ".out")); }
std::string Program::err() const { return content_of(with(log_, ".err")); }

std::string Program::line_after(const std::string& beginning)
{
    std::optional<std::string> found;
    until([&] {
        const bool last_look = !running();
        std::istringstream lines{out()};
        for (std::string line; std::getline(lines, line) && !lines.eof();)
            if (line.starts_with(beginning)) found = line.substr(beginning.size());
        return found || last_look;
    });
    if (!found) throw std::runtime_error{"\"" + beginning + "\" was not said, but:\n" + out() + err()};
    return *found;
}

std::string answer_of(std::vector<std::string> command, const Environment& environment,
                      const std::filesystem::path& log)
{
    const auto name = command.front();
    Program program{std::move(command), environment, log};
    const auto status = program.wait();
    if (status == 0) return program.out();
    const auto how = status ? "failed with " + std::to_string(*status) : "did not come to an end";
    throw std::runtime_error{name + " " + how + ":\n" + program.out() + program.err()};
}

} // namespace frikort::tests::outside
