// SPDX-License-Identifier: MPL-2.0
#include "core/actions/open_notebook.hpp"
#include "core/actions/read_notebook.hpp"
#include "core/base/must.hpp"
#include "kiosk/ui/raster.hpp"
#include "tests/bench/bare_table.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/row.hpp"
#include "tests/bench/spent.hpp"
#include "tests/bench/trial.hpp"
#include "tests/support/temporary_folder.hpp"

namespace frikort::tests::bench {

namespace ui = kiosk::ui;
namespace actions = core::actions;

namespace {

constexpr std::size_t entries = 3000;

// "Mere", again and again, and the picture after each.
void page(Trial& trial, int times, Samples& wall, Samples& processor)
{
    ui::Raster raster{ui::Panel{}.width_px, ui::Panel{}.height_px};
    raster.draw(*trial.stage().ui().drawn(), trial.stage().ui().fonts());
    for (int i = 0; i < times; ++i) {
        const auto& more = *trial.stage().semantics().find(ui::Role::button, trial.stage().ui().words().more);
        const auto place = more.rect.centre();
        trial.stage().pass(std::chrono::seconds{1});
        for (const auto phase : {ui::Finger::Phase::down, ui::Finger::Phase::up}) {
            trial.stage().finger(phase, place);
            const int before = trial.stage().frames();
            const auto spent = spent_on([&] {
                trial.stage().settle();
                raster.draw(*trial.stage().ui().drawn(), trial.stage().ui().fonts());
            });
            const int drawn = trial.stage().frames() - before;
            wall.add(spent.wall / drawn);
            processor.add(spent.cpu / drawn);
        }
    }
}

} // namespace

void long_notebook(const Asked& asked)
{
    const TemporaryFolder folder;
    Machine machine{folder / "kiosk", cheap};
    const auto card = write_notebook(machine, entries);
    BareTable table{folder / "bare"};
    table.begin();
    for (std::size_t i = 0; i < entries; ++i) table.insert(core::base::Bytes(375, 5));
    table.commit();

    Samples opened;
    Samples processor;
    Samples bare;
    std::optional<Trial> trial;
    for (int i = 0; i < asked.starts; ++i) {
        trial.emplace(machine);
        trial->stage().scan(card);
        trial->press(code);
        const auto spent = spent_on([&] {
            trial->tap("open.action");
            (void)trial->stage().picture();
        });
        opened.add(spent.wall);
        processor.add(spent.cpu);
        bare.add(spent_on([&] { core::base::must(table.read_all() == entries * 375); }).wall);
    }
    print({"3,000 entries: from the code to the year",
           told(opened.middle(), "ms") + ", processor " + told(processor.middle(), "ms"),
           aimed(opened.middle(), 300, "ms"), "bare SELECT of the same bytes: " + told(bare.middle(), "ms"),
           times(opened.middle(), bare.middle())});

    const auto read = core::people::Card::read(card);
    const auto open =
        actions::open_with_card(machine.store, machine.kiosk, *read, *core::people::Pin::typed(code));
    Samples reading;
    for (int i = 0; i < asked.starts; ++i)
        reading.add(spent_on([&] { (void)actions::read_notebook(machine.store, *open); }).wall);
    print({"of that: read, unsealed and folded", told(reading.middle(), "ms")});

    trial->tap("overview.show");
    const auto frame = [&](const char* what, Samples& wall, const Samples& used) {
        print({what, told(wall, "ms p50/p99") + ", processor " + told(used, "ms"),
               aimed(wall.middle(), 8, "ms")});
    };
    Samples whole;
    Samples used;
    const auto look = [&](int times) {
        for (int i = 0; i < times; ++i) {
            ui::Raster fresh{ui::Panel{}.width_px, ui::Panel{}.height_px};
            const auto spent = spent_on([&] {
                trial->stage().settle();
                fresh.draw(*trial->stage().ui().drawn(), trial->stage().ui().fonts());
            });
            whole.add(spent.wall);
            used.add(spent.cpu);
        }
    };
    look(asked.repeats);
    frame("3,000 entries: a frame of the year", whole, used);
    whole = {};
    used = {};
    const auto first = spent_on([&] {
        trial->tap("overview.all");
        (void)trial->stage().picture();
    });
    print({"3,000 entries: the year's list opens", told(first.wall, "ms"), aimed(first.wall, 300, "ms")});
    look(asked.repeats);
    frame("3,000 entries: a frame of the list", whole, used);
    whole = {};
    used = {};
    page(*trial, asked.repeats, whole, used);
    frame("3,000 entries: a page on (\"Mere\")", whole, used);

    whole = {};
    used = {};
    trial.emplace(machine);
    trial->tap("bar.display");
    trial->tap("about.title"); // it counts what waits to be sent, and all of it waits
    look(asked.repeats);
    frame("3,000 records wait: a frame of Om skærmen", whole, used);
}

} // namespace frikort::tests::bench
