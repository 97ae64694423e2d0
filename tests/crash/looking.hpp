// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/actions/kiosk.hpp"
#include "core/store/central.hpp"
#include "core/store/sqlite_store.hpp"
#include "tests/crash/ledger.hpp"
#include "tests/support/temporary_folder.hpp"

// What is really there after a kill. Each answers what is wrong, in words; nothing when all is well.
namespace frikort::tests::crash {

using Faults = std::vector<std::string>;

// The keys the kiosk program makes for itself (kiosk.cpp).
core::actions::Kiosk machine(std::uint64_t which, core::base::Chance&);

// What a dead kiosk left, copied: its own program finds the log as it lies.
class Left {
public:
    Left(const std::filesystem::path& data, core::actions::Kiosk);

    // Its own records are numbered without a gap, each made after the one before.
    Faults chain();
    // A notebook that this kiosk wrote in: what was said is there once, what it was at is there or not, and
    // nothing else of this kiosk's is. Notes in the ledger what became of it.
    Faults book(const std::string& stream, std::size_t kiosk, Ledger&);
    // All that anybody said, and nothing else; nothing is checked where it cannot be opened.
    Faults whole_book(const std::string& stream, const Ledger&);
    bool opens(const std::string& stream, const Ledger&);
    // What it takes for acknowledged, the server has; and where both have the whole stream, the same of it.
    Faults at_server(const core::store::CentralWork&);
    Faults same_as(const core::store::CentralWork&, const std::string& stream);
    std::uint64_t waiting();
    std::uint64_t last_number();
    bool is_erased(const std::string& stream);
    core::store::Store& store() { return store_; }

private:
    struct Seen;
    std::optional<Seen> read(const Book&);

    TemporaryFolder folder_;
    core::actions::Kiosk kiosk_;
    core::store::DataFolder data_;
    bool well_; // as the kiosk itself sees it when it starts
    core::store::SqliteStore store_;
};

core::records::StreamId stream_of(const std::string& hex);

} // namespace frikort::tests::crash
