// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/card_proof.hpp"
#include "core/actions/erase_notebook.hpp"
#include "core/actions/log_earning.hpp"
#include "core/actions/pen.hpp"
#include "core/actions/read_notebook.hpp"
#include "core/actions/renew_notebook.hpp"
#include "core/actions/settle.hpp"
#include "core/base/must.hpp"
#include "core/people/receipt.hpp"
#include "sync/agent/follow.hpp"
#include "tests/sync/support/real.hpp"

// People at kiosks that sync with a real server.
namespace frikort::tests {

class VisitedKiosk : public RealKiosk {
public:
    VisitedKiosk(std::uint64_t seed, RealServer& server, const char* centre = "Perronen")
        : RealKiosk{seed, server, centre},
          own_chance_{seed + 100}, actions{core::sealing::SigningKey::from_seed(key.seed()),
                                           core::sealing::Pepper::random(own_chance_),
                                           own_chance_,
                                           std::nullopt,
                                           std::nullopt,
                                           {std::size_t{8} << 10, 1}}
    {
    }

    core::actions::Made new_notebook(const char* digits = "482915")
    {
        return *core::actions::open_new_notebook(
            store(), actions,
            {*core::people::CallName::from("Kim"), code(digits), core::actions::Recovery::no, std::nullopt});
    }
    core::actions::Opening open(const core::people::Card& card, const char* digits)
    {
        return core::actions::open_with_card(store(), actions, card, code(digits));
    }
    // The card is held up where its notebook was never seen.
    core::base::Result<std::vector<core::records::StreamId>, sync::agent::NotFollowed>
    follow(const core::people::Card& card, const char* digits)
    {
        return sync::agent::follow(store(), line(), key, core::actions::prove(actions, card, code(digits)));
    }
    core::base::Result<std::vector<core::records::StreamId>, sync::agent::NotFollowed>
    follow(const core::people::Receipt& receipt)
    {
        return sync::agent::follow(
            store(), line(), key,
            core::actions::prove(actions, receipt.card(), core::people::Receipt::code()));
    }
    core::actions::Renewed renew(const core::actions::OpenNotebook& open, const char* digits,
                                 std::optional<core::people::Card> card = std::nullopt)
    {
        return core::actions::renew_notebook(store(), actions, open, {code(digits), std::move(card)}).value();
    }
    void log(const core::actions::OpenNotebook& open, int kroner)
    {
        const auto day = *core::base::Date::from_iso("2025-11-20");
        const auto work = store().begin();
        core::actions::Pen{*work, actions, open.stream(), open.newest()}.write(
            core::notebook::Earning{day, std::nullopt, std::nullopt, core::money::Money::kroner(kroner)});
        work->commit();
    }
    int sum(const core::actions::OpenNotebook& open)
    {
        return static_cast<int>(core::actions::read_notebook(store(), open).book.year(2025).sum.in_ore() /
                                100);
    }
    std::size_t unreadable(const core::actions::OpenNotebook& open)
    {
        return core::actions::read_notebook(store(), open).unreadable;
    }
    static core::people::Code code(const char* digits) { return *core::people::Pin::typed(digits); }

private:
    SeededChance own_chance_;

public:
    core::actions::Kiosk actions;
};

// Two kiosks of one centre, and a notebook that both have.
struct Shared {
    explicit Shared(Engine engine = Engine::sqlite) : server{engine}
    {
        first.log(made.notebook, 100);
        first.round();
        // The card was held up at the second one, so that the server hands it out there.
        core::base::must(second.follow(made.card, "482915").has_value());
        second.log(made.notebook, 20);
        second.round();
        first.round();
    }
    const core::records::StreamId& stream() const { return made.notebook.stream(); }

    RealServer server;
    VisitedKiosk first{1, server};
    VisitedKiosk second{2, server};
    core::actions::Made made = first.new_notebook();
};

} // namespace frikort::tests
