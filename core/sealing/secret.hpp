// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "core/base/bytes.hpp"
#include "core/base/chance.hpp"

namespace frikort::core::sealing {

// Bytes that must not outlive their use: in guarded, locked memory (sodium_malloc), wiped when they go.
// Can be moved, never copied. A moved-from secret is empty.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::size_t size); // zeros
    static Secret copy_of(base::BytesView);
    static Secret random(std::size_t size, base::Chance&);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    base::BytesView view() const { return {bytes_, size_}; }
    std::span<base::Byte> span() { return {bytes_, size_}; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    // What it held is wiped and it holds zeros, in the room it was made with where that is enough: guarded
    // memory costs a dozen system calls, and a notebook is thousands of small texts read one after the other.
    void renew(std::size_t size);
    // Only the first bytes stay; the rest is wiped now. No more than there are.
    void keep(std::size_t first);

private:
    base::Byte* bytes_ = nullptr;
    std::size_t size_ = 0;
    std::size_t room_ = 0;
};

// Overwrites in a way that the compiler may not leave out. For texts and amounts held elsewhere.
void wipe(std::span<base::Byte>);
void wipe(std::string& text);

} // namespace frikort::core::sealing
