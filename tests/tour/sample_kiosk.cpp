// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/sample_kiosk.hpp"

#include "core/actions/called.hpp"
#include "core/actions/log_earning.hpp"
#include "core/actions/members.hpp"
#include "core/actions/open_new_notebook.hpp"
#include "core/actions/set_up_centre.hpp"
#include "core/actions/sign_in.hpp"
#include "core/base/must.hpp"
#include "sync/agent/memory.hpp"

namespace frikort::tests::tour {

namespace ui = kiosk::ui;
using core::base::Date;
using core::money::Money;

struct SampleKiosk::Payment {
    const char* day;
    std::optional<std::string> place;
    std::optional<int> minutes;
    Money amount;
};

namespace {

// Cheap to stretch: nobody attacks the tour.
constexpr core::sealing::Cost cheap{std::size_t{8} << 10, 1};

core::actions::Kiosk machine(SeededChance& chance)
{
    core::sealing::start();
    auto key = core::sealing::SigningKey::random(chance);
    auto pepper = core::sealing::Pepper::random(chance);
    const auto recovery = chance.name<core::sealing::BoxPublic>();
    return {std::move(key), std::move(pepper), chance, recovery, std::nullopt, cheap};
}

const char* key_of(ui::TextSize size)
{
    switch (size) {
    case ui::TextSize::s:
        return "display.size.s";
    case ui::TextSize::m:
        return "display.size.m";
    case ui::TextSize::l:
        return "display.size.l";
    case ui::TextSize::xl:
        return "display.size.xl";
    }
    return "";
}

const char* key_of(ui::Palette palette)
{
    switch (palette) {
    case ui::Palette::medium:
        return "display.colours.medium";
    case ui::Palette::low:
        return "display.colours.low";
    case ui::Palette::dark:
        return "display.colours.dark";
    case ui::Palette::light:
        return "display.colours.light";
    }
    return "";
}

} // namespace

SampleKiosk::SampleKiosk(const std::filesystem::path& share, const Setup& setup, Date date)
    : language_{setup.language}, look_{setup.look}, assets_{kiosk::app::Assets::load(share)}, clock_{date},
      kiosk_{machine(chance_)}, kim_{someone("Kim",
                                             {{"2025-02-14", "Havnens Have", 300, Money::kroner(1250)},
                                              {"2025-03-07", "Café Klare", 120, Money::kroner(350)},
                                              {"2025-05-23", "Loppemarkedet", 480, Money::kroner(2000)},
                                              {"2025-06-20", "Cykelværkstedet", 390, Money::ore(147550)},
                                              {"2025-08-15", "Café Klare", 240, Money::kroner(850)},
                                              {"2025-09-26", std::nullopt, std::nullopt, Money::kroner(600)},
                                              {"2025-10-31", "Café Klare", 1200, Money::kroner(4200)},
                                              {"2025-11-14", "Cykelværkstedet", 450, Money::kroner(1625)},
                                              {"2026-01-16", "Café Klare", 180, Money::kroner(450)},
                                              {"2026-02-06", "Cykelværkstedet", 210, Money::kroner(725)}})},
      bo_{someone("Bo", {{"2025-04-30", "Havnens Have", 9000, Money::kroner(27300)},
                         {"2025-10-31", "Havnens Have", 9000, Money::kroner(16900)}})},
      house_{store_,        kiosk_, clock_, assets_, speaker_, kiosk::app::Idle::Patience::standard(),
             setup.language},
      stage_{setup.panel, {}, [this](ui::Ui& ui) { house_.frame(ui); }}
{
    dress();
}

// A notebook with what of `payments` had come by this day.
core::people::Card SampleKiosk::someone(const char* name, const std::vector<Payment>& payments)
{
    const auto made = core::actions::open_new_notebook(store_, kiosk_,
                                                       {.name = *core::people::CallName::from(name),
                                                        .code = *core::people::Pin::typed(code),
                                                        .recovery = core::actions::Recovery::no,
                                                        .card = std::nullopt});
    core::base::must(made.has_value());
    for (const auto& each : payments) {
        const auto day = *Date::from_iso(each.day);
        if (day > clock_.today()) continue;
        const auto saved = core::actions::log_earning(store_, kiosk_, made->notebook,
                                                      {day, each.place, each.minutes, each.amount}, clock_);
        core::base::must(saved.has_value());
    }
    return made->card;
}

// Size and colours are chosen as everybody chooses them: under "Visning".
void SampleKiosk::dress()
{
    if (look_ == ui::Look{}) return;
    tap("bar.display");
    if (look_.palette != ui::Palette::medium) tap(key_of(look_.palette));
    if (look_.text_size != ui::TextSize::m) tap(key_of(look_.text_size));
    tap("bar.home");
}

void SampleKiosk::scan(const core::people::Card& card) { stage_.scan(std::string{card.qr_text().view()}); }

const std::string& SampleKiosk::title_of(const std::string& page) const
{
    for (const auto& each : assets_.pages_of(language_))
        if (each.id == page) return each.title;
    throw std::runtime_error{"no page " + page + " in " + language_};
}

void SampleKiosk::go_without_network()
{
    auto work = store_.begin();
    sync::agent::Memory memory{*work};
    memory.keep_centre({"Værestedet Havnen", {}});
    memory.keep_trouble(sync::agent::Trouble::no_server);
    work->commit();
    house_.set_link({.server = kiosk::screens::about::Server::there, .trouble = std::nullopt});
}

void SampleKiosk::to_about()
{
    go_without_network();
    tap("bar.display");
    tap("about.title");
}

void SampleKiosk::to_health()
{
    go_without_network();
    staff_it();
    sign_in();
    tap("desk.health");
}

void SampleKiosk::hear_of_comparing(sync::agent::Compared compared)
{
    auto work = store_.begin();
    sync::agent::Memory{*work}.keep_compared(compared);
    work->commit();
}

std::string SampleKiosk::invite()
{
    const auto invited =
        core::actions::invite_set_up(store_, kiosk_, {core::records::StreamKind::centre, {{1, 2, 3}}});
    return std::string{invited->bytes().view()};
}

void SampleKiosk::staff_it()
{
    namespace actions = core::actions;
    using core::people::Role;
    const auto own = core::people::StaffCode::typed(staff_code);
    const auto set_up = core::people::SetUpCode::typed(invite());
    const auto card = core::people::CentreCard::make(chance_);
    const auto founded = actions::set_up_centre(store_, kiosk_, set_up, "Lone", own, card, clock_);
    core::base::must(founded.has_value());
    centre_card_ = std::string{card.qr_text().view()};
    actions::know_centre(store_, kiosk_);
    for (const auto& [name, role] : {std::pair{"Ida", Role::staff}, std::pair{"Tom", Role::volunteer}})
        actions::add_member(store_, kiosk_, founded->leader, name, role, own, clock_);
    for (const auto* one : {&kim_, &bo_}) {
        const auto open = actions::open_with_card(store_, kiosk_, **one, *core::people::Pin::typed(code));
        actions::note_use(store_, kiosk_, *open, clock_);
    }
    house_.hear_news();
}

core::actions::Staff SampleKiosk::lone()
{
    for (const auto& member : core::actions::members_here(store_, kiosk_))
        if (member.name == "Lone")
            return std::move(*core::actions::sign_in(store_, kiosk_, member.id,
                                                     core::people::StaffCode::typed(staff_code)));
    throw std::runtime_error{"no Lone"};
}

void SampleKiosk::sign_in(std::string_view name)
{
    tap("staff.door");
    touch(name);
    stage_.type(staff_code);
    tap("action.next");
}

void SampleKiosk::remove(std::string_view name)
{
    for (const auto& member : core::actions::members_here(store_, kiosk_))
        if (member.name == name) core::actions::remove_member(store_, kiosk_, lone(), member.id, clock_);
}

void SampleKiosk::let_wait(int citizens)
{
    auto work = store_.begin();
    const auto centre = core::actions::our_centre(*work, kiosk_);
    for (int i = 0; i < citizens; ++i) {
        const auto message = chance_.name<core::base::Id>();
        core::actions::write_doing(
            *work, kiosk_, *centre, kiosk_.device_key,
            core::centre::Asked{
                {core::records::StreamKind::notebook, chance_.name<core::base::Hash>()}, message, message},
            clock_);
    }
    work->commit();
    work.reset();
    house_.hear_news();
    stage_.pass(kiosk::ui::Instant{1000});
}

void SampleKiosk::spell(std::string_view capitals)
{
    try_again();
    for (const char letter : capitals) stage_.tap(ui::Role::key, std::string{letter});
}

void SampleKiosk::try_again()
{
    const bool there = stage_.semantics().find(ui::Role::button, texts()("action.again")) != nullptr;
    if (there) tap("action.again");
}

void SampleKiosk::choose_by_ear()
{
    const auto screen = stage_.ui().layout().screen;
    stage_.tap_at(screen.right_part(screen.w / 3).centre());
}

void SampleKiosk::enter(std::string_view digits) { spell(digits); }

void SampleKiosk::open_book_of(const core::people::Card& card)
{
    scan(card);
    enter(code);
    tap("open.action");
}

} // namespace frikort::tests::tour
