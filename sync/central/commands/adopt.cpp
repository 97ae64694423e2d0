// SPDX-License-Identifier: MPL-2.0
#include <iostream>
#include <memory>

#include "core/sealing/keys.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/named.hpp"
#include "sync/central/commands/where.hpp"

namespace frikort::sync::central::commands {

namespace {

struct Typed {
    Where where;
    std::string kiosk;
    std::string before;
};

int run(const Typed& typed)
{
    const auto place = typed.where.existing();
    if (!place) return place.error();
    core::sealing::SystemChance chance;
    Database database{*place, Database::Use::beside, chance};
    const auto work = database.store().begin();
    const auto now = kiosk_named(*work, typed.kiosk);
    const auto before = now ? kiosk_named(*work, typed.before) : std::nullopt;
    if (!before) return 2;
    if (!before->revoked && !before->frozen) {
        std::cerr << "Its old name is still answered: revoke it first.\n";
        return 1;
    }
    if (now->revoked || now->frozen || now->before || now->centre != before->centre) {
        std::cerr
            << "That cannot be the same kiosk: it is revoked, has an old name, or is another centre's.\n";
        return 1;
    }
    work->kiosks().adopt(now->device, before->device);
    work->commit();
    std::cout << "Its staff can now let in what it wrote under its old name.\n";
    return 0;
}

} // namespace

void adopt(CLI::App& app, Deed& deed)
{
    const auto typed = std::make_shared<Typed>();
    auto* const command =
        app.add_subcommand("adopt", "Say which kiosk one was that lost its key and is enrolled anew");
    typed->where.add_to(*command);
    command->add_option("--kiosk", typed->kiosk, "Its new letters, as status shows them")->required();
    command->add_option("--before", typed->before, "Its old letters, as it said itself")->required();
    command->callback([typed, &deed] { deed = [typed] { return run(*typed); }; });
}

} // namespace frikort::sync::central::commands
