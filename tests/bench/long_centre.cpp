// SPDX-License-Identifier: MPL-2.0
#include "core/actions/our_centre.hpp"
#include "core/actions/pay_for_card.hpp"
#include "core/actions/set_up_centre.hpp"
#include "core/actions/sign_in.hpp"
#include "core/base/must.hpp"
#include "tests/bench/bare_table.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/row.hpp"
#include "tests/bench/spent.hpp"
#include "tests/bench/trial.hpp"
#include "tests/support/temporary_folder.hpp"

namespace frikort::tests::bench {

namespace actions = core::actions;
namespace centre = core::centre;
using core::base::must;

namespace {

constexpr std::size_t requests = 3000; // one or two a day for years: each asked, each answered
constexpr const char* leaders_code = "gule blomster";

// Gives who the leader is.
core::sealing::MemberId fill(Machine& machine)
{
    core::sealing::SystemChance chance;
    const core::records::StreamId stream{core::records::StreamKind::centre, chance.name<core::base::Hash>()};
    const auto code = actions::invite_set_up(machine.store, machine.kiosk, stream);
    const auto founded = actions::set_up_centre(machine.store, machine.kiosk, *code, "Lone",
                                                core::people::StaffCode::typed(leaders_code),
                                                core::people::CentreCard::make(chance), machine.clock);
    must(founded.has_value());
    const auto work = machine.store.begin();
    const auto here = *actions::our_centre(*work, machine.kiosk);
    for (std::size_t i = 0; i < requests; ++i) {
        const auto id = chance.name<core::base::Id>();
        const core::records::StreamId where{core::records::StreamKind::notebook,
                                            chance.name<core::base::Hash>()};
        actions::write_doing(*work, machine.kiosk, here, machine.kiosk.device_key,
                             centre::Asked{where, id, id}, machine.clock);
        actions::write_doing(*work, machine.kiosk, here, founded->leader.key(),
                             centre::Handled{id, {id}, centre::Handled::How::answered}, machine.clock);
    }
    work->commit();
    return founded->leader.id();
}

} // namespace

void long_centre(const Asked& asked)
{
    const TemporaryFolder folder;
    const auto lone = fill(*std::make_unique<Machine>(folder / "kiosk", cheap));
    BareTable table{folder / "bare"};
    table.begin();
    for (std::size_t i = 0; i < 2 * requests; ++i) table.insert(core::base::Bytes(650, 5));
    table.commit();

    Samples first;
    Samples again;
    Samples signed_in;
    Samples bare;
    for (int i = 0; i < asked.starts; ++i) {
        Machine machine{folder / "kiosk", cheap};
        const auto read = [&] { must(actions::our_centre(machine.store, machine.kiosk).has_value()); };
        first.add(spent_on(read).wall);
        again.add(spent_on(read).wall);
        const auto staff = actions::sign_in(machine.store, machine.kiosk, lone,
                                            core::people::StaffCode::typed(leaders_code));
        must(staff.has_value());
        const auto deliver = [&] {
            must(actions::deliver_kept_pay(machine.store, machine.kiosk, *staff, machine.clock).has_value());
        };
        signed_in.add(spent_on(deliver).wall);
        bare.add(spent_on([&] { must(table.read_all() == requests * 2 * 650); }).wall);
    }
    const auto beside = "bare SELECT of the same bytes: " + told(bare.middle(), "ms");
    print({"a centre of 3,000 requests: read the first time", told(first.middle(), "ms"), "", beside,
           times(first.middle(), bare.middle())});
    print({"the same, as each time after", told(again.middle(), "ms"), aimed(again.middle(), 30, "ms"),
           beside, times(again.middle(), bare.middle())});
    print({"the same, when a member signed in: pay that waits", told(signed_in.middle(), "ms"),
           aimed(signed_in.middle(), 100, "ms"), beside, times(signed_in.middle(), bare.middle())});
}

} // namespace frikort::tests::bench
