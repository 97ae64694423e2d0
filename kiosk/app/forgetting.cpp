// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/forgetting.hpp"

#include <array>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <new>

namespace {

void* asked(std::size_t size) noexcept { return std::malloc(size == 0 ? 1 : size); }

void* taken(std::size_t size)
{
    if (void* memory = asked(size)) return memory;
    throw std::bad_alloc{};
}

void* taken(std::size_t size, std::align_val_t alignment)
{
    const auto step = static_cast<std::size_t>(alignment);
    if (void* memory = std::aligned_alloc(step, (size + step - 1) / step * step)) return memory;
    throw std::bad_alloc{};
}

void wiped(void* memory) noexcept
{
    if (memory == nullptr) return;
    explicit_bzero(memory, malloc_usable_size(memory));
    std::free(memory);
}

} // namespace

// Every form by itself: a sanitizer has its own for those that are not here, and two kinds must not meet.
void* operator new(std::size_t size) { return taken(size); }
void* operator new[](std::size_t size) { return taken(size); }
void* operator new(std::size_t size, std::align_val_t alignment) { return taken(size, alignment); }
void* operator new[](std::size_t size, std::align_val_t alignment) { return taken(size, alignment); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return asked(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return asked(size); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { wiped(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { wiped(memory); }
void operator delete(void* memory) noexcept { wiped(memory); }
void operator delete[](void* memory) noexcept { wiped(memory); }
void operator delete(void* memory, std::size_t) noexcept { wiped(memory); }
void operator delete[](void* memory, std::size_t) noexcept { wiped(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { wiped(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { wiped(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { wiped(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { wiped(memory); }

namespace frikort::kiosk::app {

// Deeper than any frame of ours goes.
[[gnu::noinline]] void scrub_stack()
{
    std::array<char, std::size_t{512} << 10> below;
    explicit_bzero(below.data(), below.size());
}

} // namespace frikort::kiosk::app
