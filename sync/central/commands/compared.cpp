// SPDX-License-Identifier: MPL-2.0
#include <iostream>
#include <memory>

#include "core/sealing/keys.hpp"
#include "sync/central/api/clock.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/where.hpp"
#include "sync/central/told.hpp"

namespace frikort::sync::central::commands {

namespace {

struct Typed {
    Where where;
    std::string centre;
    std::vector<std::string> fingerprint; // in as many words as they were read out
};

int run(const Typed& typed)
{
    const auto place = typed.where.existing();
    if (!place) return place.error();
    std::string digits;
    for (const auto& group : typed.fingerprint) digits += group + " ";
    const auto read_out = core::sealing::Fingerprint::read(digits);
    if (!read_out) {
        std::cerr << "A fingerprint is eight groups of five digits, as the screen shows them.\n";
        return 2;
    }
    core::sealing::SystemChance chance;
    Database database{*place, Database::Use::beside, chance};
    const auto done = api::compare(database.store(), typed.centre, *read_out, api::SystemClock{}.now());
    if (!done) {
        std::cerr << told(done.error()) << "\n";
        if (done.error() != api::NotCompared::no_such_centre)
            std::cerr << told_of(*database.store().look(), typed.centre);
        return 1;
    }
    std::cout << "The same. Its kiosks get everything that is theirs from now on." << std::endl;
    return 0;
}

} // namespace

void compared(CLI::App& app, Deed& deed)
{
    const auto typed = std::make_shared<Typed>();
    auto* const command = app.add_subcommand(
        "compared", "A centre's leader read out the fingerprint on the screen: is it what was told here?");
    typed->where.add_to(*command);
    command->add_option("--centre", typed->centre, "The centre's name")->required();
    command->add_option("FINGERPRINT", typed->fingerprint, "Eight groups of five digits")->required();
    command->callback([typed, &deed] { deed = [typed] { return run(*typed); }; });
}

} // namespace frikort::sync::central::commands
