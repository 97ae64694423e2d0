// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include "core/actions/staff.hpp"
#include "core/store/memory_store.hpp"
#include "core/support/message.hpp"
#include "kiosk/app/assets.hpp"
#include "kiosk/app/clocks.hpp"
#include "kiosk/app/house.hpp"
#include "kiosk/devices/memory_speaker.hpp"
#include "sync/agent/standing.hpp"
#include "tests/support/seeded_chance.hpp"
#include "tests/tour/tour.hpp"

namespace frikort::tests::tour {

// The whole kiosk on a stage: the real screens, actions and sealing over a store in memory, with people who
// have been here before. The same every time, so that two tours can be compared.
class SampleKiosk : public Trial {
public:
    SampleKiosk(const std::filesystem::path& share, const Setup&, core::base::Date);

    kiosk::ui::Stage& stage() override { return stage_; }
    const core::content::Texts& texts() const override { return assets_.of(language_); }

    // Kim has a notebook with two years in it; Bo earned more than the limit of 2025. Both open with `code`.
    const core::people::Card& card_of_kim() const { return *kim_; }
    const core::people::Card& card_of_bo() const { return *bo_; }
    static constexpr const char* code = "371904";

    // How a page is called in the language of the tour.
    const std::string& title_of(const std::string& page) const;
    const core::guide::Words* five_questions() const { return assets_.guide_of(language_); }
    const core::guide::PayWords* pay_guide() const { return assets_.pay_guide_of(language_); }

    // As people do it.
    void scan(const core::people::Card&);
    void spell(std::string_view capitals); // on the keys of the screen; where it says "Prøv igen", that first
    void try_again();                      // where it says so
    void enter(std::string_view digits);
    void open_book_of(const core::people::Card&);
    // Chooses size and colours of the tour anew: after a notebook is closed they are as for everybody.
    void dress();

    // From home, while there is no network: "Om skærmen", and by Lone "Skærmens tilstand".
    void to_about();
    void to_health();

    // What is said aloud goes here.
    kiosk::devices::MemorySpeaker& speaker() { return speaker_; }
    // A touch on the right half of the screen, for who steers by ear.
    void choose_by_ear();

    // The kiosk belongs to a centre, and the server does not answer just now.
    void go_without_network();
    // What the server said last of the centre's keys.
    void hear_of_comparing(sync::agent::Compared);
    // From now on cards that are not known here are asked for, and the server says this, or nothing yet.
    void ask_elsewhere(std::optional<kiosk::screens::Fetching::Answer> answer)
    {
        elsewhere_.said = answer;
        house_.on_fetch(elsewhere_);
    }
    // Whoever has this code may set up the centre.
    std::string invite();
    // A further kiosk: it is enrolled and has heard nothing from the server yet. Gives its set-up code.
    std::string invite_further();
    // A round ended in this trouble.
    void end_round(std::optional<sync::agent::Trouble>);
    // What Lone set up on another kiosk comes here; Ida helps there.
    void hear_of_centre();
    // Another kiosk set it up, and the office has not called yet.
    void hear_of_other_kiosk();
    // The centre was set up by Lone, its leader; Ida and Tom help. They know Kim and Bo by their call names.
    void staff_it();
    void sign_in(std::string_view name = "Lone");
    static constexpr const char* staff_code = "sorte svaner";
    const std::string& centre_card() const { return centre_card_; } // its letters
    // Somebody at another screen removes whoever is signed in here.
    void remove(std::string_view name);
    // So many citizens wait for an answer.
    void let_wait(int citizens);
    // Jobs on the list, in the language of the tour.
    void post_jobs();
    // What citizens asked: about pay, about a job; and one request whose words have not come here.
    void let_ask();
    // Lone answers the oldest at another screen.
    void answer_first();
    // Lone answers whatever waits.
    void answer(const char* words);
    // Somebody asked this a day ago; gives what its receipt's QR code says.
    std::string ask_alone(const core::support::Request&);
    // The server gave its half of the pepper, and then the power went; or it gave another one.
    void wait_for_half();
    void get_another_half();
    // Lone lets only cards open books.
    void go_without_names();
    // Device key and pepper were damaged, and others made.
    void lose_keys();
    // The database was damaged: four lines are gone, two of them Kim's.
    void damage();
    // The server did not take some lines, for three reasons.
    void be_refused();
    // Somebody typed wrong codes for it until one must wait.
    void shut_kims_book();
    // Two lines of Kim's book that nobody can read.
    void spoil();
    // From now on nothing can be saved, as on a full disk.
    void fill_the_disk() { store_.fail_commits(core::store::StoreFailure::Kind::full); }

private:
    struct Payment;
    core::people::Card someone(const char* name, const std::vector<Payment>&);

    core::actions::Staff lone();
    bool danish() const { return language_ == "da"; }

    struct Elsewhere final : kiosk::screens::Fetching {
        bool possible() const override { return true; }
        void begin(core::actions::CardProof) override {}
        std::optional<Answer> answer() override { return said; }
        std::optional<Answer> said;
    };
    Elsewhere elsewhere_;
    std::string language_;
    std::string centre_card_;
    kiosk::ui::Look look_;
    SeededChance chance_{20251121};
    kiosk::app::Assets assets_;
    kiosk::app::FixedDay clock_;
    core::store::MemoryStore store_;
    core::actions::Kiosk kiosk_;
    std::optional<core::people::Card> kim_;
    std::optional<core::people::Card> bo_;
    kiosk::devices::MemorySpeaker speaker_;
    kiosk::app::House house_;
    kiosk::ui::Stage stage_;
};

} // namespace frikort::tests::tour
