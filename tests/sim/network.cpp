// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/network.hpp"

namespace frikort::tests::sim {

using Kind = Fault::Kind;

Network::Network(std::uint64_t seed, const std::vector<Fault>& faults)
    : faults_{faults}, draw_{seed, "network"}
{
}

void Network::apply(const Fault& fault, std::size_t kiosk, Fate& fate)
{
    switch (fault.kind) {
    case Kind::loss:
        fate.request_lost |= draw_.happens(fault.measure);
        fate.answer_lost |= draw_.happens(fault.measure);
        break;
    case Kind::doubling:
        if (draw_.happens(fault.measure)) fate.again = draw_.between(Moment{1}, Moment{60'000});
        break;
    case Kind::delay:
        if (draw_.happens(fault.measure)) fate.there = draw_.between(patience / 4, patience * 4);
        if (draw_.happens(fault.measure)) fate.back = draw_.between(patience / 4, patience * 2);
        break;
    case Kind::partition: { // which of them are cut off is the measure's matter
        const bool off = kiosk == fault.whom || kiosk * 37 % 100 < fault.measure;
        if (off) fate.request_lost = true;
        break;
    }
    case Kind::lost_answer:
        fate.answer_lost |= draw_.happens(fault.measure);
        break;
    case Kind::cut_answer:
        fate.cut |= draw_.happens(fault.measure);
        break;
    case Kind::portal:
        if (draw_.happens(fault.measure)) fate.by_others = 200;
        break;
    case Kind::proxy:
        if (draw_.happens(fault.measure)) fate.by_others = 502;
        break;
    default:
        break; // not the network's
    }
}

Fate Network::fate(std::size_t kiosk, Moment now)
{
    Fate fate;
    fate.there = draw_.between(Moment{5}, Moment{300});
    fate.back = draw_.between(Moment{5}, Moment{300});
    for (const auto& fault : faults_)
        if (fault.from <= now && now < fault.until) apply(fault, kiosk, fate);
    return fate;
}

} // namespace frikort::tests::sim
