// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/actions/draft.hpp"
#include "core/actions/read_notebook.hpp"
#include "core/store/central_sqlite.hpp"
#include "tests/crash/somebody.hpp"
#include "tests/crash/words.hpp"

// What is there after the kiosk was killed, and after it was left alone.
namespace frikort::tests::crash {

using core::store::SqliteCentralStore;
using kiosk::ui::Picture;

Left Somebody::left()
{
    return {folder_ / "kiosk",
            {core::sealing::SigningKey::from_seed(own_->seed()), core::sealing::Pepper::random(chance_),
             chance_}};
}

Somebody::Held Somebody::held(core::store::Store& store, const core::actions::OpenNotebook& open)
{
    const auto read = core::actions::read_notebook(store, open);
    Held held{{}, core::actions::take_draft(store, open), read.unreadable};
    for (const auto& entry : read.book.entries()) held.amounts.insert(entry.now.amount.in_ore());
    return held;
}

void Somebody::look(const Picture& last)
{
    auto left = this->left();
    note(left.chain());
    SqliteCentralStore server{server_.data, SqliteCentralStore::Opening::further, chance_};
    note(left.at_server(*server.look()));

    const auto there = held(left.store(), book_.notebook);
    const auto twins = [&] { return held(visitor_->twin().store(), book_of_twin_->notebook); };
    const auto before = twins();
    const bool was_saving = ahead_ && visitor_->can_tap("log.save");
    const bool said = ahead_ && !visitor_->still_asks(last);
    const bool done = there != before;
    if (done && ahead_) visitor_->catch_up();
    if (there != twins()) note({"what is there is neither what was nor what was to be"});
    if (was_saving && said && !done) note({"the screen said \"Gemt\", and it is not there"});
    if (was_saving) ++(done ? told_.in_time : told_.too_late);
    if (was_saving && said) screen_said(there);
    if (!std::includes(there.amounts.begin(), there.amounts.end(), saved_.begin(), saved_.end()))
        note({"lost: what the screen called saved"});
    if (std::set(there.amounts.begin(), there.amounts.end()).size() != there.amounts.size())
        note({"an amount is there twice"});
    if (there.unreadable > 0) note({"a record cannot be read"});
    ahead_ = false;
}

// Until the server has every number, and the kiosk has asked for more since: it has heard that it has.
void Somebody::until_all_is_sent(std::uint64_t last_number)
{
    const auto device = core::sealing::device_of(own_->open());
    SqliteCentralStore server{server_.data, SqliteCentralStore::Opening::further, chance_};
    std::optional<std::uint64_t> asked;
    const bool sent = outside::until([&] {
        const auto now = server.look();
        const auto held = now->stock().held_from(device, 1);
        const auto request = now->kiosks().find(device)->request;
        if (!asked && held.highest == last_number && held.lacks.empty()) asked = request;
        return asked && request >= *asked + 2;
    });
    if (!sent) note({"the server does not get everything"});
}

void Somebody::end_kiosk()
{
    screen_.close_the_window();
    if (kiosk_->wait() != 0) note({"the kiosk does not end well"});
}

void Somebody::settle()
{
    switch_on();
    open_book();
    visitor_->tap("overview.show"); // its sum is the twin's, dot for dot
    visitor_->tap("bar.close");
    end_kiosk();
    const auto last_number = left().last_number();
    switch_on();
    until_all_is_sent(last_number);
    end_kiosk();

    look(screen_.look());
    auto left = this->left();
    SqliteCentralStore server{server_.data, SqliteCentralStore::Opening::further, chance_};
    note(left.same_as(*server.look(), hex(book_.notebook.stream())));
    if (left.waiting() > 0) note({"something waits"});
}

void Somebody::note(const Faults& faults)
{
    for (const auto& fault : faults)
        told_.faults.push_back("after " + std::to_string(told_.killed) + " kills: " + fault);
}

} // namespace frikort::tests::crash
