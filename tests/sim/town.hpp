// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/actions/open_notebook.hpp"
#include "core/people/card.hpp"
#include "tests/sim/ledger.hpp"

namespace frikort::tests::sim {

// What somebody does at a kiosk, one day.
struct Act {
    enum class Kind {
        notebook, // a new one
        entry,
        correction,
        elsewhere, // an entry, with the card, at another kiosk
        new_card,
        erase,
        to_staff, // what staff of the centre read
        asks,     // what they read in somebody's notebook, at every kiosk of the centre
        refused,  // what no server takes
    };
    Moment at{0};
    Kind kind = Kind::entry;
    std::size_t kiosk = 0;
    std::uint64_t whose = 0;
    std::uint64_t measure = 0;
};
const char* word_of(Act::Kind);
std::vector<Act> acts_of(std::uint64_t seed, std::size_t kiosks, Moment until);

// A citizen with a notebook.
struct Citizen {
    std::size_t home = 0; // the kiosk where it was made
    core::actions::OpenNotebook notebook;
    core::people::Card card;
    std::map<core::base::Id, std::int64_t> says; // øre, of each entry as confirmed last
    std::int64_t may_be_less = 0; // øre by which corrections lower the sum that nobody confirmed
    bool unsure = false;          // a power cut came between a wish and its answer
    bool erased = false;          // wished, and confirmed by a kiosk

    const core::records::StreamId& stream() const { return notebook.stream(); }
};

// Those who come to the kiosks. What they type is full of canaries: words and sums that may stand nowhere.
class Town {
public:
    Town(std::uint64_t seed, std::vector<std::unique_ptr<Kiosk>>& kiosks, const CentralClock& server_clock,
         Ledger& ledger, Plant plant);
    void act(const Act&);
    std::vector<Citizen>& citizens() { return citizens_; }

    // What was written in notebooks for the staff, and at which kiosk.
    struct Request {
        std::size_t kiosk = 0;
        core::records::StreamId stream;
        core::base::Id id;
        std::chrono::sys_seconds asked; // by the server's clock
    };
    const std::vector<Request>& requests() const { return requests_; }

    static constexpr std::string_view canary_word = "Kanariefugl";
    static constexpr std::string_view canary_digits =
        "3141592"; // long: hexadecimal names hold short ones by chance
    static core::people::Code pin();

private:
    Kiosk& stands_at(const Act&);
    void do_it(const Act&, Kiosk&);
    void new_notebook(Kiosk&);
    void entry(const Act&, Kiosk&, Citizen&, const core::actions::OpenNotebook&);
    void correction(const Act&, Kiosk&, Citizen&);
    void elsewhere(const Act&, Kiosk&, Citizen&);
    void new_card(Kiosk&, Citizen&);
    void erase(Kiosk&, Citizen&);
    void to_staff(Kiosk&, const core::records::StreamId&, Ledger::Wish);
    void ask(Kiosk&, Citizen&);
    void in_the_clear(Kiosk&, Citizen&);
    Citizen* whose(const Act&, std::optional<std::size_t> home);

    std::vector<std::unique_ptr<Kiosk>>& kiosks_;
    const CentralClock& server_clock_;
    Ledger& ledger_;
    Plant plant_;
    DrawnChance chance_;
    core::sealing::NotebookKeys staff_; // who reads what is written to the centre
    std::vector<Citizen> citizens_;
    std::vector<Request> requests_;
    int names_ = 0;
};

} // namespace frikort::tests::sim
