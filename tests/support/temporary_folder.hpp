// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/base/must.hpp"

namespace frikort::tests {

// An empty folder of its own, gone with everything in it at the end.
class TemporaryFolder {
public:
    TemporaryFolder() : TemporaryFolder{std::filesystem::temp_directory_path()} {}
    explicit TemporaryFolder(const std::filesystem::path& in)
    {
        auto name = (in / "frikort-XXXXXX").native();
        core::base::must(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~TemporaryFolder()
    {
        std::error_code no_matter;
        std::filesystem::remove_all(path_, no_matter);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

} // namespace frikort::tests
