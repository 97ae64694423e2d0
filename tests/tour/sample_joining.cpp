// SPDX-License-Identifier: MPL-2.0
// The kiosk of the tour as a further one of a centre that was set up elsewhere.
#include "core/actions/centre_root.hpp"
#include "core/actions/members.hpp"
#include "core/actions/set_up_centre.hpp"
#include "core/base/must.hpp"
#include "sync/agent/memory.hpp"
#include "tests/tour/sample_kiosk.hpp"

namespace frikort::tests::tour {

namespace {

const core::records::StreamId havnen{core::records::StreamKind::centre, {{1, 2, 3}}};

} // namespace

std::string SampleKiosk::invite_further()
{
    auto work = store_.begin();
    sync::agent::Memory{*work}.keep_centre({"Værestedet Havnen", havnen});
    work->commit();
    work.reset();
    end_round(std::nullopt);
    return invite();
}

void SampleKiosk::end_round(std::optional<sync::agent::Trouble> trouble)
{
    auto work = store_.begin();
    sync::agent::Memory{*work}.keep_trouble(trouble);
    work->commit();
    work.reset();
    house_.set_link({.server = kiosk::screens::about::Server::there, .trouble = std::nullopt});
    house_.hear_news();
    stage_.pass(std::chrono::milliseconds{1});
}

void SampleKiosk::hear_of_other_kiosk()
{
    auto work = store_.begin();
    core::actions::note_begun_elsewhere(*work, true);
    work->commit();
    work.reset();
    end_round(std::nullopt);
}

void SampleKiosk::hear_of_centre()
{
    namespace actions = core::actions;
    SeededChance chance{77};
    core::store::MemoryStore elsewhere;
    const actions::Kiosk other{core::sealing::SigningKey::random(chance),
                               core::sealing::Pepper::random(chance),
                               chance,
                               std::nullopt,
                               std::nullopt,
                               kiosk_.cost};
    const auto invited = actions::invite_set_up(elsewhere, other, havnen);
    const auto own = core::people::StaffCode::typed(staff_code);
    const auto card = core::people::CentreCard::make(chance);
    const auto founded = actions::set_up_centre(elsewhere, other, *invited, "Lone", own, card, clock_);
    core::base::must(founded.has_value());
    core::base::must(
        actions::add_member(elsewhere, other, founded->leader, "Ida", core::people::Role::staff, own, clock_)
            .has_value());
    centre_card_ = std::string{card.qr_text().view()};
    auto work = store_.begin();
    for (const auto& record : elsewhere.begin()->records().of_stream(havnen))
        work->records().add(record, core::store::Delivery::foreign);
    sync::agent::Memory{*work}.keep_heard_all();
    work->commit();
    work.reset();
    end_round(std::nullopt);
}

} // namespace frikort::tests::tour
