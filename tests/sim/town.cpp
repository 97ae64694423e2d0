// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/town.hpp"

#include <algorithm>
#include <array>

#include "core/actions/correct_earning.hpp"
#include "core/actions/erase_notebook.hpp"
#include "core/actions/log_earning.hpp"
#include "core/actions/open_new_notebook.hpp"
#include "core/actions/pen.hpp"
#include "core/actions/renew_notebook.hpp"
#include "core/actions/settle.hpp"
#include "core/support/message.hpp"
#include "sync/agent/standing.hpp"

namespace frikort::tests::sim {

using namespace core::actions;
using core::records::StreamId;
using core::records::StreamKind;
using core::store::StoreFailure;

namespace {

core::notebook::Earning earned(const Act& act, const KioskClock& clock)
{
    const auto ore = 314'159'200 + static_cast<std::int64_t>(act.measure % 100);
    return {clock.today(), std::string{Town::canary_word} + " " + std::to_string(act.measure), std::nullopt,
            core::money::Money::ore(ore)};
}

} // namespace

Town::Town(std::uint64_t seed, std::vector<std::unique_ptr<Kiosk>>& kiosks, const CentralClock& server_clock,
           Ledger& ledger, Plant plant)
    : kiosks_{kiosks}, server_clock_{server_clock}, ledger_{ledger}, plant_{plant}, chance_{seed, "town"},
      staff_{core::sealing::NotebookKeys::random(chance_)}
{
}

core::people::Code Town::pin() { return *core::people::Pin::typed("482915"); }

Citizen* Town::whose(const Act& act, std::optional<std::size_t> home)
{
    std::vector<Citizen*> some;
    for (auto& citizen : citizens_)
        if (!home || citizen.home == *home) some.push_back(&citizen);
    return some.empty() ? nullptr : some[act.whose % some.size()];
}

// Where a machine exists twice both stand somewhere, and people come to both.
Kiosk& Town::stands_at(const Act& act)
{
    std::vector<Kiosk*> there;
    for (const auto& kiosk : kiosks_)
        if (kiosk->index() == act.kiosk || kiosk->copy_of() == act.kiosk) there.push_back(kiosk.get());
    return *there[act.measure % there.size()];
}

void Town::act(const Act& act)
{
    auto& kiosk = stands_at(act);
    if (!kiosk.power().is_on()) return; // a dark screen
    try {
        do_it(act, kiosk);
        kiosk.written();
    } catch (const StoreFailure&) { // "it was not saved"
    } catch (const PowerCut&) {
    }
}

void Town::do_it(const Act& act, Kiosk& kiosk)
{
    using Kind = Act::Kind;
    const bool anybody = act.kind == Kind::elsewhere;
    auto* const citizen = whose(act, anybody ? std::nullopt : std::optional{kiosk.index()});
    if (act.kind == Kind::to_staff || act.kind == Kind::refused) {
        const auto place = sync::agent::standing(*kiosk.store().begin()).centre;
        if (act.kind == Kind::refused)
            return to_staff(kiosk, {StreamKind::national, {}}, Ledger::Wish::refused);
        if (place) to_staff(kiosk, place->stream, Ledger::Wish::taken);
        return;
    }
    if (act.kind == Kind::notebook || citizen == nullptr) return new_notebook(kiosk);
    if (anybody) return elsewhere(act, kiosk, *citizen);
    if (is_erased(*kiosk.store().begin(), citizen->stream())) return;
    // A disk that forgot may not know this card; and what was said last of an entry is not here yet.
    if (kiosk.ever_forgot() &&
        (kiosk.is_behind() || !open_with_card(kiosk.store(), kiosk.actions(), citizen->card, pin())))
        return;
    const bool unsure = citizen->unsure;
    citizen->unsure = true; // until it is confirmed
    switch (act.kind) {
    case Kind::correction:
        correction(act, kiosk, *citizen);
        break;
    case Kind::new_card:
        new_card(kiosk, *citizen);
        break;
    case Kind::erase:
        erase(kiosk, *citizen);
        break;
    case Kind::asks:
        ask(kiosk, *citizen);
        break;
    default:
        if (plant_ == Plant::in_the_clear && act.measure % 16 == 0) in_the_clear(kiosk, *citizen);
        entry(act, kiosk, *citizen, citizen->notebook);
    }
    citizen->unsure = unsure;
}

void Town::new_notebook(Kiosk& kiosk)
{
    const auto name = std::string{canary_word} + " " + std::to_string(++names_);
    auto made = open_new_notebook(kiosk.store(), kiosk.actions(),
                                  {*core::people::CallName::from(name), pin(), Recovery::no, std::nullopt});
    if (!made) return;
    ledger_.confirm(kiosk);
    citizens_.push_back(
        {kiosk.index(), std::move(made->notebook), std::move(made->card), {}, 0, false, false});
}

void Town::entry(const Act& act, Kiosk& kiosk, Citizen& citizen, const OpenNotebook& open)
{
    const auto earning = earned(act, kiosk.clock());
    const auto id = log_earning(kiosk.store(), kiosk.actions(), open, earning, kiosk.clock());
    if (!id) return;
    ledger_.confirm(kiosk);
    citizen.says[*id] = earning.amount.in_ore();
}

// Of an entry made at home, where all corrections of it are known: the last word is the last one said.
void Town::correction(const Act& act, Kiosk& kiosk, Citizen& citizen)
{
    if (citizen.says.empty()) return;
    const auto entry =
        std::next(citizen.says.begin(), static_cast<std::ptrdiff_t>(act.measure % citizen.says.size()));
    const auto now = earned(act, kiosk.clock());
    const auto less = std::max<std::int64_t>(0, entry->second - now.amount.in_ore());
    citizen.may_be_less += less; // until it is confirmed
    const auto id = correct_earning(kiosk.store(), kiosk.actions(), citizen.notebook, entry->first, now,
                                    std::string{canary_word}, kiosk.clock());
    if (id) ledger_.confirm(kiosk);
    citizen.may_be_less -= less;
    if (id) entry->second = now.amount.in_ore();
}

// With the card where the notebook has come to already; else as if the card had brought it along.
void Town::elsewhere(const Act& act, Kiosk& kiosk, Citizen& citizen)
{
    if (is_erased(*kiosk.store().begin(), citizen.stream())) return;
    const bool unsure = citizen.unsure;
    citizen.unsure = true;
    auto opened = open_with_card(kiosk.store(), kiosk.actions(), citizen.card, pin());
    const bool first = kiosk.store().begin()->records().of_stream(citizen.stream()).empty();
    if (opened)
        entry(act, kiosk, citizen, *opened);
    else if (first)
        entry(act, kiosk, citizen, citizen.notebook);
    citizen.unsure = unsure;
}

void Town::new_card(Kiosk& kiosk, Citizen& citizen)
{
    auto renewed = renew_notebook(kiosk.store(), kiosk.actions(), citizen.notebook, {.code = pin()});
    if (!renewed) return;
    ledger_.confirm(kiosk);
    citizen.notebook = std::move(renewed->notebook);
    citizen.card = std::move(renewed->card);
}

void Town::erase(Kiosk& kiosk, Citizen& citizen)
{
    if (erase_notebook(kiosk.store(), kiosk.actions(), citizen.notebook) != Erased::yes) return;
    ledger_.confirm(kiosk);
    citizen.erased = true;
}

void Town::to_staff(Kiosk& kiosk, const StreamId& stream, Ledger::Wish wish)
{
    const std::array readers{staff_.open().box};
    const auto words = std::string{canary_word} + " to the staff";
    {
        const auto work = kiosk.store().begin();
        Pen{*work, kiosk.actions(), stream, 1}.share(readers, core::base::view_of(words), staff_.signer());
        work->commit();
    }
    ledger_.confirm(kiosk, wish);
}

// As the actions do it, but that no centre was set up here.
void Town::ask(Kiosk& kiosk, Citizen& citizen)
{
    const auto& keys = citizen.notebook.newest();
    const std::array readers{keys.open().box, staff_.open().box};
    const auto words = core::support::encode(
        {std::nullopt, std::nullopt,
         core::support::Request{core::support::Topic::pay, core::support::Wish::read_answer,
                                std::string{canary_word}, std::nullopt}});
    Request request{kiosk.index(), citizen.stream(), {}, server_clock_.now()};
    {
        const auto work = kiosk.store().begin();
        request.id = Pen{*work, kiosk.actions(), citizen.stream(), keys}.share(
            readers, core::base::view_of(words), keys.signer());
        work->shares().note(citizen.stream());
        work->commit();
    }
    ledger_.confirm(kiosk);
    requests_.push_back(request);
}

void Town::in_the_clear(Kiosk& kiosk, Citizen& citizen)
{
    const auto work = kiosk.store().begin();
    const auto tip = work->records().tip(kiosk.device());
    const core::records::Header header{chance_.name<core::base::Id>(), citizen.stream(), 1,
                                       core::records::Class::content,  kiosk.device(),   tip.number + 1};
    core::base::Bytes body(300, 1); // the first byte says that it is sealed
    std::copy(canary_word.begin(), canary_word.end(), body.begin() + 1);
    work->records().add({encode(header), tip.hash, body}, core::store::Delivery::waiting);
    work->commit();
}

} // namespace frikort::tests::sim
