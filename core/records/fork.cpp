// SPDX-License-Identifier: MPL-2.0
#include "core/records/fork.hpp"

namespace frikort::core::records {

DeviceId fork_name(const DeviceId& device, const Hash& digest_of_record)
{
    const auto name = digest(base::ByteWriter{}
                                 .sized(base::view_of("frikort fork of one record"))
                                 .raw(device.view())
                                 .raw(digest_of_record.view())
                                 .take());
    return *DeviceId::from(name.view().first(DeviceId::size));
}

} // namespace frikort::core::records
