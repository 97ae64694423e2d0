// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/sqlite/connection.hpp"
#include "core/store/store.hpp"

namespace frikort::core::store::sqlite {

class SqliteOutbox final : public Outbox {
public:
    explicit SqliteOutbox(const Transaction& work) : work_{work} {}
    std::vector<records::Record> waiting(std::size_t most, std::size_t bytes) override;
    std::vector<records::Record> rejected(std::size_t most) override;
    std::vector<records::Record> rejected(const records::DeviceId&, std::uint64_t after,
                                          std::size_t most) override;
    std::uint64_t count(Delivery) override;
    void mark(const records::Id&, Delivery, const std::string& reason) override;
    std::optional<Standing> standing(const records::Id&) override;
    void fork_off(const records::DeviceId& old, const std::string& reason) override;
    void offer_all_again() override;

private:
    const Transaction& work_;
};

} // namespace frikort::core::store::sqlite
