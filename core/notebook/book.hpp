// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/notebook/body.hpp"

namespace frikort::core::notebook {

// The kiosk that wrote a record, and its own gap-free count.
using Device = base::Name<struct WriterTag, 16>;
struct Origin {
    std::uint64_t number = 0;
    Device device;
    friend auto operator<=>(const Origin&, const Origin&) = default;
};

// The key that signed what somebody else than the notebook's owner wrote; whose it is, the centre knows.
using Signer = base::Name<struct SignerTag, 32>;

// One record of a notebook, opened and read.
struct Fact {
    Id id;
    Origin origin;
    Body body;
    std::optional<Signer> by{}; // nothing: the owner wrote it, with the notebook open
};

// One payment as it stands after all corrections that are here.
struct Entry {
    Id id;       // of the earning's record; stays the same through corrections
    Earning now; // for a withdrawn entry: what it last said, if that is known
    bool withdrawn = false;
    bool corrected = false;
    // Two corrections were written without knowing of each other and say different things. Counted is the one
    // that is not withdrawn, then the larger amount, so that "left" is never promised too high; the citizen
    // decides.
    bool contested = false;
    std::vector<Version> others; // what the ones not counted say; empty unless contested
    std::vector<Id> told_by;     // all records about it that are here, those that stand first: what a new
                                 // correction replaces
    Origin origin;
    std::optional<Signer> by{};    // who wrote what it says now, when it was not the owner
    std::vector<Signer> seen_by{}; // who signed that they saw what it says now, each once
};

// Something that staff did with the notebook.
struct Happening {
    Happened what;
    Signer by;
    Origin origin;
};

struct Year {
    int year = 0;
    Money sum;
    std::size_t count = 0;
    std::array<Money, 12> months{};
    std::vector<Entry> entries; // newest first, without the withdrawn
    // Below zero: over by so much. Never more than arithmetic on the citizen's own numbers (product.md rule
    // 1).
    Money left(Money limit) const { return limit - sum; }
};

// A notebook as it stands.
class Book {
public:
    // All that counts, newest day first.
    const std::vector<Entry>& entries() const { return entries_; }
    const std::vector<Entry>& withdrawn() const { return withdrawn_; }
    // Empty, with a sum of nothing, for a year without entries.
    Year year(int) const;
    std::vector<int> years() const; // newest first, those with entries
    // Counted or withdrawn.
    const Entry* find(const Id& entry) const;
    // Where the money came from before, the newest first, each once however it was capitalised.
    std::vector<std::string> places() const;
    const std::optional<std::string>& call_name() const { return call_name_; }
    std::size_t contested() const;
    const std::vector<Happening>& happenings() const { return happenings_; } // newest first
    std::size_t kept_aside() const { return kept_aside_; } // of kinds this program does not know

    friend Book fold(std::span<const Fact>);

private:
    std::vector<Entry> entries_;
    std::vector<Entry> withdrawn_;
    std::vector<Happening> happenings_;
    std::optional<std::string> call_name_;
    std::size_t kept_aside_ = 0;
};

// The book that a set of facts makes: their order and repetitions do not matter (sync.md R11). A correction
// whose earning has not arrived yet already counts, because it says everything the entry says. What others
// wrote counts where they may: earnings, and what they did; they correct nothing.
Book fold(std::span<const Fact>);

} // namespace frikort::core::notebook
