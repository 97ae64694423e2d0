// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <algorithm>

#include <sys/mman.h>
#include <unistd.h>

#include "core/base/bytes.hpp"
#include "core/base/must.hpp"

namespace frikort::tests {

// A copy of bytes that ends where memory ends: whoever reads one byte further is killed.
class Guarded {
public:
    explicit Guarded(core::base::BytesView bytes)
        : page_{static_cast<std::size_t>(sysconf(_SC_PAGESIZE))}, room_{(bytes.size() / page_ + 1) * page_}
    {
        void* memory =
            mmap(nullptr, room_ + page_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        core::base::must(memory != MAP_FAILED);
        start_ = static_cast<core::base::Byte*>(memory);
        core::base::must(mprotect(start_ + room_, page_, PROT_NONE) == 0);
        view_ = {start_ + room_ - bytes.size(), bytes.size()};
        std::copy(bytes.begin(), bytes.end(), start_ + room_ - bytes.size());
    }
    Guarded(const Guarded&) = delete;
    Guarded& operator=(const Guarded&) = delete;
    ~Guarded() { munmap(start_, room_ + page_); }

    core::base::BytesView view() const { return view_; }

private:
    std::size_t page_;
    std::size_t room_;
    core::base::Byte* start_ = nullptr;
    core::base::BytesView view_;
};

} // namespace frikort::tests
