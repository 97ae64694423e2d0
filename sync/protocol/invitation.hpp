// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/sealing/fingerprint.hpp"
#include "core/sealing/sha256.hpp"
#include "sync/protocol/enrolment_code.hpp"

namespace frikort::sync::protocol {

// What the office gives to whoever enrols a kiosk: the code, and whom the kiosk is to believe. As text it is
// "FE.XXXXXXXXXXXXXXXX.A….K…": capitals, digits and full stops, which a scanner types alike on every
// keyboard, and which need no quotes on a command line. Source: PROTOCOL.md "Enrolment".
struct Invitation {
    EnrolmentCode code;
    std::optional<core::sealing::Sha256> authority{}; // of the certificate that the server's is signed by
    std::optional<core::sealing::Fingerprint>
        centre{}; // of the centre's keys, where the office compared them

    // The whole text, or the bare code as people type it. Parts of a newer program are passed over. Nothing
    // for what cannot be one, and when a part is there twice or is not whole.
    static std::optional<Invitation> read(std::string_view typed);
    // The bare code in its groups where there is nothing else to say.
    std::string text() const;
};

// The certificates in a PEM file, by the SHA-256 of their DER, in its order. Nothing when one is not whole.
std::optional<std::vector<core::sealing::Sha256>> certificates_in(std::string_view pem);

} // namespace frikort::sync::protocol
