// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>

#include "core/base/result.hpp"
#include "core/sealing/keys.hpp"
#include "core/store/store.hpp"
#include "sync/agent/standing.hpp"
#include "sync/agent/transport.hpp"

namespace frikort::sync::agent {

enum class EnrolRefusal {
    not_a_code,   // cannot be one, nothing was asked
    unknown_code, // wrong, or older than a day
    used_code,    // by another kiosk
    other_centre, // this kiosk's key belongs to another centre
    other_keys,   // the code is of a centre with other keys than this kiosk's: nothing was asked
    turned_away,
    no_server, // ask again with the same code: it works as often as needed for the same kiosk
    not_understood,
    busy,
    too_old,
};

// Tells the server this kiosk's public key, once. `code`: bare, or the whole invitation, whose centre keys
// are then the only ones this kiosk believes (core/actions/centre_root). Keeps the centre in the store; after
// a lost answer it can be asked again with the same code and key. Source: sync.md "Enrolment". Throws
// StoreFailure.
core::base::Result<Place, EnrolRefusal> enrol(core::store::Store&, Transport&,
                                              const core::sealing::SigningKey& device, std::string_view code);

// The same for a kiosk that the server froze or revoked, with a new key: `before` is the old one. What was
// written under the old name and not acknowledged stays, is listed with what was refused, and enters as a
// fork when staff let it (R13). Everything is asked for anew.
core::base::Result<Place, EnrolRefusal> enrol_anew(core::store::Store&, Transport&,
                                                   const core::sealing::SigningKey& device,
                                                   const core::sealing::SigningKey& before,
                                                   std::string_view code);

// Whether what `enrol` was refused for means that only `enrol_anew` helps: the name was revoked; or this
// kiosk has begun to take another one, with this very code, and did not hear the answer.
enum class Another : bool { not_begun, begun };
bool must_be_anew(EnrolRefusal, Another);

// The same for a kiosk that lost its key: nothing shows which device it was, so those who run the server say
// so afterwards (`frikort-central adopt`). Until then what it wrote under the old name stays here.
core::base::Result<Place, EnrolRefusal> enrol_again(core::store::Store&, Transport&,
                                                    const core::sealing::SigningKey& device,
                                                    const core::records::DeviceId& lost,
                                                    std::string_view code);

} // namespace frikort::sync::agent
