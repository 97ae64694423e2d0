// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/actions/members.hpp"
#include "kiosk/screens/own_code/own_code.hpp"

// A leader keeps the list of those who help: adds, changes the role, gives a new code, removes. Pure.
namespace frikort::kiosk::screens::members {

enum class Step { list, one, name, role, own, remove, working, told };
// let_in: a code on this kiosk for somebody who has none here. new_code: every other ends.
enum class Task { none, add, change_role, let_in, new_code, remove };

// The ways on from the list: to what was done, and to a new member.
inline constexpr std::size_t deeds_way = 0;
inline constexpr std::size_t add_way = 1;

struct Model {
    Step step = Step::list;
    Task task = Task::none;
    std::vector<core::centre::Member> members;
    std::vector<core::sealing::MemberId> here; // who has a code on this kiosk
    std::optional<core::centre::Member> who;
    std::string name; // of a new one
    core::people::Role role = core::people::Role::volunteer;
    sheet::Typing typed;
    own_code::Model own;
    std::optional<core::people::StaffCode> code;
    enum class Problem { none, no_name, cpr } problem = Problem::none;
    std::string told; // what came of it
    ui::ListState list;
};

bool has_code_here(const Model&, const core::centre::Member&);
// What can be done about whoever was chosen, in the order of the page.
std::vector<Task> tasks(const Model&);

sheet::View view(const Model&, const core::content::Texts&);
// True when the task is to be done now.
bool update(Model&, const sheet::Intent&);
// What came of it, in words.
void done(Model&, std::string told);
bool back(Model&);
std::string role_text(core::people::Role, const core::content::Texts&);

} // namespace frikort::kiosk::screens::members
