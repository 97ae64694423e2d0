// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/records/record.hpp"

namespace frikort::core::records {

// The checksum of a set of records, in whatever order: the exclusive or of BLAKE2b-256(id, digest). Tells two
// sets apart that differ by accident; nobody's word is taken for anything by it. Source: sync.md R15.
class Sum {
public:
    void add(const Id&, const Hash& digest_of_record);
    const Hash& value() const { return value_; } // zeros of no records

private:
    Hash value_;
};

} // namespace frikort::core::records
