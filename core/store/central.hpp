// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/id.hpp"
#include "core/records/record.hpp"
#include "core/store/store.hpp"

namespace frikort::core::store {

// What tells one past of the server from another that counted as far: a digest of all that took counters.
using Mark = base::Name<struct MarkTag, 16>;

// The server's ports. Const functions read, the others change; see CentralWork for when.

using Seconds = std::chrono::sys_seconds; // UTC, by the server's own clock; never for order

// The records of all kiosks, in the order in which the server took them.
class Stock {
public:
    virtual ~Stock() = default;

    struct Standing {
        std::string epoch;         // new at each restore and promotion (R6)
        std::uint64_t counter = 0; // of the record taken last
        Mark mark{};               // of everything that took a counter, in its order
        friend bool operator==(const Standing&, const Standing&) = default;
    };
    virtual Standing standing() const = 0;
    // Whether a commit of this very past ended with that counter and mark. A database that went back to an
    // old copy, and has counted on since, never did (R6).
    virtual bool was_at(std::uint64_t counter, const Mark&) const = 0;
    // What was told of counters until now holds no more: a restore, a promotion (R6). Counters go on.
    virtual void begin_epoch(const std::string&) = 0;

    struct Range {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        friend bool operator==(const Range&, const Range&) = default;
    };
    struct Held {
        std::uint64_t highest = 0; // number; 0 when there is nothing of this device
        std::vector<Range> lacks;  // numbers below `highest` that are not here, lowest first
    };
    // At most `most` ranges; without gaps this costs one row.
    virtual Held held_from(const records::DeviceId&, std::size_t most) const = 0;

    // A record that a kiosk offers: whole, or header and digests of one that was refused (R3).
    struct Offer {
        records::Header header;
        records::Stub stub;
        enum class Form : std::uint8_t { whole = 0, stub = 1 } form = Form::whole;
        base::Bytes bytes; // as they came
    };
    enum class Taken {
        accepted,
        duplicate,    // the same record again
        erased,       // it was here, or its stream was, and was erased: only number and digests are kept
        other_record, // another of this device has its id or its number: quarantined
        other_device, // a record of another device has its id: quarantined, and no fault of this device
        broken_chain, // not made after the record of the number before: quarantined
    };
    // All of them in one atomic step with the rest of the Work (R2), answers in their order. Counters are
    // taken in commit order (R7). A whole record takes the place of its own stub.
    //
    // A whole record of class erase must have been found right by the caller. With it all of its stream but
    // such records goes, in quarantine too: id, device, number and digests stay. After `commit` no file of
    // the store holds the bytes. What comes of that stream later is `erased` as it comes.
    virtual std::vector<Taken> take(std::span<const Offer>) = 0;
    virtual bool is_erased(const records::StreamId&) const = 0;

    struct Page {
        std::vector<base::Bytes> records; // whole ones, as they came
        std::uint64_t counter = 0;        // the cursor behind this page
        bool more = false;
    };
    // What a stream got after `after`, without the records of `but`. At most `most`, at most `bytes` in all,
    // but always one. A page without `more` ends at the stream's newest.
    virtual Page page(const records::StreamId&, std::uint64_t after, std::size_t most, std::size_t bytes,
                      const std::optional<records::DeviceId>& but) const = 0;

    struct News {
        records::StreamId stream;
        std::uint64_t counter = 0; // of its newest record
        friend bool operator==(const News&, const News&) = default;
    };
    // Who hears of what: a device, and the centre whose follows count when they were opened after `since`.
    struct Listener {
        records::DeviceId device;
        records::StreamId centre;
        Seconds opened_after{};
        std::optional<records::DeviceId> fork{}; // what it wrote is its own too (R13)
    };
    // The streams this listener may read (`hears`), and those in `also`, that have something newer than
    // `since`; the one whose news are oldest comes first. A stream that the centre began to follow has news
    // from that moment, whatever is in it. At most `most`.
    virtual std::vector<News> news(const Listener&, std::span<const records::StreamId> also,
                                   std::uint64_t since, std::size_t most) const = 0;
    // A stream for which this device wrote keys, or which its centre follows; and, so that erasures reach
    // every copy, an erased one that the device ever wrote to or its centre ever followed.
    virtual bool hears(const Listener&, const records::StreamId&) const = 0;

    // The whole key records of a stream, in the order in which they were taken.
    virtual std::vector<records::Record> keys_of(const records::StreamId&) const = 0;

    // The checksum of a stream over its whole records (R15): records::Sum, read anew each time.
    virtual base::Hash sum(const records::StreamId&) const = 0;

