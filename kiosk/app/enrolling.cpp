// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/enrolling.hpp"

#include <cstdio>

#include "core/sealing/slot.hpp"
#include "sync/agent/curl_transport.hpp"
#include "sync/agent/enrol.hpp"

namespace frikort::kiosk::app {

using core::sealing::BoxPublic;
using core::sealing::RecoveryPair;
using core::sealing::Secret;
using sync::agent::EnrolRefusal;

namespace {

constexpr const char* recovery_fact = "recovery_key";

const char* told(EnrolRefusal refusal)
{
    switch (refusal) {
    case EnrolRefusal::not_a_code:
        return "That is not an enrolment code. Check the letters.";
    case EnrolRefusal::unknown_code:
        return "The server does not know that code. Codes last 24 hours.";
    case EnrolRefusal::used_code:
        return "Another kiosk has used that code. Ask for a new one.";
    case EnrolRefusal::other_centre:
        return "This kiosk already belongs to another centre.";
    case EnrolRefusal::turned_away:
        return "The server turned this kiosk away.";
    case EnrolRefusal::no_server:
        return "No answer from the server. Try again with the same code.";
    case EnrolRefusal::not_understood:
        return "What answered is not our server. Is the network asking for a sign-in?";
    case EnrolRefusal::busy:
        return "The server is busy. Try again with the same code.";
    case EnrolRefusal::too_old:
        return "This program is too old for the server.";
    }
    return "";
}

// Groups of four hexadecimal digits, with a check at the end: 128 bits to be copied by hand.
void print_centre_card(const Secret& card)
{
    const auto hex = core::base::to_hex(card.view());
    std::puts("\nThe centre card. It is shown only this once: write it down and keep it in the safe.");
    std::fputs("  ", stdout);
    for (std::size_t i = 0; i < hex.size(); i += 4)
        std::printf("%s%s", i == 0 ? "" : " ", hex.substr(i, 4).c_str());
    std::printf("  check %s\n\n", core::records::digest(card.view()).hex().substr(0, 4).c_str());
}

} // namespace

std::optional<BoxPublic> recovery_key(core::store::Store& store)
{
    const auto work = store.begin();
    const auto hex = work->facts().get(recovery_fact);
    return hex ? BoxPublic::from_hex(*hex) : std::nullopt;
}

int enrol(core::store::Store& store, const core::actions::Kiosk& kiosk, const Options& options)
{
    auto transport =
        sync::agent::CurlTransport::open({.central = options.central, .authorities = options.authorities});
    if (!transport) {
        std::fputs("--central must be https://..., or http:// on this machine\n", stderr);
        return 2;
    }
    const auto place = sync::agent::enrol(store, **transport, kiosk.device_key, options.enrol);
    if (!place) {
        std::fprintf(stderr, "%s\n", told(place.error()));
        return 1;
    }
    std::printf("Enrolled at %s.\n", place->name.c_str());
    if (!options.make_centre_card || recovery_key(store)) return 0;

    const auto card = Secret::random(RecoveryPair::card_size, kiosk.chance);
    const auto pair = RecoveryPair::from_card(card.view());
    auto work = store.begin();
    work->facts().set(recovery_fact, pair->open().hex());
    work->commit();
    print_centre_card(card);
    return 0;
}

} // namespace frikort::kiosk::app
