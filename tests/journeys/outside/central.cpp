// SPDX-License-Identifier: MPL-2.0
#include "tests/journeys/outside/central.hpp"

#include <stdexcept>

#include "tests/sync/support/compared.hpp"

namespace frikort::tests::outside {

namespace {

constexpr const char* program = FRIKORT_BINARY "/bin/frikort-central";

} // namespace

Central::Central(const std::filesystem::path& folder, const Environment& environment, std::string database)
    : folder_{folder}, environment_{environment}, database_{std::move(database)},
      serving_{serve_command(), environment, folder / "serving"}, address_{"http://" + serving_.line_after(
                                                                                           "listening on ")}
{
}

std::vector<std::string> Central::serve_command() const
{
    std::vector<std::string> command{program,    "serve",      "--data", folder_ / "central",
                                     "--listen", "127.0.0.1:0"};
    if (!database_.empty()) command.insert(command.end(), {"--database", database_});
    return command;
}

std::string Central::answer(std::vector<std::string> words) const
{
    std::vector<std::string> command{program, words.front()};
    if (database_.empty())
        command.insert(command.end(), {"--data", folder_ / "central"});
    else
        command.insert(command.end(), {"--database", database_});
    command.insert(command.end(), words.begin() + 1, words.end());
    return answer_of(std::move(command), environment_, folder_ / words.front());
}

std::string Central::code_for(const std::string& centre) const
{
    serve_as_before(database_, database_.empty() ? std::string{folder_ / "central"} : "", centre);
    return code_at_uncompared(centre);
}

std::string Central::compared(const std::string& centre, const std::string& number) const
{
    return answer({"compared", "--centre", centre, number});
}

std::string Central::code_at_uncompared(const std::string& centre) const
{
    auto said = answer({"enrol", "--centre", centre});
    said.erase(said.find_last_not_of('\n') + 1);
    return said.substr(said.rfind('\n') + 1);
}

std::string Central::status() const { return answer({"status"}); }

int Central::records() const
{
    const std::string before = "\nRecords: ";
    const auto page = status();
    const auto at = page.find(before);
    if (at == std::string::npos) throw std::runtime_error{"the server does not count its records:\n" + page};
    return std::stoi(page.substr(at + before.size()));
}

std::optional<int> Central::end()
{
    serving_.ask_to_end();
    return serving_.wait();
}

} // namespace frikort::tests::outside
