// SPDX-License-Identifier: MPL-2.0
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "core/base/text.hpp"
#include "core/sealing/keys.hpp"
#include "core/store/disk/part_file.hpp"
#include "sync/central/api/clock.hpp"
#include "sync/central/api/enrolment.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/where.hpp"
#include "sync/central/paper/code_page.hpp"
#include "sync/central/told.hpp"
#include "sync/protocol/invitation.hpp"

namespace frikort::sync::central::commands {

namespace {

struct Typed {
    Where where;
    std::string centre;
    std::string authority; // PEM file
    std::string qr;        // SVG file to write
};

using Authority = std::optional<core::sealing::Sha256>;

// The one certificate in the file. False, and said, when there is not exactly one.
bool read_authority(const std::string& file, Authority& authority)
{
    if (file.empty()) return true;
    std::ifstream in{file, std::ios::binary};
    const std::string pem{std::istreambuf_iterator<char>{in}, {}};
    const auto all = protocol::certificates_in(pem);
    if (!in.is_open() || !all || all->size() != 1) {
        std::cerr << "--authority must be a PEM file with one certificate: that of your own authority.\n";
        return false;
    }
    authority = all->front();
    return true;
}

// Its owner's alone, and in place of the last one: whoever reads it can enrol a kiosk.
void write_page(const std::filesystem::path& file, const std::string& page)
{
    if (std::filesystem::is_regular_file(file)) std::filesystem::remove(file);
    core::store::disk::PartFile part{file};
    part.write(core::base::view_of(page));
    part.finish();
}

std::optional<core::sealing::Fingerprint> compared_fingerprint(const core::store::CentralWork& look,
                                                               const std::string& name)
{
    const auto centre = look.centres().named(core::base::tidy(name));
    if (!centre || !centre->compared) return std::nullopt;
    const auto root = core::sealing::SignPublic::from(centre->compared->root.view());
    return core::sealing::Fingerprint::of(centre->stream, *root);
}

int run(const DatabasePlace& place, const Typed& typed)
{
    Authority authority;
    if (!read_authority(typed.authority, authority)) return 2;
    core::sealing::SystemChance chance;
    Database database{place, Database::Use::beside, chance};
    const auto code = api::issue_code(database.store(), typed.centre, api::SystemClock{}.now(), chance);
    if (!code) {
        std::cerr << told(code.error()) << "\n";
        return 2;
    }
    const protocol::Invitation invitation{*code, authority,
                                          compared_fingerprint(*database.store().look(), typed.centre)};
    if (!typed.qr.empty()) {
        write_page(typed.qr, paper::code_page(core::base::tidy(typed.centre), invitation.text()));
    }
    std::cout << "Code for one kiosk at this centre, good for 24 hours:\n";
    if (invitation.text() != code->in_groups())
        std::cout << code->in_groups() << "\nWith whom the kiosk is to believe, to be scanned or copied:\n";
    std::cout << invitation.text() << std::endl;
    return 0;
}

} // namespace

void enrol(CLI::App& app, Deed& deed)
{
    const auto typed = std::make_shared<Typed>();
    auto* const command = app.add_subcommand("enrol", "Print a code with which one kiosk joins a centre");
    typed->where.add_to(*command);
    command->add_option("--centre", typed->centre, "The centre's name; a new name founds it")->required();
    command->add_option("--authority", typed->authority,
                        "PEM file: the authority of this server's certificate, for the kiosk to insist on");
    command->add_option("--qr", typed->qr, "SVG file to write: the code as a page with a QR code to scan");
    command->callback([typed, &deed] {
        deed = [typed] {
            const auto place = typed->where.place();
            return place ? run(*place, *typed) : 2;
        };
    });
}

} // namespace frikort::sync::central::commands
