// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>

#include "core/base/chance.hpp"
#include "core/store/erasures.hpp"
#include "core/store/postgresql/connection.hpp"
#include "core/store/revocations.hpp"

namespace frikort::core::store::postgresql {

// The connections of one process. Each is fit for use when it comes out of here: durable, of the right
// schema, and this process's erasures and revocations stand in the database it leads to. From any thread.
class Pool {
public:
    Pool(std::string url, std::optional<Erasures>, std::optional<Revocations>, base::Chance&);

    struct Taken {
        std::unique_ptr<Connection> connection;
        enum class Age { rested, fresh } age = Age::fresh;
    };
    // Waits when all are out; throws in_use when none comes back in time, and what opening one throws.
    Taken take();
    // Drops what is lost or has a transaction open.
    void give_back(std::unique_ptr<Connection>) noexcept;
    // Those that rest: where one is lost the others are.
    void drop_resting() noexcept;

    // By a Work that has the turn to write, before its commit: what was acknowledged is in the file.
    void keep(const std::vector<base::Bytes>& erasures, const std::vector<Revocation>& revoked) const;

private:
    std::unique_ptr<Connection> open();
    static void mend_gaps(Connection&);
    void erase_again(Connection&);
    void catch_up(Connection&);
    void revoke_again(Connection&);

    const std::string url_;
    const std::optional<Erasures> erasures_;
    const std::optional<Revocations> revocations_;
    base::Chance& chance_;

    std::mutex opening_; // of the two below and of `chance_`: one is opened at a time
    bool is_up_to_date_ = false;
    std::string erased_in_; // the epoch of the database in which our erasures and revocations stand

    std::mutex mutex_; // of what is below
    std::condition_variable came_back_;
    std::vector<std::unique_ptr<Connection>> resting_;
    std::size_t out_ = 0;
};

} // namespace frikort::core::store::postgresql
