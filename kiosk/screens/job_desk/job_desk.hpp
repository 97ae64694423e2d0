// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/centre/centre.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// Staff keep the list of jobs: one more, other words for one, one away. Pure.
namespace frikort::kiosk::screens::job_desk {

// place, work and how ask for one field each; check shows all three, and each leads back to its question.
enum class Step { list, place, work, how, check, remove };

struct Model {
    Step step = Step::list;
    std::vector<core::centre::PostedJob> jobs;
    std::optional<core::base::Id> which; // nothing: a new one
    core::centre::Job job;               // as it will be
    bool checking = false;               // all three were answered: a new answer leads back to check
    bool changed = false;                // since it was last saved
    sheet::Typing typed;
    enum class Problem { none, empty, cpr } problem = Problem::none;
    std::string told; // what came of the last task, above the list
    ui::ListState list, rows;
};

sheet::View view(const Model&, const core::content::Texts&);

// What is to be done now.
enum class Effect { none, save, remove };
Effect update(Model&, const sheet::Intent&);
// The task is over, done or not: back to the list, with what to tell.
void done(Model&, std::string told);
bool back(Model&);

} // namespace frikort::kiosk::screens::job_desk
