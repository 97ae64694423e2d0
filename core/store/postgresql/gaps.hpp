// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/central_gaps.hpp"
#include "core/store/postgresql/transaction.hpp"

namespace frikort::core::store::postgresql {

class PostgresGaps final : public Gaps {
public:
    explicit PostgresGaps(Transaction& work) : work_{work} {}
    void lack(const records::DeviceId&, const Stock::Range&) override;
    std::optional<Stock::Range> take_out(const records::DeviceId&, std::uint64_t number) override;
    void count_anew(const records::DeviceId&) override;
    void forget(const records::DeviceId&);
    // Devices whose gaps are not as their records say: an older program noted none.
    std::vector<records::DeviceId> wrong() const;

private:
    Transaction& work_;
};

} // namespace frikort::core::store::postgresql
