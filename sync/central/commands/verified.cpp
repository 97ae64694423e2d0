// SPDX-License-Identifier: MPL-2.0
#include <iostream>
#include <memory>

#include "core/sealing/keys.hpp"
#include "sync/central/api/clock.hpp"
#include "sync/central/backup/receipt.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/where.hpp"

namespace frikort::sync::central::commands {

namespace {

struct Typed {
    Where where;
    std::string receipt;
};

// Why a receipt sets no mark; nothing when it does.
const char* against(const std::optional<backup::Receipt>& receipt,
                    const std::optional<core::store::Backups::Backup>& made, const std::string& epoch,
                    core::store::Seconds now)
{
    if (!receipt) return "This is no receipt: verify-backup prints one, as one word.";
    if (!made) return "This server made no such backup.";
    if (!backup::holds(*receipt, *made)) return "This receipt was not signed by the key of that backup.";
    if (backup::is_too_old(made->made, now))
        return "That backup is more than 35 days old: it counts no more.";
    if (made->epoch != epoch) return "The server was restored since that backup: it counts no more.";
    return nullptr;
}

int run(const Typed& typed)
{
    const auto place = typed.where.existing();
    if (!place) return place.error();
    core::sealing::SystemChance chance;
    Database database{*place, Database::Use::beside, chance};
    const auto now = api::SystemClock{}.now();
    const auto receipt = backup::Receipt::read(typed.receipt);
    const auto work = database.store().begin();
    const auto made = receipt ? work->backups().find(receipt->id) : std::nullopt;
    if (const auto* const why = against(receipt, made, work->stock().standing().epoch, now)) {
        std::cerr << why << "\n";
        return 1;
    }
    work->backups().verify(made->id, now);
    work->commit();
    std::cout << "Everything up to " << made->counter << " lies in a backup that was read back." << std::endl;
    return 0;
}

} // namespace

void verified(CLI::App& app, Deed& deed)
{
    const auto typed = std::make_shared<Typed>();
    auto* const command =
        app.add_subcommand("verified", "Take the receipt of a backup: kiosks may let copies of it go");
    command->add_option("RECEIPT", typed->receipt, "What verify-backup printed last")->required();
    typed->where.add_to(*command);
    command->callback([typed, &deed] { deed = [typed] { return run(*typed); }; });
}

} // namespace frikort::sync::central::commands
