// SPDX-License-Identifier: MPL-2.0
#include "tests/sync/support/served.hpp"

#include "tests/sync/support/compared.hpp"

namespace frikort::tests {

namespace {

constexpr const char* program = FRIKORT_BINARY "/bin/frikort-central";

// The address sanitizer keeps what was freed for a while, to find who still uses it. Some of it is enough:
// this is about memory.
outside::Environment environment_in(const std::filesystem::path& home)
{
    auto environment = outside::plain_environment(home);
    environment["ASAN_OPTIONS"] = "quarantine_size_mb=4:thread_local_quarantine_size_kb=64";
    return environment;
}

std::uint16_t port_of(const std::string& listening)
{
    return static_cast<std::uint16_t>(std::stoi(listening.substr(listening.rfind(':') + 1)));
}

} // namespace

Served::Served()
    : environment_{environment_in(house_ / "home")}, program_{{program, "serve", "--data", house_ / "central",
                                                               "--listen", "127.0.0.1:0", "--metrics",
                                                               "127.0.0.1:0"},
                                                              environment_,
                                                              house_ / "serving"},
      metrics_port_{port_of(program_.line_after("metrics on "))}, port_{port_of(
                                                                      program_.line_after("listening on "))}
{
}

std::string Served::new_code(const std::string& centre)
{
    serve_as_before("", house_ / "central", centre);
    auto said = outside::answer_of({program, "enrol", "--data", house_ / "central", "--centre", centre},
                                   environment_, house_ / "enrolling");
    said.erase(said.find_last_not_of('\n') + 1);
    return said.substr(said.rfind('\n') + 1);
}

} // namespace frikort::tests
