// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "sync/agent/standing.hpp"
#include "sync/protocol/names.hpp"
#include "tests/sync/support/between.hpp"

namespace frikort::tests {

// An answer of HTTP; one of our server that says no; and one in HTML.
std::string http(const std::string& status, const std::string& type, const std::string& body,
                 const std::string& more_fields = {});
std::string refusal(sync::protocol::Fault, const std::string& status, const std::string& more_fields = {});
std::string sign_in_page(const std::string& status, const std::string& more_fields = {});

// What a server, or something in its place, answers; given what the server itself answered, if it was asked.
struct Oddity {
    std::string name;
    sync::agent::Trouble trouble;
    std::function<Between::After(const Between::Line&, const std::string& answer)> answer;
    // How long a kiosk has to wait to see it: only where nothing comes is it worth being short.
    std::chrono::milliseconds patience = std::chrono::minutes{5};
};
const std::vector<Oddity>& oddities();

enum class Heard { by_nobody, by_the_server };
// Happens to requests for this path, or to all.
Between::Mischief at(const Oddity&, const std::string& path, Heard);

} // namespace frikort::tests
