// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/sqlite/connection.hpp"
#include "core/store/store.hpp"

namespace frikort::core::store::sqlite {

// What has to happen around a commit so that removed bytes are in no file any more.
enum class Removed : bool { nothing, bytes };

// The last of the records that were written here in one Work; nothing for a Work that wrote none.
struct Own {
    records::DeviceId device;
    Records::Tip tip;
};

class SqliteRecords final : public Records {
public:
    SqliteRecords(const Transaction& work, Removed& removed, std::optional<Own>& own)
        : work_{work}, removed_{removed}, own_{own}
    {
    }
    Tip tip(const records::DeviceId&) override;
    Added add(const records::Record&, Delivery) override;
    Added add_fork(const records::Record&, Delivery) override;
    std::optional<records::Record> find(const records::Id&) override;
    std::optional<records::Stub> stub(const records::Id&) override;
    bool erase_body(const records::Id&) override;
    void let_go(const records::StreamId&) override;
    std::vector<records::Record> of_stream(const records::StreamId&) override;
    std::vector<records::Record> of_stream(const records::StreamId&, records::Class) override;

private:
    Added add_as(const records::Record&, const records::Header&, Delivery);
    Added come_again(const records::Record&, const records::Header&, Delivery);
    const Transaction& work_;
    Removed& removed_;
    std::optional<Own>& own_;
};

// The record in a row of (previous, digest, header, body) that starts at this column. Throws damaged when its
// bytes do not give the digest.
records::Record read_record(const Statement&, int column);

} // namespace frikort::core::store::sqlite
