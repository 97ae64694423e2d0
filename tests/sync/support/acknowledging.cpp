// SPDX-License-Identifier: MPL-2.0
#include "tests/sync/support/acknowledging.hpp"

#include "core/actions/card_proof.hpp"
#include "core/actions/erase_notebook.hpp"
#include "core/actions/log_earning.hpp"
#include "core/actions/pen.hpp"
#include "core/base/must.hpp"
#include "sync/agent/follow.hpp"
#include "sync/central/api/enrolment.hpp"
#include "sync/central/api/streams.hpp"
#include "sync/protocol/messages.hpp"
#include "sync/protocol/signature.hpp"
#include "tests/sync/support/compared.hpp"

namespace frikort::tests {

namespace agent = sync::agent;
namespace protocol = sync::protocol;
using core::store::CentralStore;

namespace {

core::people::Code code(const char* digits) { return *core::people::Pin::typed(digits); }

std::uint64_t counter_of(const agent::Request& request)
{
    for (const auto& field : request.fields)
        if (field.name == protocol::field::counter) return std::stoull(field.value);
    return 0;
}

bool all_taken(const core::base::Bytes& body)
{
    const auto answer = protocol::decode_push_answer(body);
    if (!answer) return false;
    for (const auto& verdict : answer->verdicts)
        if (verdict.kind != protocol::Verdict::Kind::accepted &&
            verdict.kind != protocol::Verdict::Kind::duplicate)
            return false;
    return true;
}

void opened(Kiosk& kiosk, const core::records::StreamId& stream)
{
    const auto work = kiosk.store.begin();
    work->copies().opened(stream);
    work->commit();
}

// Whether this is told until it was heard, and then no more.
bool is_told_once(const agent::Request& request)
{
    if (request.path == protocol::pull_path) return false;
    if (request.path != protocol::news_path) return true;
    const auto asked = protocol::decode_news_request(request.body);
    return asked && !(asked->opened.empty() && asked->shared.empty());
}

} // namespace

Acknowledging::Acknowledging(Kind kind, CentralStore& store)
    : kind_{kind}, machine_{core::sealing::SigningKey::from_seed(kiosk_.key.seed()),
                            core::sealing::Pepper::random(kiosk_.chance),
                            kiosk_.chance,
                            {},
                            {},
                            {std::size_t{8} << 10, 1}}
{
    compare(store, "Perronen");
    const auto new_code = [&] {
        return sync::central::api::issue_code(store, "Perronen", nowhere_.clock.now(), nowhere_.chance)
            ->in_groups();
    };
    with_desk(store, [&] {
        core::base::must(agent::enrol(kiosk_.store, kiosk_.wire, kiosk_.key, new_code()).has_value());
        code_ = new_code();
        if (kind_ != Kind::enrol)
            core::base::must(agent::enrol(away_.store, away_.wire, away_.key, code_).has_value());
        made_.emplace(std::move(*core::actions::open_new_notebook(
            kiosk_.store, machine_,
            {*core::people::CallName::from("Kim"), code("482915"), core::actions::Recovery::no, {}})));
        core::base::must(kiosk_.round().end == agent::End::done);
        if (kind_ == Kind::opened) {
            const auto proof = core::actions::prove(machine_, made_->card, code("482915"));
            core::base::must(agent::follow(away_.store, away_.wire, away_.key, proof).has_value());
            core::base::must(away_.round().end == agent::End::done);
            nowhere_.clock.pass(std::chrono::days{1});
        }
    });
    listen_to(kiosk_);
    listen_to(away_);
}

void Acknowledging::with_desk(CentralStore& store, const std::function<void()>& deed)
{
    const sync::central::api::Desk desk{store, nowhere_.clock, nowhere_.journal, nowhere_.halves};
    kiosk_.wire.lead_to(desk);
    away_.wire.lead_to(desk);
    deed();
}

void Acknowledging::listen_to(Kiosk& kiosk)
{
    kiosk.wire.on_the_way(
        [this, &kiosk](const agent::Request& request, const Wire::Pass& pass) -> Wire::Answer {
            try {
                auto answer = pass(request);
                const bool yes = answer && (answer->status == 200 || answer->status == 403);
                if (yes && is_told_once(request)) hear(kiosk, request, *answer);
                return answer;
            } catch (const std::exception&) { // its power is gone
                return core::base::no(agent::Unreachable::cut_off);
            }
        });
}

void Acknowledging::hear(const Kiosk& kiosk, const agent::Request& request, const agent::Reply& answer)
{
    said_.push_back({request.path, answer.status, kiosk.device(), counter_of(request),
                     request.path == protocol::push_path && all_taken(answer.body), nowhere_.clock.now()});
    if (on_answer) on_answer();
}

void Acknowledging::ask(CentralStore& store)
{
    with_desk(store, [&] { act(); });
}

void Acknowledging::act()
{
    const auto& open = made_->notebook;
    switch (kind_) {
    case Kind::push: {
        const auto work = kiosk_.store.begin();
        core::actions::Pen{*work, machine_, open.stream(), open.newest()}.write(core::notebook::Earning{
            *core::base::Date::from_iso("2025-11-20"), {}, {}, core::money::Money::kroner(350)});
        record_ = work->outbox().waiting(1, 1'000'000).front();
        work->commit();
        break;
    }
    case Kind::erase:
        core::actions::erase_notebook(kiosk_.store, machine_, open);
        break;
    case Kind::enrol:
        (void)agent::enrol(away_.store, away_.wire, away_.key, code_);
        return;
    case Kind::follow:
    case Kind::wrong_proof:
        (void)agent::follow(
            away_.store, away_.wire, away_.key,
            core::actions::prove(machine_, made_->card, code(kind_ == Kind::follow ? "482915" : "771204")));
        return;
    case Kind::opened:
        opened(away_, open.stream());
        away_.round();
        return;
    case Kind::shared: {
        const auto work = kiosk_.store.begin();
        work->shares().note(open.stream());
        work->commit();
        break;
    }
    }
    kiosk_.round();
}

std::vector<std::string> Acknowledging::missing(CentralStore& store) const
{
    std::vector<std::string> missing;
    const auto work = store.look();
    const auto& stream = made_->notebook.stream();
    for (const auto& said : said_) {
        const auto kiosk = work->kiosks().find(said.to);
        if (!kiosk)
            missing.emplace_back("the kiosk");
        else if (kiosk->request < said.counter)
            missing.emplace_back("the counter of a request");
        if (said.path == protocol::push_path && said.record_taken && kind_ == Kind::erase &&
            !work->stock().is_erased(stream))
            missing.emplace_back("the erasure");
        if (said.path == protocol::push_path && said.record_taken && kind_ == Kind::push) {
            const auto records = work->stock().page(stream, 0, 1000, 1'000'000, std::nullopt).records;
            if (records.empty() || records.back() != core::records::encode(*record_))
                missing.emplace_back("the record");
        }
        const auto opened = kiosk ? work->follows().opened(kiosk->centre, stream) : std::nullopt;
        if (said.path == protocol::news_path && (!opened || *opened < said.when))
            missing.emplace_back("when it was opened or shared");
        if (said.path != protocol::follow_path) continue;
        const auto card = core::sealing::card_lookup(made_->card.number());
        if (said.status == 403 &&
            work->follows().tries(sync::central::api::counted_under(card, stream)).wrong == 0)
            missing.emplace_back("the wrong try");
        if (said.status == 200 && !opened) missing.emplace_back("that the centre follows");
    }
    return missing;
}

} // namespace frikort::tests
