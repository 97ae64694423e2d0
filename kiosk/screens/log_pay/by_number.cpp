// SPDX-License-Identifier: MPL-2.0
#include "core/actions/pay_for_card.hpp"
#include "kiosk/screens/log_pay/ledger.hpp"
#include "kiosk/screens/log_pay/refused.hpp"
#include "kiosk/screens/refusals.hpp"

namespace frikort::kiosk::screens::log_pay {

namespace actions = core::actions;

namespace {

// Whoever writes cannot read it: nothing is offered, nothing half-done is kept.
class ByNumber : public Ledger {
public:
    ByNumber(Visit& visit, core::store::Store& store, const actions::Kiosk& kiosk,
             const core::base::Clock& clock, std::string number)
        : visit_{visit}, store_{store}, kiosk_{kiosk}, clock_{clock}, number_{std::move(number)}
    {
    }
    Model begin(const Day& day) override { return fresh(day); }
    std::vector<std::string> places() override { return {}; }
    void keep_draft(const Answers&) override {}
    void drop_draft() override {}
    core::base::Result<void, Problem> save(const Answers&, const core::notebook::Earning& earning) override
    {
        const auto went = actions::write_pay_for(store_, kiosk_, *visit_.staff, number_, earning, clock_);
        if (went) {
            went_ = *went;
            return {};
        }
        if (went.error().refused) refusal_text(visit_, *went.error().refused);
        return core::base::no(went.error().unfit ? problem_of(*went.error().unfit) : Problem::refused);
    }
    std::string where(const core::content::Texts& texts) override
    {
        return texts(went_ == actions::Went::notebook ? "pay_for.in_notebook" : "pay_for.kept");
    }

private:
    Visit& visit_;
    core::store::Store& store_;
    const actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    std::string number_;
    actions::Went went_ = actions::Went::notebook;
};

} // namespace

std::unique_ptr<Ledger> by_number(Visit& visit, core::store::Store& store, const actions::Kiosk& kiosk,
                                  const core::base::Clock& clock, std::string number)
{
    return std::make_unique<ByNumber>(visit, store, kiosk, clock, std::move(number));
}

} // namespace frikort::kiosk::screens::log_pay
