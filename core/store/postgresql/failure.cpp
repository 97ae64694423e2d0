// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/failure.hpp"

#include <array>
#include <string>

namespace frikort::core::store::postgresql {

namespace {

using Kind = StoreFailure::Kind;

struct Meaning {
    std::string_view begins;
    Kind kind;
};

// The first that fits. A class of codes is its first two letters.
constexpr std::array meanings{
    Meaning{"08", Kind::unreachable},    // connection exception
    Meaning{"57P", Kind::unreachable},   // shut down, crashed, not yet up; dropped database
    Meaning{"25P03", Kind::unreachable}, // idle in a transaction for too long: our process stood still
    Meaning{"25P04", Kind::unreachable}, // a transaction that took too long
    Meaning{"25006", Kind::read_only},   // a standby
    Meaning{"42501", Kind::read_only},   // the role may not
    Meaning{"40", Kind::in_use},         // serialization failure, deadlock
    Meaning{"55P03", Kind::in_use},      // a lock that did not come in time
    Meaning{"57014", Kind::in_use},      // cancelled
    Meaning{"53100", Kind::full},        // disk
    Meaning{"53", Kind::in_use},         // memory, connections
    Meaning{"58030", Kind::other},       // input or output
    Meaning{"42P07", Kind::foreign},     // a table of that name is there, and is not ours
    Meaning{"42710", Kind::foreign},
    Meaning{"42P01", Kind::foreign}, // a table or column of ours is gone
    Meaning{"42703", Kind::foreign},
    Meaning{"XX", Kind::damaged}, // internal error, damaged data or index
};

} // namespace

StoreFailure failure(std::string_view sqlstate)
{
    if (sqlstate.empty()) return unreachable("the connection was lost");
    auto kind = Kind::other;
    for (const auto& meaning : meanings) {
        if (!sqlstate.starts_with(meaning.begins)) continue;
        kind = meaning.kind;
        break;
    }
    return {kind, "postgresql: " + std::string{sqlstate}};
}

StoreFailure unreachable(std::string_view what)
{
    return {Kind::unreachable, "postgresql: " + std::string{what}};
}

} // namespace frikort::core::store::postgresql
