// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdlib>
#include <initializer_list>
#include <string>

#include <unistd.h>

#include "core/base/must.hpp"
#include "core/people/code.hpp"
#include "core/records/record.hpp"

// What the kiosk that is killed and its killer agree about.
namespace frikort::tests::crash {

inline core::people::Code code() { return *core::people::Pin::typed("482915"); }
inline std::string hex(const core::records::StreamId& stream) { return core::base::to_hex(stream.bytes()); }
inline std::string place(std::uint64_t serial) { return "Sted " + std::to_string(serial); }

// One line, in the pipe when this returns: words with a blank between. Less than PIPE_BUF, so never half.
inline void say(std::initializer_list<std::string> words)
{
    std::string line;
    for (const auto& word : words) line += (line.empty() ? "" : " ") + word;
    line += '\n';
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(99);
}

} // namespace frikort::tests::crash