    struct Count {
        records::StreamId stream;
        std::uint64_t records = 0;
    };
    virtual std::vector<Count> counts() const = 0;
    virtual std::uint64_t quarantined() const = 0;
};

// The public key of a centre's root, as bytes: this room knows no keys.
using CentreRoot = base::Name<struct CentreRootTag, 32>;

struct Centre {
    records::StreamId stream; // its own stream; its name is random
    std::string name;         // as people call it
    // The root that the office held against what the centre's leader read out, and when.
    struct Compared {
        CentreRoot root;
        Seconds when{};
        friend bool operator==(const Compared&, const Compared&) = default;
    };
    std::optional<Compared> compared{};
    // It had kiosks before there was anything to compare, and goes on being served (migration 0006).
    enum class Served : std::uint8_t { once_compared = 0, as_before = 1 } served = Served::once_compared;
    friend bool operator==(const Centre&, const Centre&) = default;
};

class Centres {
public:
    virtual ~Centres() = default;
    virtual std::optional<Centre> find(const records::StreamId&) const = 0;
    virtual std::optional<Centre> named(const std::string&) const = 0;
    virtual std::vector<Centre> all() const = 0; // by name, as bytes
    virtual void add(const Centre&) = 0;         // not one that was compared
    // The first that was compared stays.
    virtual void compare(const records::StreamId&, const Centre::Compared&) = 0;
};

// An Ed25519 public key, as bytes: this room knows no keys.
using DeviceKey = base::Name<struct DeviceKeyTag, 32>;

struct Kiosk {
    records::DeviceId device;
    DeviceKey key;
    records::StreamId centre;
    Seconds enrolled{};
    std::uint64_t request = 0; // the counter of its last request (R13)
    Seconds contact{};
    std::optional<Seconds> revoked{};
    // Two different records bear one of its numbers: it was cloned or restored, and is heard no more (R13).
    std::optional<Seconds> frozen{};
    std::optional<records::DeviceId> before{}; // which device it was until it was enrolled anew (R13)
    struct Told {                              // by the kiosk, of itself
        std::uint64_t waiting = 0;             // not acknowledged yet
        std::uint64_t refused = 0;             // a person must look at them (R3)
        std::uint64_t differing = 0;           // streams that are not the same here and there (R15)
        friend bool operator==(const Told&, const Told&) = default;
    } told{};
    // What it said its centre's root is; and the first other one that it said afterwards, which is an alarm.
    std::optional<CentreRoot> root{};
    std::optional<CentreRoot> other_root{};
    friend bool operator==(const Kiosk&, const Kiosk&) = default;
};

class Kiosks {
public:
    virtual ~Kiosks() = default;
    virtual std::optional<Kiosk> find(const records::DeviceId&) const = 0;
    virtual std::vector<Kiosk> all() const = 0; // those enrolled first come first
    // Not one that is revoked or frozen, or that told anything yet. One that was another device `before`
    // hears what that one heard.
    virtual void add(const Kiosk&) = 0;
    // One that lost its key and was enrolled as a new one: those who run the server say which it was, as if
    // it had shown that at its enrolment. One that has a `before` keeps it.
    virtual void adopt(const records::DeviceId&, const records::DeviceId& before) = 0;
    virtual void freeze(const records::DeviceId&, Seconds now) = 0;
    virtual void revoke(const records::DeviceId&, Seconds now) = 0;
    virtual void note(const records::DeviceId&, const Kiosk::Told&) = 0;
    // What it says of its centre's root. What it said before stays.
    virtual void tell_root(const records::DeviceId&, const CentreRoot&) = 0;
    enum class Counter { grew, behind };
    // Notes a request of this kiosk. `behind` when the counter did not grow, and then nothing changes.
    virtual Counter advance(const records::DeviceId&, std::uint64_t request, Seconds now) = 0;
};

// One-time codes for enrolment, by the digest of the code.
class Codes {
public:
    virtual ~Codes() = default;
    struct Code {
        base::Hash digest;
        records::StreamId centre;
        Seconds expires{};
        std::optional<records::DeviceId> used_by;
        friend bool operator==(const Code&, const Code&) = default;
    };
    virtual std::optional<Code> find(const base::Hash&) const = 0;
    virtual void add(const Code&) = 0;
    virtual void use(const base::Hash&, const records::DeviceId&) = 0;
    // Codes that nobody used yet are good for nothing any more.
    virtual void end_unused() = 0;
};

// Which notebooks a centre follows, and what cards open (R7).
class Follows {
public:
    virtual ~Follows() = default;

