// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

// What the killed kiosks said: each line stood in the pipe before anything else was done.
namespace frikort::tests::crash {

using Kroner = int; // 0: taken back

struct Entry {
    std::size_t kiosk = 0;
    std::uint64_t serial = 0;
    Kroner kroner = 0;
};

struct Book {
    std::string card;
    std::map<std::string, Entry> entries; // by the id of the payment
    bool erased = false;
};

// What a kiosk was at when it was killed: it may be done, or not at all.
struct UnderWay {
    enum class What { paying, fixing, erasing, drafting } what;
    std::string stream;
    std::string entry;        // fixing
    std::uint64_t serial = 0; // paying, drafting
    Kroner kroner = 0;
};

class Ledger {
public:
    void hear(std::size_t kiosk, const std::string& line);
    // Nothing is under way any more: it was looked up what became of it.
    void settle(std::size_t kiosk) { kiosks_[kiosk].under_way.reset(); }
    // It was done before the kiosk was killed. `entry`: the payment's id.
    void was_done(std::size_t kiosk, const std::string& entry);

    const std::map<std::string, Book>& books() const { return books_; }
    const std::optional<UnderWay>& under_way(std::size_t kiosk) { return kiosks_[kiosk].under_way; }
    // The notebook that stands open there.
    const std::string& stream(std::size_t kiosk) { return kiosks_[kiosk].stream; }
    // Half-done there, and said to be kept.
    std::optional<std::uint64_t> draft(std::size_t kiosk, const std::string& stream);
    // Gone from a kiosk. Whoever erased it may have said so in a line that is not heard yet.
    void was_seen_erased(const std::string& stream) { seen_erased_.insert(stream); }
    // Of those, the ones that nobody erased. To be asked when everything was heard.
    std::vector<std::string> erased_by_nobody() const;
    // What should never have been said.
    const std::vector<std::string>& faults() const { return faults_; }
    std::size_t actions() const { return actions_; }

private:
    void was_paid(std::size_t kiosk, const std::string& entry, std::uint64_t serial, Kroner);

    struct Kiosk {
        std::string stream;
        std::optional<UnderWay> under_way;
        std::map<std::string, std::uint64_t> drafts;
    };
    std::map<std::size_t, Kiosk> kiosks_;
    std::map<std::string, Book> books_;
    std::set<std::uint64_t> serials_;
    std::set<std::string> seen_erased_;
    std::vector<std::string> faults_;
    std::size_t actions_ = 0;
};

} // namespace frikort::tests::crash
