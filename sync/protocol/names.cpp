// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/names.hpp"

#include <array>

namespace frikort::sync::protocol {

namespace {

struct Row {
    Fault fault;
    std::string_view word;
    int status;
};

constexpr std::array rows{
    Row{Fault::malformed, "malformed", 400},
    Row{Fault::protocol, "protocol", 426},
    Row{Fault::signature, "signature", 401},
    Row{Fault::unknown_kiosk, "unknown_kiosk", 401},
    Row{Fault::revoked, "revoked", 403},
    Row{Fault::frozen, "frozen", 403},
    Row{Fault::behind, "behind", 409},
    Row{Fault::unknown_code, "unknown_code", 403},
    Row{Fault::used_code, "used_code", 403},
    Row{Fault::other_centre, "other_centre", 403},
    Row{Fault::unknown_card, "unknown_card", 404},
    Row{Fault::wrong_proof, "wrong_proof", 403},
    Row{Fault::wait, "wait", 429},
    Row{Fault::not_compared, "not_compared", 403},
    Row{Fault::too_large, "too_large", 413},
    Row{Fault::busy, "busy", 503},
    Row{Fault::failed, "failed", 500},
    Row{Fault::not_offered, "not_offered", 501},
    Row{Fault::unknown, "unknown", 400},
};

} // namespace

std::string_view word_of(Fault fault)
{
    for (const auto& row : rows)
        if (row.fault == fault) return row.word;
    return "unknown";
}

Fault fault_of(std::string_view word)
{
    for (const auto& row : rows)
        if (row.word == word) return row.fault;
    return Fault::unknown;
}

int status_of(Fault fault)
{
    for (const auto& row : rows)
        if (row.fault == fault) return row.status;
    return 400;
}

} // namespace frikort::sync::protocol
