// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/about/about.hpp"

#include <filesystem>

#include "tests/support/catch.hpp"

// What "Om skærmen" says, without a window.

using namespace frikort::kiosk::screens::about;
using frikort::core::base::Date;

namespace {

const auto& danish()
{
    static const auto texts = *frikort::core::content::Texts::load(std::filesystem::path{FRIKORT_BINARY} /
                                                                   "share/frikort/locale/da.mo");
    return texts;
}

Facts well()
{
    Facts facts;
    facts.server = Server::there;
    facts.version = "0.1.0";
    facts.centre = "Værestedet Havnen";
    facts.last_contact = Date::from(2025, 11, 20);
    facts.today = Date::from(2025, 11, 21);
    return facts;
}

std::string told(const Facts& facts)
{
    std::string all;
    for (const auto& line : view(facts, danish()).lines) all += line.title + ": " + line.told + "\n";
    return all;
}

} // namespace

TEST_CASE("When all is well the screen says so, with its place, its version and the last contact")
{
    CHECK(told(well()) == "Værestedet Havnen: Sidste kontakt: i går\n"
                          "Lige nu: Alt virker.\n"
                          "Sendt: Alt er sendt.\n");
    CHECK(view(well(), danish()).version == "Version 0.1.0");
    CHECK(view(well(), danish()).send == "Send nu");
}

TEST_CASE("What waits and what was refused is counted, and nothing is called sent that is not")
{
    auto facts = well();
    facts.waiting = 1;
    CHECK(told(facts).find("Sendt: 1 linje venter. Den er gemt her.\n") != std::string::npos);
    facts.waiting = 12;
    facts.refused = 2;
    CHECK(told(facts).find("Sendt: 12 linjer venter. De er gemt her. 2 linjer blev ikke taget imod.") !=
          std::string::npos);
    facts.waiting = 0;
    CHECK(told(facts).find("Alt er sendt") == std::string::npos);
}

TEST_CASE("What staff have laid aside is still told, and sends nobody to them")
{
    auto facts = well();
    facts.aside = 2;
    CHECK(told(facts).find("Sendt: 2 linjer blev ikke taget imod. Personalet har set det.") !=
          std::string::npos);
    CHECK(told(facts).find("Alt er sendt") == std::string::npos);
    facts.refused = 1;
    CHECK(told(facts).find("Sendt: 1 linje blev ikke taget imod. Sig det til personalet.") !=
          std::string::npos);
}

TEST_CASE("Every trouble has its own words, and a full disk is told before all others")
{
    std::string seen;
    for (const auto trouble :
         {Trouble::no_server, Trouble::not_our_server, Trouble::server_busy, Trouble::turned_away,
          Trouble::frozen, Trouble::too_old, Trouble::disk_failed}) {
        auto facts = well();
        facts.trouble = trouble;
        const auto line = view(facts, danish()).lines.at(1).told;
        CHECK(line != "Alt virker.");
        CHECK(seen.find(line) == std::string::npos);
        seen += line;
        facts.server = Server::none;
        facts.centre.reset();
        const bool about_disk = view(facts, danish()).lines.at(1).told == line;
        CHECK(about_disk == (trouble == Trouble::disk_failed));
    }
}

TEST_CASE("Without a clock that can be trusted no day is called today")
{
    auto facts = well();
    facts.today.reset();
    CHECK(told(facts).find("Sidste kontakt: 20. november 2025") != std::string::npos);
    facts.last_contact.reset();
    CHECK(told(facts).find("Sidste kontakt: ingen endnu") != std::string::npos);
}

TEST_CASE("Citizens are sent to the staff, and staff to those who look after the screen")
{
    auto facts = well();
    facts.refused = 1;
    facts.damage = Damage{{}, "kiosk.db.damaged", 1, "41", true};
    for (const auto trouble :
         {Trouble::turned_away, Trouble::frozen, Trouble::too_old, Trouble::disk_failed}) {
        facts.trouble = trouble;
        std::size_t sent_to_staff = 0;
        for (const auto& line : view(facts, danish()).lines)
            sent_to_staff += line.told.ends_with("Sig det til personalet.") ? 1 : 0;
        CHECK(sent_to_staff == 3);
        const auto lines = view(facts, danish(), For::staff).lines;
        for (const auto& line : lines) CHECK(line.told.find("personalet") == std::string::npos);
        CHECK(lines.at(0).told.ends_with("Bogen siger det til den, der skal skrive igen."));
        CHECK(lines.at(2).told.ends_with("Sig det til dem, der passer skærmen."));
    }
}
