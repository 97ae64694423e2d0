// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/tour/sample_kiosk.hpp"

namespace frikort::tests::tour {

// The tour in parts; each starts from home.

std::vector<Scene> first_scenes(core::base::Date); // home, Visning, "Har du en bog?"
std::vector<Scene> learning_scenes(const std::filesystem::path& share, core::base::Date); // "Om frikortet"
std::vector<Scene> new_notebook_scenes(core::base::Date);   // from the name to the card and an empty overview
std::vector<Scene> log_pay_scenes(core::base::Date);        // every question, check, saved
std::vector<Scene> notebook_scenes(core::base::Date);       // overview, entries, months, one entry, limits
std::vector<Scene> open_notebook_scenes(core::base::Date);  // by card, by name, what can go wrong
std::vector<Scene> put_away_scenes(core::base::Date);       // the question when nobody is there, a full disk
std::vector<Scene> own_book_scenes(core::base::Date);       // new card, new code, taking it home, erasing
std::vector<Scene> staff_scenes(core::base::Date);          // the staff door and what is behind it
std::vector<Scene> staff_notebook_scenes(core::base::Date); // what staff do with the notebooks of others
std::vector<Scene> job_scenes(core::base::Date);            // the jobs, and what staff do with them
std::vector<Scene> request_scenes(core::base::Date);        // what citizens asked, read and answered
std::vector<Scene> help_scenes(core::base::Date);           // "Få hjælp", and the answer
std::vector<Scene> guide_scenes(core::base::Date);          // "Kan jeg få det?": questions and each outcome
std::vector<Scene> pay_guide_scenes(core::base::Date);      // "Hvad må jeg tjene?", below and over the limit
std::vector<Scene> speech_scenes(core::base::Date);         // read aloud, and steered by ear
std::vector<Scene> fetching_scenes(core::base::Date);       // a card from elsewhere, and no network
std::vector<Scene> damage_scenes(core::base::Date);         // a disk that lost something
std::vector<Scene> trust_scenes(core::base::Date);          // the number for the office
std::vector<Scene> not_taken_scenes(core::base::Date);      // what the server did not take
std::vector<Scene> join_scenes(core::base::Date);           // a further kiosk of a centre
std::vector<Scene> pepper_scenes(core::base::Date);         // a name that does not open yet
std::vector<Scene> by_name_scenes(core::base::Date);        // a centre that goes without call names
std::vector<Scene> unknown_limit_scenes(core::base::Date);  // a year without a known limit

// A scene's way through the sample kiosk.
using Way = std::function<void(SampleKiosk&)>;
inline Scene go(core::base::Date date, std::string name, Way way = {}, From from = From::scene_before)
{
    Scene scene{.name = std::move(name), .date = date, .from = from};
    if (way)
        scene.way = [way = std::move(way)](Trial& trial) {
            auto& kiosk = dynamic_cast<SampleKiosk&>(trial);
            kiosk.try_again();
            way(kiosk);
        };
    return scene;
}

} // namespace frikort::tests::tour
