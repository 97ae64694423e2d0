// SPDX-License-Identifier: MPL-2.0
#include "core/actions/log_earning.hpp"
#include "core/actions/open_new_notebook.hpp"
#include "core/base/must.hpp"
#include "tests/bench/bare_table.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/row.hpp"
#include "tests/bench/spent.hpp"
#include "tests/bench/trial.hpp"
#include "tests/support/temporary_folder.hpp"

namespace frikort::tests::bench {

using core::base::must;
namespace actions = core::actions;

void durable_entry(const Asked&)
{
    constexpr int entries = 500;
    const TemporaryFolder folder;
    Machine machine{folder / "kiosk", cheap};
    BareTable table{folder / "bare"};
    const auto made = actions::open_new_notebook(machine.store, machine.kiosk,
                                                 {.name = *core::people::CallName::from("Kim"),
                                                  .code = *core::people::Pin::typed(code),
                                                  .recovery = actions::Recovery::no,
                                                  .card = std::nullopt});
    must(made.has_value());
    Samples ours;
    Samples ours_processor;
    Samples bare;
    const core::base::Bytes bytes(375, 5); // header and sealed body of such an entry
    for (int i = 0; i < entries; ++i) {
        const auto spent = spent_on([&] {
            must(actions::log_earning(machine.store, machine.kiosk, made->notebook,
                                      {that_day, "Café Klare", 120, core::money::Money::kroner(350)},
                                      machine.clock)
                     .has_value());
        });
        ours.add(spent.wall);
        ours_processor.add(spent.cpu);
        bare.add(spent_on([&] {
                     table.begin();
                     table.insert(bytes);
                     table.commit();
                 }).wall);
    }
    print({"one entry, sealed and on the disk", told(ours, "ms p50/p99", 2), "",
           "bare INSERT: " + told(bare, "ms p50/p99", 2), times(ours.middle(), bare.middle())});
    print({"the same, processor", told(ours_processor, "ms p50/p99", 2)});
}

} // namespace frikort::tests::bench
