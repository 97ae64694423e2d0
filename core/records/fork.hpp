// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/records/record.hpp"

namespace frikort::core::records {

// Under which device's name a record stands whose own device has another record of the same number: two
// machines bore one name, and staff let in what the second one wrote. Source: sync.md R13.
DeviceId fork_name(const DeviceId&, const Hash& digest_of_record);

} // namespace frikort::core::records
