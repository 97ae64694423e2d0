// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/id.hpp"
#include "core/records/record.hpp"

namespace frikort::core::store {

// The world failed: disk full, read-only, locked by another program, damaged, written by a newer program, a
// database server out of reach.
// Caught in two places only: the frame loop (a plain screen) and a server's request boundary (500).
class StoreFailure : public std::runtime_error {
public:
    enum class Kind { full, read_only, in_use, damaged, foreign, newer, other, unreachable };
    StoreFailure(Kind why, const std::string& text) : std::runtime_error{text}, kind{why} {}
    Kind kind;
};

enum class Delivery : std::uint8_t { waiting = 0, accepted = 1, rejected = 2, erased = 3, foreign = 4 };

// The records of every stream this machine holds, its own and what it copied.
class Records {
public:
    virtual ~Records() = default;

    struct Tip {
        std::uint64_t number = 0; // of the device's last record; 0 when it has none
        records::Hash hash;       // of that record; zeros when it has none
    };
    virtual Tip tip(const records::DeviceId&) = 0;

    enum class Added { stored, duplicate, conflict };
    // Stores a record under its header. The same record again is `duplicate`; the same id, or the same device
    // and number, with another digest is `conflict` and changes nothing. The header must be readable. An
    // erased record stays erased: offered again it is `duplicate`.
    virtual Added add(const records::Record&, Delivery) = 0;
    // The same for one whose device and number another record has here: a second machine bore the same name,
    // and staff let in what it wrote (sync.md R13). It keeps its bytes and stands under a name of its own.
    virtual Added add_fork(const records::Record&, Delivery) = 0;
    // What comes out is what went in, byte for byte; a record that the disk changed is StoreFailure damaged.
    virtual std::optional<records::Record> find(const records::Id&) = 0;
    // The digests of a record; also when its body is erased.
    virtual std::optional<records::Stub> stub(const records::Id&) = 0;
    // Erases body and header details: only id, device, number and digests stay, and the chain still verifies.
    // The record is no longer found and no longer waits. After `commit` no file of the store holds the bytes.
    // False, and nothing changes, when there is no such record or it is erased already.
    virtual bool erase_body(const records::Id&) = 0;
    // What others wrote in this stream is here no more, and may come again (sync.md R5); what this machine
    // wrote stays, and so do erase records (R17). After `commit` no file of the store holds its bytes.
    virtual void let_go(const records::StreamId&) = 0;
    // In the order in which this machine got them, without those that are erased.
    virtual std::vector<records::Record> of_stream(const records::StreamId&) = 0;
    virtual std::vector<records::Record> of_stream(const records::StreamId&, records::Class) = 0;
};

// The reason of records that were written under this machine's old name and wait for staff to let them in
// (sync.md R13).
inline constexpr const char* fork_word = "fork";

// What this machine wrote and the server has not acknowledged.
class Outbox {
public:
    virtual ~Outbox() = default;
    // The oldest `most` in the order in which this machine got them, under whatever name; no more than
    // `bytes` in all, as `records::encode` makes them, but always one.
    virtual std::vector<records::Record> waiting(std::size_t most, std::size_t bytes) = 0;
    // The refused, of this name and of those this machine bore before, in the order of their numbers.
    virtual std::vector<records::Record> rejected(std::size_t most) = 0;
    // Those of this name with a number above `after`, in its own order: what goes on as a stub (R3).
    virtual std::vector<records::Record> rejected(const records::DeviceId&, std::uint64_t after,
                                                  std::size_t most) = 0;
    virtual std::uint64_t count(Delivery) = 0;
    // The reason is a word of the protocol, never words of a person. Nothing changes for a record that is not
    // here, or whose body is erased.
    virtual void mark(const records::Id&, Delivery, const std::string& reason) = 0;
    // Nothing for a record that is not here.
    struct Standing {
        Delivery delivery = Delivery::waiting;
        std::string reason;
    };
    virtual std::optional<Standing> standing(const records::Id&) = 0;
    // This machine bears another name from now on (R13). What waits or was refused under the old one is
    // rejected for this reason (`fork_word`), and its numbers are free for what the other machine wrote.
    virtual void fork_off(const records::DeviceId& old, const std::string& reason) = 0;
    // Everything this machine wrote waits again, but what was rejected, and what is erased here: the server
    // was restored (R6). What it only called erased is still here, and it must be asked anew. Erase records
    // wait with it, whoever wrote them: that kiosk may be gone (R17).
    virtual void offer_all_again() = 0;
};

// How far each stream has been pulled (R7, R8).
class Cursors {
public:
    virtual ~Cursors() = default;
    struct Cursor {
        std::string epoch;
        std::uint64_t counter = 0;
    };
    virtual std::optional<Cursor> of(const records::StreamId&) = 0;
    virtual void move(const records::StreamId&, const Cursor&) = 0;
    // Every stream that ever had a cursor.
    virtual std::vector<records::StreamId> followed() = 0;
    // All streams are followed still, and pulled from zero: `of` answers nothing (R6).
    virtual void forget_all() = 0;
};

// What finds and opens a notebook on this machine.
class Slots {
public:
    virtual ~Slots() = default;
    enum class Kind : std::uint8_t {
        card = 1,
        name = 2,
        recovery = 3,
        member = 4, // of the centre's stream: opens the inbox, with a member's own code
        called = 5, // of a notebook: what staff know it by, sealed to the inbox; opens nothing
    };
    struct Slot {
        Kind kind = Kind::card;
        // Card: digest of its number; name: keyed digest of the folded name; recovery: the stream's name;
        // member: digest of the member's name; called: the same for all, so that all are found.
        base::Hash lookup;
        records::StreamId stream;
        std::uint32_t generation = 1;
        base::Bytes wrapped; // the generation's secret under the slot's key, or what the kind says
        friend bool operator==(const Slot&, const Slot&) = default;
    };
    // The same slot again changes nothing. Two that differ in their bytes stand side by side: of two new
    // codes that were chosen without knowing of each other both open.
    virtual void add(const Slot&) = 0;
    // Several notebooks on one kiosk may bear one call name.
    virtual std::vector<Slot> find(Kind, const base::Hash& lookup) = 0;
    virtual std::vector<Slot> of_stream(const records::StreamId&) = 0;
    virtual std::vector<Slot> of_kind(Kind) = 0;
    // After `commit` no file of the store holds its bytes. Nothing changes for one that is not here.
    virtual void remove(const Slot&) = 0;
};

// Wrong codes and how long one still has to wait (sync.md "Wrong codes"). `subject` is a digest, never a
// name.
class Waits {
public:
    virtual ~Waits() = default;
    struct Wait {
        std::uint32_t wrong = 0;
        std::chrono::seconds left{0}; // running seconds: only a running program makes them fewer
    };
    // No wrong code and nothing left for a subject never heard of.
    virtual Wait of(const base::Hash& subject) = 0;
    virtual void keep(const base::Hash& subject, const Wait&) = 0;
    virtual void clear(const base::Hash& subject) = 0;
    // Takes `passed` off every wait that is left.
    virtual void run(std::chrono::seconds passed) = 0;
};

// One half-done entry per notebook, sealed; stays on this machine.
class Drafts {
public:
    virtual ~Drafts() = default;
    virtual void keep(const records::StreamId&, base::BytesView sealed) = 0;
    virtual std::optional<base::Bytes> of(const records::StreamId&) = 0;
    virtual void drop(const records::StreamId&) = 0;
};

// Small facts about this machine by a short name: epoch of the server, last contact, enrolment.
class Facts {
public:
    virtual ~Facts() = default;
    virtual std::optional<std::string> get(const std::string& name) = 0;
    virtual void set(const std::string& name, const std::string& value) = 0;
};

// Notebooks that are here because their card was proved to the server at this centre (sync.md R7). Times are
// the server's: this machine's clock decides nothing.
class Copies {
public:
    virtual ~Copies() = default;
    // It is on its way here, anew also for one that had ended; one that is copied already stays so. Counts as
    // opened.
    virtual void begin(const records::StreamId&) = 0;
    // All of it is here. Nothing happens for one that was not on its way.
    virtual void arrived(const records::StreamId&) = 0;
    // It was opened here. Nothing happens for one that is not copied.
    virtual void opened(const records::StreamId&) = 0;
    // Opened since they were dated last.
    virtual std::vector<records::StreamId> undated() = 0;
    virtual void date(const std::vector<records::StreamId>&, std::chrono::sys_seconds) = 0;
    // The server says that the centre follows it, and when it was opened there last: at any of its kiosks. It
    // is on its way when it was not copied here, or had ended. Dated so, unless it was dated later, or was
    // opened here since and is still to be told.
    virtual void follow(const records::StreamId&, std::chrono::sys_seconds opened) = 0;
    // Those that are dated later were dated by a clock that ran ahead: they count as opened now, which is
    // still to be told.
    virtual void undate_after(std::chrono::sys_seconds latest) = 0;
    // Those that were dated last before this end: their card must be proved again. Says which.
    virtual std::vector<records::StreamId> end_unopened(std::chrono::sys_seconds before) = 0;
    // All that is here of what others wrote in it was the same at the server, and its newest had this counter
    // (R15). It holds until something comes (`doubt`).
    virtual void confirm(const records::StreamId&, std::uint64_t counter) = 0;
    virtual void doubt(const records::StreamId&) = 0;
    virtual void doubt_all() = 0; // the server was restored (R6)
    // Those that ended and are confirmed up to this counter: what others wrote in them may go (R5).
    virtual std::vector<records::StreamId> ended(std::uint64_t upto) = 0;
    enum class State : std::uint8_t { copied = 0, ended = 1, coming = 2, none = 3 };
    virtual State of(const records::StreamId&) = 0;
    virtual void drop(const records::StreamId&) = 0;
};

// Notebooks in which something was written for the staff of the centre: the server is told, so that every
// kiosk of the centre gets them (R7). Times are the server's.
class Shares {
public:
    virtual ~Shares() = default;
    // Something was: it is to be told, anew also of one that was told.
    virtual void note(const records::StreamId&) = 0;
    // Those still to be told, but the ones of which the server has still to hear something this machine
    // wrote: it may not know them yet. At most `most`.
    virtual std::vector<records::StreamId> untold(std::size_t most) = 0;
    // Nothing happens for one that was never noted.
    virtual void told(const std::vector<records::StreamId>&, std::chrono::sys_seconds now) = 0;
    // Those that were told since then, erased ones too: the server may know nothing of them (R6), and whoever
    // got one by it is to hear of its erasure.
    virtual void tell_again(std::chrono::sys_seconds since) = 0;
};

// One transaction. What is not committed never was. Its ports end with it; after `commit` it is done.
class Work {
public:
    virtual ~Work() = default;
    virtual Records& records() = 0;
    virtual Outbox& outbox() = 0;
    virtual Cursors& cursors() = 0;
    virtual Slots& slots() = 0;
    virtual Waits& waits() = 0;
    virtual Drafts& drafts() = 0;
    virtual Facts& facts() = 0;
    virtual Copies& copies() = 0;
    virtual Shares& shares() = 0;
    // After it returns the work survives a power cut. Throws StoreFailure, and then nothing was kept, and the
    // store can be used again.
    virtual void commit() = 0;
};

// A kiosk's store. One per thread: each thread opens its own. One Work at a time.
class Store {
public:
    virtual ~Store() = default;
    // Takes the right to write at once, so that what is read in it is still so at `commit`.
    virtual std::unique_ptr<Work> begin() = 0;
};

} // namespace frikort::core::store