    // A card opens this notebook, or did, as this device says; the first to say it stays. Goes with the
    // stream when it is erased.
    virtual void note_card(const base::Hash& card, const records::StreamId&, const records::DeviceId& by) = 0;
    virtual std::vector<records::StreamId> with_card(const base::Hash& card) const = 0;
    // How many of them stand there by this device's word.
    virtual std::size_t with_card_by(const base::Hash& card, const records::DeviceId&) const = 0;

    // The notebook was opened at this centre: from now on it is news there, by a counter of its own (R7).
    virtual void follow(const records::StreamId& centre, const records::StreamId& notebook, Seconds now) = 0;
    // When it was opened there last; nothing for one that never was.
    virtual std::optional<Seconds> opened(const records::StreamId& centre,
                                          const records::StreamId& notebook) const = 0;

    // Wrong proofs for a card, and until when nothing is looked at.
    struct Tries {
        std::uint32_t wrong = 0;
        Seconds until{};
        friend bool operator==(const Tries&, const Tries&) = default;
    };
    virtual Tries tries(const base::Hash& card) const = 0;
    virtual void keep_tries(const base::Hash& card, const Tries&) = 0; // no wrong one: forgets the card
};

using BackupId = base::Name<struct BackupTag, 16>;
// An Ed25519 public key, as bytes.
using BackupSign = base::Name<struct BackupSignTag, 32>;

// Backups are destroyed after this: what a citizen erased must not lie about for longer (R17).
inline constexpr std::chrono::days backups_last{35};

// Backups that were made, and which of them somebody read back where the private key lies (R5).
class Backups {
public:
    virtual ~Backups() = default;
    struct Backup {
        BackupId id;
        BackupSign sign;   // whose receipt counts
        base::Hash digest; // of what it says it holds
        std::string epoch;
        std::uint64_t counter = 0; // everything up to this one of that epoch lies in it
        Seconds made{};
        std::optional<Seconds> verified{};
        friend bool operator==(const Backup&, const Backup&) = default;
    };
    virtual std::optional<Backup> find(const BackupId&) const = 0;
    virtual std::vector<Backup> all() const = 0; // those made first come first
    virtual void add(const Backup&) = 0;
    virtual void verify(const BackupId&, Seconds now) = 0;
    // The mark: up to which counter of this epoch everything lies in a verified backup that is not destroyed
    // yet (R17); 0 when there is none. One that was dated by a clock ahead does not count before its date.
    virtual std::uint64_t mark(Seconds now) const = 0;
};

// The server's half of each kiosk's pepper: random bytes that a kiosk without a TPM gets at each start
// (sync.md, key table). Theirs alone, and in no list.
using Half = base::Name<struct HalfTag, 32>;
class Halves {
public:
    virtual ~Halves() = default;
    virtual std::optional<Half> of(const records::DeviceId&) const = 0;
    // Of an enrolled kiosk. One that has a half keeps it.
    virtual void keep(const records::DeviceId&, const Half&) = 0;
};

// One transaction, or one unmoving look. What is not committed never was.
class CentralWork {
public:
    virtual ~CentralWork() = default;
    virtual Stock& stock() = 0;
    virtual const Stock& stock() const = 0;
    virtual Centres& centres() = 0;
    virtual const Centres& centres() const = 0;
    virtual Kiosks& kiosks() = 0;
    virtual const Kiosks& kiosks() const = 0;
    virtual Codes& codes() = 0;
    virtual const Codes& codes() const = 0;
    virtual Follows& follows() = 0;
    virtual const Follows& follows() const = 0;
    virtual Backups& backups() = 0;
    virtual const Backups& backups() const = 0;
    virtual Halves& halves() = 0;
    virtual const Halves& halves() const = 0;
    // After it returns the work survives a power cut (R4), unless it may be forgotten. Throws StoreFailure,
    // and then nothing was kept.
    virtual void commit() = 0;
};

// The server's store. Every function may be called from any thread; a Work belongs to the thread that began
// it, which has no other at the same time.
class CentralStore {
public:
    virtual ~CentralStore() = default;
    // Waits for other writers: here, or before the first thing that another could change.
    virtual std::unique_ptr<CentralWork> begin() = 0;
    // As `begin`, for what may be forgotten: `commit` does not wait for the disk, and a power cut may undo
    // it, all of it or nothing. What others committed stays. Takes no records.
    virtual std::unique_ptr<CentralWork> begin_forgettable() = 0;
    // What is committed now, and stays so while it is looked at. Waits for no writer where the engine can.
    virtual std::unique_ptr<const CentralWork> look() = 0;
};

} // namespace frikort::core::store
