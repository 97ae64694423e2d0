// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/actions/open_new_notebook.hpp"
#include "core/store/central.hpp"
#include "tests/crash/looking.hpp"
#include "tests/crash/written_file.hpp"
#include "tests/journeys/outside/visitor.hpp"

namespace frikort::tests::crash {

// A person with a card, at the real window of the real kiosk, which is killed while they write. What the disk
// then holds is held against a twin that nobody kills, and against what the screen called saved. One a
// process: the twin's screen is.
class Somebody {
public:
    struct Server {
        std::string address;
        std::filesystem::path data;
        std::string code; // for one kiosk
    };
    // `folder` is for all of it.
    Somebody(const std::filesystem::path& folder, Server, std::uint64_t seed);

    // Starts the kiosk, comes with the card, writes, and the kiosk is killed: at any answer, while it saves,
    // after "Gemt", or right when the server wrote down what came. Then looks at what is there.
    void write_and_die();
    // The kiosk is started and left alone until the server has everything, and shows its year. All must
    // agree.
    void settle();

    // What was wrong; and how often it was killed, in the middle of what.
    struct Told {
        Faults faults;
        int killed = 0, saved = 0;     // payments that the screen called saved
        int in_time = 0, too_late = 0; // killed while it saved: it was there all the same, or not
        int at_server = 0;             // killed right when the server wrote
    };
    const Told& told() const { return told_; }

private:
    // What a notebook holds on one disk: øre, and the half-done entry.
    struct Held {
        std::multiset<std::int64_t> amounts;
        std::optional<std::string> draft;
        std::size_t unreadable = 0;
        friend bool operator==(const Held&, const Held&) = default;
    };
    static Held held(core::store::Store&, const core::actions::OpenNotebook&);
    static core::actions::Made with_notebook(core::store::Store&, const core::actions::Kiosk&);

    std::uint64_t below(std::uint64_t end) { return draw_() % end; }
    Left left();
    core::actions::Made prepare();
    void start();
    void switch_on();
    void open_book();
    void answer_one();
    void answer_until(std::string_view key);
    void save();
    void screen_said(const Held&);
    void a_moment(std::uint64_t microseconds_at_most);
    void die();
    void look(const kiosk::ui::Picture& last);
    void die_at(std::string_view key, std::uint64_t microseconds_at_most);
    void until_all_is_sent(std::uint64_t last_number);
    void end_kiosk();
    std::string amount();
    void note(const Faults&);

    std::filesystem::path folder_;
    Server server_;
    std::mt19937_64 draw_;
    core::sealing::SystemChance chance_;
    outside::Environment environment_;
    outside::Screen screen_;
    std::optional<core::sealing::SigningKey> own_;
    core::actions::Made book_;
    std::optional<outside::Program> kiosk_;
    std::optional<outside::Visitor> visitor_;
    std::optional<core::actions::Made> book_of_twin_;
    WrittenFile at_server_;
    bool ahead_ = false; // something was tapped whose outcome is not known
    int amounts_ = 0;
    std::multiset<std::int64_t> saved_; // as the screen said
    Told told_;
};

} // namespace frikort::tests::crash
