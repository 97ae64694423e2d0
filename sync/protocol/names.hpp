// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>

namespace frikort::sync::protocol {

inline constexpr std::string_view content_type = "application/vnd.frikort.sync";

inline constexpr std::string_view enrol_path = "/sync/enrol";
inline constexpr std::string_view news_path = "/sync/news";
inline constexpr std::string_view pull_path = "/sync/pull";
inline constexpr std::string_view push_path = "/sync/push";
// A centre follows a notebook by its card's proof (R7).
inline constexpr std::string_view follow_path = "/sync/follow";

// Why a request as a whole is not taken. The words stand on the wire as they stand here.
enum class Fault {
    malformed,
    protocol, // another version of the protocol
    signature,
    unknown_kiosk,
    revoked,
    frozen, // two different records bear one of its numbers (R13)
    behind, // the request counter did not grow; the answer says the server's (R13)
    unknown_code,
    used_code,
    other_centre,
    unknown_card, // no notebook has this card, or not any more
    wrong_proof,  // of a card that is known
    wait,         // too many wrong proofs: nothing was looked at
    not_compared, // the centre gets the national stream only: nothing was looked at
    too_large,
    busy,
    failed,
    not_offered,
    unknown, // a newer server's word
};
std::string_view word_of(Fault);
Fault fault_of(std::string_view word);

// The HTTP status that goes with it.
int status_of(Fault);

} // namespace frikort::sync::protocol
