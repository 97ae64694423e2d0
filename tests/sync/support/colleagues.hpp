// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/answer.hpp"
#include "core/actions/join_centre.hpp"
#include "core/actions/member_codes.hpp"
#include "core/actions/messages.hpp"
#include "core/actions/sign_in.hpp"
#include "tests/sync/support/leaders.hpp"
#include "tests/sync/support/visitors.hpp"

// Kiosks of one centre, at each of which a leader signs in, over a real server.
namespace frikort::tests {

class Colleagues : public VisitedKiosk {
public:
    using VisitedKiosk::VisitedKiosk;

    void set_up()
    {
        founded.emplace(
            std::move(*core::actions::set_up_centre(store(), actions, invited(), "Lone", code("sorte svaner"),
                                                    core::people::CentreCard::make(actions.chance), clock)));
        core::actions::know_centre(store(), actions);
    }
    // Both have gone a round.
    void join(const core::actions::Founded& elsewhere)
    {
        round();
        core::base::must(
            core::actions::join_centre(store(), actions, invited(), elsewhere.card, clock).has_value());
        core::base::must(core::actions::let_in_here(store(), actions, elsewhere.card, elsewhere.leader.id(),
                                                    code("sorte svaner"), clock)
                             .has_value());
        core::actions::know_centre(store(), actions);
        round();
    }
    core::actions::Staff lone()
    {
        const auto here = core::actions::members_here(store(), actions);
        return std::move(*core::actions::sign_in(store(), actions, here.at(0).id, code("sorte svaner")));
    }
    core::base::Id ask(const core::actions::OpenNotebook& open, const char* words)
    {
        return *core::actions::send_request(store(), actions, open, about(words), clock);
    }
    core::actions::SentAlone ask_alone(const char* words)
    {
        return std::move(*core::actions::send_without_notebook(store(), actions, about(words), clock));
    }
    std::vector<core::actions::Waiting> waiting()
    {
        return *core::actions::waiting_requests(store(), actions, lone());
    }
    // What staff read of the one that waits; nothing where its words are not here.
    std::string words()
    {
        const auto all = waiting();
        core::base::must(all.size() == 1);
        return all[0].conversation ? all[0].conversation->said.back().words : "";
    }
    bool answer(const char* words)
    {
        const auto all = waiting();
        return core::actions::answer_request(store(), actions, lone(), all.at(0), words,
                                             core::actions::Although::nobody_else, clock)
            .has_value();
    }
    // The last word in the newest conversation, and who said it.
    std::string last_word(const core::actions::OpenNotebook& open)
    {
        const auto all = core::actions::conversations(store(), actions, open);
        return all.empty() ? "" : all[0].said.back().words;
    }
    std::vector<core::records::StreamId> untold() { return store().begin()->shares().untold(100); }

    Friday clock;
    std::optional<core::actions::Founded> founded;

private:
    core::people::SetUpCode invited()
    {
        return *core::actions::invite_set_up(store(), actions, place.stream);
    }
    static core::people::StaffCode code(const char* typed) { return core::people::StaffCode::typed(typed); }
    static core::support::Request about(const char* words)
    {
        return {core::support::Topic::pay, core::support::Wish::read_answer, std::string{words}, {}};
    }
};

// The second joined the centre that was set up at the first; somebody has a notebook at the first.
struct OneCentre {
    explicit OneCentre(Engine engine = Engine::sqlite) : server{engine}
    {
        first.set_up();
        first.round();
        second.join(*first.founded);
        first.round();
    }
    void both_go_round()
    {
        for (auto* kiosk : {&first, &second, &first}) kiosk->round();
    }
    // At the first, and what was asked came to the second.
    void ask_and_read_elsewhere(const char* words)
    {
        first.ask(kim.notebook, words);
        both_go_round();
        second.round();
        core::base::must(second.words() == words);
    }
    const core::records::StreamId& stream() const { return kim.notebook.stream(); }

    RealServer server;
    Colleagues first{1, server};
    Colleagues second{2, server};
    core::actions::Made kim = first.new_notebook();
};

} // namespace frikort::tests
