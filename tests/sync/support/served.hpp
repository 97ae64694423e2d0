// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

#include "tests/journeys/outside/program.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/sync/support/hostile.hpp"

namespace frikort::tests {

// The server's own program on free ports, and what its /metrics says.
class Served {
public:
    Served();

    std::uint16_t port() const { return port_; }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    std::string new_code(const std::string& centre = "Perronen");
    Numbers numbers() const { return numbers_of(page_at(metrics_port_)); }
    double number(const std::string& name) const { return numbers().at(name); }
    double megabytes() const { return number("process_resident_memory_bytes") / 1e6; }
    // Asks until it holds. Each question is a request of its own; after very many there is no hope.
    template <class Condition>
    bool comes_to(Condition condition) const
    {
        for (int asked = 0; asked < 20'000; ++asked)
            if (condition(numbers())) return true;
        return false;
    }

private:
    TemporaryFolder house_;
    outside::Environment environment_;
    outside::Program program_;
    std::uint16_t metrics_port_ = 0;
    std::uint16_t port_ = 0;
};

} // namespace frikort::tests
