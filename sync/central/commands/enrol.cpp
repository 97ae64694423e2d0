// SPDX-License-Identifier: MPL-2.0
#include <iostream>
#include <memory>

#include "core/sealing/keys.hpp"
#include "sync/central/api/clock.hpp"
#include "sync/central/api/enrolment.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/where.hpp"
#include "sync/central/told.hpp"

namespace frikort::sync::central::commands {

namespace {

int run(const DatabasePlace& place, const std::string& centre)
{
    core::sealing::SystemChance chance;
    Database database{place, Database::Use::beside, chance};
    const auto code = api::issue_code(database.store(), centre, api::SystemClock{}.now(), chance);
    if (!code) {
        std::cerr << told(code.error()) << "\n";
        return 2;
    }
    std::cout << "Code for one kiosk at this centre, good for 24 hours:\n" << code->in_groups() << std::endl;
    return 0;
}

struct Typed {
    Where where;
    std::string centre;
};

} // namespace

void enrol(CLI::App& app, Deed& deed)
{
    const auto typed = std::make_shared<Typed>();
    auto* const command = app.add_subcommand("enrol", "Print a code with which one kiosk joins a centre");
    typed->where.add_to(*command);
    command->add_option("--centre", typed->centre, "The centre's name; a new name founds it")->required();
    command->callback([typed, &deed] {
        deed = [typed] {
            const auto place = typed->where.place();
            return place ? run(*place, typed->centre) : 2;
        };
    });
}

} // namespace frikort::sync::central::commands
