// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/enrolling.hpp"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

#include "core/actions/lost_name.hpp"
#include "core/actions/set_up_centre.hpp"
#include "kiosk/app/identity.hpp"
#include "sync/agent/curl_transport.hpp"
#include "sync/agent/enrol.hpp"
#include "sync/agent/standing.hpp"
#include "sync/protocol/invitation.hpp"

namespace frikort::kiosk::app {

using sync::agent::EnrolRefusal;

namespace {

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
    case EnrolRefusal::other_keys:
        return "That code is for a centre with other keys than this kiosk has. Ask the office.";
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

// False where the centre was set up already, or nothing is known of one.
bool tell_set_up_code(core::store::Store& store, const core::actions::Kiosk& kiosk)
{
    const auto standing = sync::agent::standing(*store.begin());
    if (!standing.centre) return false;
    const auto code = core::actions::invite_set_up(store, kiosk, standing.centre->stream);
    if (!code) return false;
    const auto text = code->text();
    std::printf("\nSet-up code: %.*s\nThe staff type it once at the screen, under \"Kun personale\".\n\n",
                static_cast<int>(text.size()), text.view().data());
    return true;
}

// The new key is kept before the server hears of it: an answer that is lost can be asked for again with the
// same key only.
core::base::Result<sync::agent::Place, EnrolRefusal>
enrol_anew(core::store::Store& store, sync::agent::Transport& transport,
           const core::store::DataFolder& folder, const core::actions::Kiosk& kiosk, const std::string& code)
{
    const auto next = next_device_key(folder, kiosk.chance);
    auto place = sync::agent::enrol_anew(store, transport, next, kiosk.device_key, code);
    if (place) take_next_device_key(folder);
    return place;
}

// A server that was restored may have forgotten it, and then it keeps its name. One that was revoked takes
// another, also where it never heard that it had been enrolled.
core::base::Result<sync::agent::Place, EnrolRefusal> enrol_or_anew(core::store::Store& store,
                                                                   sync::agent::Transport& transport,
                                                                   const core::store::DataFolder& folder,
                                                                   const core::actions::Kiosk& kiosk,
                                                                   const std::string& code)
{
    using sync::agent::Another;
    const auto another = has_next_device_key(folder) ? Another::begun : Another::not_begun;
    auto place = sync::agent::enrol(store, transport, kiosk.device_key, code);
    const bool anew = !place && sync::agent::must_be_anew(place.error(), another);
    return anew ? enrol_anew(store, transport, folder, kiosk, code) : std::move(place);
}

// After a damage that took away which numbers it had given out, the kiosk bears another name already.
core::base::Result<sync::agent::Place, EnrolRefusal>
enrol_renamed(core::store::Store& store, sync::agent::Transport& transport,
              const core::store::DataFolder& folder, const core::actions::Kiosk& kiosk,
              const core::sealing::SigningKey& before, const std::string& code)
{
    auto place = sync::agent::enrol_anew(store, transport, kiosk.device_key, before, code);
    if (place) forget_key_before(folder);
    return place;
}

// The code as it was given, or typed by a scanner where it was asked for.
std::string code_given(const Options& options)
{
    if (options.enrol != "-") return options.enrol;
    std::printf("Scan the office's code, or type it, and press Enter: ");
    std::fflush(stdout);
    std::string line;
    std::getline(std::cin, line);
    return line;
}

// Where the code says whose authority vouches for the server, this kiosk must trust that one and no other.
bool trusts_what_it_says(const std::string& code, const Options& options)
{
    const auto invitation = sync::protocol::Invitation::read(code);
    if (!invitation || !invitation->authority) return true;
    if (!options.authorities || !options.central.starts_with("https://")) return false;
    std::ifstream in{*options.authorities, std::ios::binary};
    const std::string pem{std::istreambuf_iterator<char>{in}, {}};
    const auto trusted = sync::protocol::certificates_in(pem);
    return trusted && trusted->size() == 1 && trusted->front() == *invitation->authority;
}

// After the loss of its key.
core::base::Result<sync::agent::Place, EnrolRefusal> enrol_again(core::store::Store& store,
                                                                 sync::agent::Transport& transport,
                                                                 const core::sealing::SigningKey& device,
                                                                 const core::records::DeviceId& lost,
                                                                 const std::string& code)
{
    auto place = sync::agent::enrol_again(store, transport, device, lost, code);
    if (place)
        std::printf("It lost its key. So that what it had not sent can be let in, at the server:\n"
                    "frikort-central revoke --kiosk %s\nfrikort-central adopt --kiosk %s --before %s\n",
                    lost.hex().substr(0, 8).c_str(),
                    core::sealing::device_of(device.open()).hex().substr(0, 8).c_str(),
                    lost.hex().substr(0, 8).c_str());
    return place;
}

} // namespace

int enrol(core::store::Store& store, const core::store::DataFolder& folder, const core::actions::Kiosk& kiosk,
          const Options& options)
{
    auto transport =
        sync::agent::CurlTransport::open({.central = options.central, .authorities = options.authorities});
    if (!transport) {
        std::fputs("--central must be https://..., or http:// on this machine\n", stderr);
        return 2;
    }
    const auto code = code_given(options);
    if (!trusts_what_it_says(code, options)) {
        std::fputs("The code is for a server that another authority vouches for. Nothing was asked.\n"
                   "--authorities must be the office's own file, with that one certificate, and --central "
                   "https://\n",
                   stderr);
        return 1;
    }
    const auto trouble = sync::agent::standing(*store.begin()).trouble;
    using sync::agent::Trouble;
    const auto before = key_before(folder);
    const auto lost = core::actions::lost_name(*store.begin());
    const auto place = lost     ? enrol_again(store, **transport, kiosk.device_key, *lost, code)
                       : before ? enrol_renamed(store, **transport, folder, kiosk, *before, code)
                       : trouble == Trouble::frozen ? enrol_anew(store, **transport, folder, kiosk, code)
                                                    : enrol_or_anew(store, **transport, folder, kiosk, code);
    if (!place) {
        std::fprintf(stderr, "%s\n", told(place.error()));
        return 1;
    }
    std::printf("Enrolled at %s.\n", place->name.c_str());
    tell_set_up_code(store, kiosk);
    return 0;
}

int print_set_up_code(core::store::Store& store, const core::actions::Kiosk& kiosk)
{
    if (tell_set_up_code(store, kiosk)) return 0;
    std::fputs("This kiosk is not enrolled, or its centre was set up already.\n", stderr);
    return 1;
}

} // namespace frikort::kiosk::app
