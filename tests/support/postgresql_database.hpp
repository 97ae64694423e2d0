// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

namespace frikort::tests {

// An empty database of its own, gone at the end, in one PostgreSQL that all tests of this process share: a
// database takes a tenth of the time that a cluster takes.
class PostgresDatabase {
public:
    PostgresDatabase();
    ~PostgresDatabase();
    // With all that is in another one now. Whoever was connected there is so no more.
    struct CopyOf {
        const PostgresDatabase& other;
    };
    explicit PostgresDatabase(const CopyOf&);
    PostgresDatabase(const PostgresDatabase&) = delete;
    PostgresDatabase& operator=(const PostgresDatabase&) = delete;

    std::string url() const;

private:
    void create(const std::string& from) const;

    std::string name_;
};

} // namespace frikort::tests
