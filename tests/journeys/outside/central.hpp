// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/journeys/outside/program.hpp"

namespace frikort::tests::outside {

// The central server on a free port of this machine, and what its command line tells. Everything it keeps and
// says is below the folder.
class Central {
public:
    // `database` is what --database gets ("postgresql://…"); nothing is SQLite in the folder.
    Central(const std::filesystem::path& folder, const Environment&, std::string database = {});

    const std::string& address() const { return address_; } // "http://127.0.0.1:41234"
    // A one-time code with which a kiosk joins the centre; its kiosks get what is theirs from the first.
    std::string code_for(const std::string& centre) const;
    // The same as the office does it: nobody compared that centre's keys yet.
    std::string code_at_uncompared(const std::string& centre) const;
    // Its leader read this number out on the telephone. Gives what is said of it.
    std::string compared(const std::string& centre, const std::string& number) const;
    std::string status() const;
    // How many records it holds by now.
    int records() const;
    // Asks it to end: its exit status.
    std::optional<int> end();

    // What one of its commands says. Throws std::runtime_error where it fails.
    std::string answer(std::vector<std::string> words) const;

private:
    std::vector<std::string> serve_command() const;

    std::filesystem::path folder_;
    Environment environment_;
    std::string database_;
    Program serving_;
    std::string address_;
};

} // namespace frikort::tests::outside
