// SPDX-License-Identifier: MPL-2.0
#include "core/actions/correct_earning.hpp"
#include "core/actions/draft.hpp"
#include "core/actions/log_earning.hpp"
#include "core/actions/read_notebook.hpp"
#include "core/base/must.hpp"
#include "kiosk/screens/log_pay/ledger.hpp"
#include "kiosk/screens/log_pay/refused.hpp"

namespace frikort::kiosk::screens::log_pay {

namespace actions = core::actions;

namespace {

class OwnNotebook : public Ledger {
public:
    OwnNotebook(const Visit& visit, core::store::Store& store, const actions::Kiosk& kiosk,
                const core::base::Clock& clock, std::optional<core::base::Id> corrects)
        : visit_{visit}, store_{store}, kiosk_{kiosk}, clock_{clock}, corrects_{corrects},
          book_{actions::read_notebook(store, *visit.notebook).book}
    {
    }
    Model begin(const Day& day) override
    {
        if (corrects_) {
            const auto* entry = book_.find(*corrects_);
            core::base::must(entry != nullptr);
            return correcting(answers_of(entry->now, entry->id));
        }
        const auto words = actions::take_draft(store_, *visit_.notebook);
        const auto half_done = words ? from_kept(*words) : std::nullopt;
        return half_done ? resuming(*half_done) : fresh(day);
    }
    std::vector<std::string> places() override { return book_.places(); }
    void keep_draft(const Answers& answers) override
    {
        actions::keep_draft(store_, kiosk_, *visit_.notebook, kept(answers));
    }
    void drop_draft() override { actions::drop_draft(store_, *visit_.notebook); }
    core::base::Result<void, Problem> save(const Answers& answers,
                                           const core::notebook::Earning& earning) override
    {
        const auto& notebook = *visit_.notebook;
        const auto saved = answers.corrects
                               ? actions::correct_earning(store_, kiosk_, notebook, *answers.corrects,
                                                          earning, std::nullopt, clock_)
                               : actions::log_earning(store_, kiosk_, notebook, earning, clock_);
        if (saved || saved.error() == actions::NotLogged::unchanged) return {};
        return core::base::no(problem_of(saved.error()));
    }
    std::string where(const core::content::Texts&) override { return {}; }

private:
    const Visit& visit_;
    core::store::Store& store_;
    const actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    std::optional<core::base::Id> corrects_;
    core::notebook::Book book_;
};

} // namespace

std::unique_ptr<Ledger> own_notebook(const Visit& visit, core::store::Store& store,
                                     const actions::Kiosk& kiosk, const core::base::Clock& clock,
                                     std::optional<core::base::Id> corrects)
{
    return std::make_unique<OwnNotebook>(visit, store, kiosk, clock, corrects);
}

Problem problem_of(actions::NotLogged refusal)
{
    switch (refusal) {
    case actions::NotLogged::future_day:
        return Problem::future_day;
    case actions::NotLogged::no_amount:
        return Problem::no_amount;
    case actions::NotLogged::amount_too_large:
        return Problem::too_large;
    case actions::NotLogged::place_like_cpr:
        return Problem::cpr;
    case actions::NotLogged::bad_place:
        return Problem::no_place;
    case actions::NotLogged::bad_time:
        return Problem::too_many_hours;
    default:
        return Problem::none;
    }
}

} // namespace frikort::kiosk::screens::log_pay
