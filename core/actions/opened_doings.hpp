// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "core/centre/centre.hpp"
#include "core/records/record.hpp"
#include "core/sealing/keys.hpp"

namespace frikort::core::actions {

// The centre's records as they were opened. The centre is read whole each time somebody looks at it, and each
// record costs a signature and a sealed box (0.15 ms), so none is opened twice. In memory only; nothing in it
// is about a citizen but where a request lies. One thread.
class OpenedDoings {
public:
    // The doings among these records, in their order; what these keys do not open is passed over. Holds
    // these records from then on, and no others.
    std::vector<centre::Fact> read(std::span<const records::Record>, const sealing::NotebookKeys&);
    // Whether it is one that `read` gave last.
    bool is_doing(const records::Record&) const;
    // How many were ever opened, or tried.
    std::size_t tried() const { return tried_; }

private:
    using Opened = std::map<records::Hash, std::optional<centre::Fact>>;
    Opened opened_;
    std::optional<sealing::BoxPublic> reader_; // whose they are
    std::size_t tried_ = 0;
};

} // namespace frikort::core::actions
