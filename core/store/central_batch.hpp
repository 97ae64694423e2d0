// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <deque>
#include <map>
#include <set>

#include "core/store/central.hpp"

// Not for other rooms.
namespace frikort::core::store {

// What is offered at once, and what comes of it, the same on every engine. The engine first tells what it has
// near these offers (`numbers_near`, `streams_of`), each is then judged in its order as if those before it
// were stored already, and the engine writes the outcome: a fixed number of steps, however large the stock.
class Batch {
public:
    using Number = std::pair<records::DeviceId, std::uint64_t>;
    enum class Kept : std::uint8_t { whole = 0, stub = 1, erased = 2 };
    enum class From { database, database_stub_filled, offer };
    struct Row {
        records::Hash hash;
        records::Hash previous;
        Kept kept = Kept::whole;
        From from = From::database;
        const Stock::Offer* offer = nullptr; // what is to be written, unless nothing is
        std::uint64_t counter = 0;
        records::DeviceId device{}; // as `know` was told, as the next
        base::Id id{};
    };
    struct Aside {
        const Stock::Offer* offer;
        const char* why;
        bool is_erased;
    };
    // A record that others brought, and that now has its place among its writer's.
    struct Claimed {
        const Stock::Offer* offer; // as its writer made it
        base::Id kept_as;
        records::DeviceId kept_under;
        std::uint64_t counter = 0;
    };
    // Numbers that came, from first to last, and not right behind the highest that their device had before
    // them.
    struct Run {
        records::DeviceId device;
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        std::uint64_t highest = 0;
        bool is_ahead() const { return first > highest; } // what is between lacks now; else it lacked before
    };
    struct Chain {
        std::uint64_t highest = 0;
        std::uint64_t more = 0;
    };
    struct Stream {
        std::uint64_t counter = 0; // of its newest record
        std::uint64_t more = 0;    // whole records
    };
    enum class Keys { no, yes }; // whether a device wrote key records of a stream

    // ---- What an engine has to look up for these offers.
    static std::vector<base::Id> ids_near(std::span<const Stock::Offer>); // their own, and others of the same
    static std::set<Number> numbers_near(std::span<const Stock::Offer>);  // their own, and those beside them
    static std::set<records::StreamId> streams_of(std::span<const Stock::Offer>);
    static std::set<records::DeviceId> devices_of(std::span<const Stock::Offer>);

    // ---- What it found. `before` is where the server is.
    explicit Batch(const Stock::Standing& before) : before_{before}, counter_{before.counter} {}
    void know(const base::Id&, const Number&, const Row&);
    void know_highest(const records::DeviceId& device, std::uint64_t number) { highest_[device] = number; }
    void know_erased(const records::StreamId& stream) { erased_.insert(stream); }

    // The offers must outlive this.
    std::vector<Stock::Taken> judge(std::span<const Stock::Offer>);

    // ---- What is to be written. Rows `from` the offer are new, from a filled stub have bytes now; others
    // are as they were.
    std::uint64_t counter() const { return counter_; } // what it was before, when nothing took one
    bool counted() const { return counter_ > before_.counter; }
    Mark mark() const; // when something was counted
    const std::vector<Row>& rows() const { return rows_; }
    // Before the rows: what each was kept under has no record any more.
    const std::vector<Claimed>& claimed() const { return claimed_; }
    const std::map<records::Hash, Aside>& aside() const { return aside_; }
    const std::map<records::DeviceId, Chain>& chains() const { return chains_; }
    // In their order: each as if those before it had been written.
    std::vector<Run> runs() const;
    const std::map<records::StreamId, Stream>& streams() const { return streams_; }
    const std::map<std::pair<records::DeviceId, records::StreamId>, Keys>& wrote() const { return wrote_; }
    // After the rows: all of these streams that was there before goes, but what erased them.
    const std::set<records::StreamId>& newly_erased() const { return newly_erased_; }
    // The erase records that did that, whole.
    const std::vector<base::Bytes>& erasures() const { return erasures_; }

private:
    Row* by_id(const base::Id&);
    Row* same_as(const Stock::Offer&);
    const Row* by_number(const records::DeviceId&, std::uint64_t number) const;
    bool goes_on(const Stock::Offer&) const;
    bool is_gone(const Stock::Offer&) const;
    bool may_claim(const Row&, const Stock::Offer&) const;
    void claim(Row&, const Stock::Offer&);
    Stock::Taken judge(const Stock::Offer&);
    void take_alone(const Stock::Offer&);
    void set_aside(const Stock::Offer&, const char* why);
    void fill(Row&, const Stock::Offer&);
    void keep(const Stock::Offer&, Kept);
    void note(const records::DeviceId&, const Stock::Offer&, std::uint64_t counter, std::uint64_t more);
    void erase(const Stock::Offer&);

    Stock::Standing before_;
    std::uint64_t counter_;
    std::vector<records::Hash> counted_; // what took a counter, in its order
    std::deque<Stock::Offer> alone_;     // erasures whose own place another has
    std::vector<Row> rows_;
    std::map<base::Id, std::size_t> ids_;
    std::map<Number, std::size_t> numbers_;
    std::map<records::DeviceId, std::uint64_t> highest_; // before
    std::map<records::DeviceId, std::set<std::uint64_t>> placed_;
    std::set<records::StreamId> erased_;       // before, or by this
    std::set<records::StreamId> newly_erased_; // by this
    std::vector<Claimed> claimed_;
    std::map<records::Hash, Aside> aside_;
    std::map<records::DeviceId, Chain> chains_;
    std::map<records::StreamId, Stream> streams_;
    std::map<std::pair<records::DeviceId, records::StreamId>, Keys> wrote_;
    std::vector<base::Bytes> erasures_;
};

} // namespace frikort::core::store
