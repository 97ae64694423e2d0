// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <set>

#include "core/store/central.hpp"
#include "core/store/postgresql/transaction.hpp"

namespace frikort::core::store::postgresql {

// What is offered at once, and what comes of it. All that has to be known is asked for first, each record is
// then judged here in its order as if those before it were stored already, and the outcome is written: a
// fixed number of statements, however many records there are and however large the stock is.
class Batch {
public:
    // Asks. The offers must outlive it.
    Batch(Transaction&, std::span<const Stock::Offer>);
    Stock::Taken judge(const Stock::Offer&);
    void write();
    // The erase records that took effect, whole.
    const std::vector<base::Bytes>& erasures() const { return erasures_; }

private:
    enum class Kept : std::uint8_t { whole = 0, stub = 1, erased = 2 };
    enum class From { database, database_stub_filled, offer };
    struct Row {
        records::Hash hash;
        records::Hash previous;
        Kept kept = Kept::whole;
        From from = From::database;
        const Stock::Offer* offer = nullptr; // what is to be written, unless nothing is
        std::uint64_t counter = 0;
    };
    struct Aside {
        const Stock::Offer* offer;
        const char* why;
        bool is_erased;
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
    using Number = std::pair<records::DeviceId, std::uint64_t>;

    void ask_for_records(std::span<const Stock::Offer>);
    void ask_for_erased(std::span<const Stock::Offer>);
    void know(const base::Id&, const Number&, const Row&);
    const Row* by_number(const records::DeviceId&, std::uint64_t number) const;

    bool goes_on(const Stock::Offer&) const;
    bool is_gone(const Stock::Offer&) const;
    void set_aside(const Stock::Offer&, const char* why);
    void fill(Row&, const Stock::Offer&);
    void keep(const Stock::Offer&, Kept);
    void note(const Stock::Offer&, std::uint64_t counter, std::uint64_t more);
    void erase(const Stock::Offer&);

    void write_kept(const Mark&);
    void write_filled();
    void write_quarantine();
    void write_erased();

    Transaction& work_;
    std::uint64_t counter_;
    std::vector<records::Hash> counted_; // what took a counter, in its order
    std::vector<Row> rows_;
    std::map<base::Id, std::size_t> ids_;
    std::map<Number, std::size_t> numbers_;
    std::set<records::StreamId> erased_;       // before, or by this
    std::set<records::StreamId> newly_erased_; // by this
    std::map<records::Hash, Aside> aside_;
    std::map<records::DeviceId, Chain> chains_;
    std::map<records::StreamId, Stream> streams_;
    std::map<std::pair<records::DeviceId, records::StreamId>, Keys> wrote_;
    std::vector<base::Bytes> erasures_;
};

} // namespace frikort::core::store::postgresql
