// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/notebook/earning.hpp"

namespace frikort::core::notebook {

using base::Id;

inline constexpr std::size_t longest_reason = 200; // characters
inline constexpr std::size_t longest_name = 30;    // characters
inline constexpr std::size_t most_replaced = 64;   // records that one correction may replace

// The payment never was.
struct Withdrawn {
    friend bool operator==(const Withdrawn&, const Withdrawn&) = default;
};
using Version = std::variant<Earning, Withdrawn>;

// What an entry says from now on. It names the entry and each record whose word it replaces, so that copies
// may arrive in any order and so that a correction can settle two others that disagree.
struct Correction {
    Id entry;                 // the record of the earning, or what was kept
    std::vector<Id> replaces; // the earning or corrections of it: all that the writer could see
    Version now;
    std::optional<std::string> reason;
    friend bool operator==(const Correction&, const Correction&) = default;
};

// Pay that staff kept until its notebook came, and now brought into it. Counts only with a member's
// signature. Brought by two kiosks that knew nothing of each other it is one entry, named after what was
// kept.
struct Brought {
    Id kept; // a record of the centre's stream
    Earning earning;
    friend bool operator==(const Brought&, const Brought&) = default;
};

struct NameGiven {
    std::string name; // the call name
    friend bool operator==(const NameGiven&, const NameGiven&) = default;
};

// What staff did with the notebook, for its owner to see. Counts only with a member's signature.
struct Happened {
    enum class What : std::uint8_t {
        new_card = 1,  // a new card, for somebody who knew the code
        recovered = 2, // opened with the centre card: the code was forgotten
    };
    What what = What::new_card;
    std::optional<Date> day; // nothing where the clock could not be trusted (sync.md R10)
    friend bool operator==(const Happened&, const Happened&) = default;
};

// Staff saw this payment, as it stands here. Counts only with a member's signature, and only as long as the
// entry says the same.
struct Confirmed {
    Id entry;
    Earning now;
    friend bool operator==(const Confirmed&, const Confirmed&) = default;
};

// Written by a newer program: kept aside, never an error.
struct Unknown {
    std::string kind;
    friend bool operator==(const Unknown&, const Unknown&) = default;
};

// What stands inside one sealed record of a notebook.
using Body = std::variant<Earning, Correction, NameGiven, Happened, Confirmed, Brought, Unknown>;

enum class Malformed { not_json, wrong_shape, bad_date, bad_amount, bad_minutes, bad_text, bad_id, too_long };

// JSON with a "kind". `Unknown` cannot be written (must).
std::string encode(const Body&);
// Holds every field to its limits. Unknown kinds become `Unknown`; unknown fields are passed over here,
// because the record's own bytes are what is kept and passed on (sync.md R12).
base::Result<Body, Malformed> decode(std::string_view json);

} // namespace frikort::core::notebook
