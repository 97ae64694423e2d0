// SPDX-License-Identifier: MPL-2.0
#include "tests/bench/trial.hpp"

#include <array>

#include "core/actions/log_earning.hpp"
#include "core/actions/open_new_notebook.hpp"
#include "core/base/must.hpp"

namespace frikort::tests::bench {

using core::base::must;
namespace actions = core::actions;

Machine::Machine(const std::filesystem::path& data, core::sealing::Cost cost)
    : folder{data}, store{folder}, kiosk{kiosk::app::load_identity(folder, chance).kiosk}
{
    kiosk.cost = cost;
}

std::string write_notebook(Machine& machine, std::size_t payments)
{
    static constexpr std::array places{"Havnens Have", "Café Klare", "Loppemarkedet", "Cykelværkstedet"};
    const auto made = actions::open_new_notebook(machine.store, machine.kiosk,
                                                 {.name = *core::people::CallName::from("Kim"),
                                                  .code = *core::people::Pin::typed(code),
                                                  .recovery = actions::Recovery::no,
                                                  .card = std::nullopt});
    must(made.has_value());
    for (std::size_t i = 0; i < payments; ++i) {
        const auto back = static_cast<int>(i % 320); // since the new year
        const auto saved = actions::log_earning(
            machine.store, machine.kiosk, made->notebook,
            {that_day.plus_days(-back), places[i % places.size()], 120, core::money::Money::kroner(25)},
            machine.clock);
        must(saved.has_value());
    }
    return std::string{made->card.qr_text().view()};
}

Trial::Trial(Machine& machine)
    : assets_{kiosk::app::Assets::load(FRIKORT_BINARY "/share/frikort")}, house_{machine.store, machine.kiosk,
                                                                                 machine.clock, assets_,
                                                                                 speaker_}
{
    stage_.emplace(kiosk::ui::Panel{}, kiosk::ui::Look{}, [this](kiosk::ui::Ui& ui) { house_.frame(ui); });
}

void Trial::press(std::string_view signs)
{
    for (const char sign : signs) stage().tap(kiosk::ui::Role::key, std::string{sign});
}

void Trial::open_with(std::string_view card)
{
    stage().scan(card);
    press(code);
    tap("open.action");
}

} // namespace frikort::tests::bench
