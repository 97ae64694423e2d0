// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/deeds/deeds.hpp"

#include "kiosk/screens/amounts.hpp"
#include "kiosk/screens/refusals.hpp"

namespace frikort::kiosk::screens::deeds {

using core::centre::Deed;
using core::content::Texts;

namespace {

std::string text_of(Deed deed, const Texts& texts)
{
    switch (deed) {
    case Deed::new_card:
        return texts("deeds.new_card");
    case Deed::recovered:
        return texts("deeds.recovered");
    case Deed::wrote_pay:
        return texts("deeds.wrote_pay");
    case Deed::confirmed_pay:
        return texts("deeds.confirmed_pay");
    case Deed::gave_new_code:
        return texts("deeds.gave_new_code");
    case Deed::used_centre_card:
        return texts("deeds.used_centre_card");
    case Deed::lifted_wait:
        return texts("deeds.lifted_wait");
    case Deed::sent_again:
        return texts("deeds.sent_again");
    case Deed::laid_aside:
        return texts("deeds.laid_aside");
    }
    return {};
}

template <class... Ts>
struct Match : Ts... {
    using Ts::operator()...;
};

} // namespace

std::string deed_text(const core::centre::Done& done, const Texts& texts)
{
    namespace centre = core::centre;
    return std::visit(Match{[&](const centre::MemberSet& set) {
                                return texts("deeds.member_set", {{"name", set.name}});
                            },
                            [&](const centre::MemberKey&) {
                                return texts("deeds.member_key", {{"name", done.whom}});
                            },
                            [&](const centre::MemberGone&) { return texts("deeds.member_gone"); },
                            [&](const centre::JobSet&) { return texts("deeds.job_set"); },
                            [&](const centre::JobGone&) { return texts("deeds.job_gone"); },
                            [&](const centre::Handled& handled) {
                                return texts(handled.how == centre::Handled::How::answered ? "deeds.answered"
                                                                                           : "deeds.closed");
                            },
                            [&](const centre::OpenByName& open) {
                                return texts(open.allowed == centre::ByName::yes ? "deeds.names_on"
                                                                                 : "deeds.names_off");
                            },
                            [&](const centre::Did& did) { return text_of(did.deed, texts); },
                            [&](const auto&) { return texts("deeds.other"); }},
                      done.what);
}

sheet::View view(const std::vector<core::centre::Done>& deeds, const Texts& texts)
{
    sheet::View view;
    view.kind = sheet::Kind::list;
    view.title = texts("deeds.title");
    if (deeds.empty()) view.told = texts("deeds.none");
    for (const auto& deed : deeds)
        view.lines.push_back({deed.who.empty() ? texts("deeds.centre_card") : deed.who,
                              deed_text(deed, texts),
                              deed.day ? short_date_text(*deed.day, texts) : texts("deeds.no_day")});
    return view;
}

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const core::actions::Kiosk& kiosk)
    : visit_{visit}, doors_{doors}
{
    const auto centre =
        core::actions::allowed(*store.begin(), kiosk, *visit.staff, core::people::Right::see_deeds);
    if (centre)
        deeds_ = centre->now.deeds();
    else
        refused_ = refusal_text(visit_, centre.error());
}

ui::Move Screen::frame(ui::Ui& ui)
{
    auto shown = view(deeds_, visit_.texts());
    if (!refused_.empty()) shown.told = refused_;
    sheet::draw(ui, shown, typed_, list_);
    if (const auto move = bar_move(draw_bar(ui, visit_), doors_.display())) return *move;
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::deeds
