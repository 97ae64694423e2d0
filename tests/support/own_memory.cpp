// SPDX-License-Identifier: MPL-2.0
#include "tests/support/own_memory.hpp"

#include <cstdint>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <memory>
#include <sstream>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

namespace frikort::tests {

namespace {

struct Region {
    std::uintptr_t from, to;
    std::string name;
};

// What a sanitizer reserves for its own books is larger than any machine's memory.
constexpr std::uintptr_t too_large = std::uintptr_t{2} << 30;

std::vector<Region> writable_regions()
{
    std::vector<Region> regions;
    std::ifstream maps{"/proc/self/maps"};
    for (std::string line; std::getline(maps, line);) {
        std::istringstream words{line};
        std::string range, rights, skipped, name;
        words >> range >> rights >> skipped >> skipped >> skipped >> name;
        const auto dash = range.find('-');
        const Region region{std::stoull(range.substr(0, dash), nullptr, 16),
                            std::stoull(range.substr(dash + 1), nullptr, 16), name};
        if (rights.starts_with("rw") && region.to - region.from < too_large) regions.push_back(region);
    }
    return regions;
}

// A buffer of its own pages, so that what was read is not found again.
class Window {
public:
    static constexpr std::size_t size = std::size_t{1} << 20;
    Window()
        : bytes_{static_cast<char*>(
              mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))}
    {
    }
    ~Window() { munmap(bytes_, size); }
    Window(const Window&) = delete;
    char* bytes() { return bytes_; }
    bool overlaps(std::uintptr_t from, std::uintptr_t to) const
    {
        const auto own = reinterpret_cast<std::uintptr_t>(bytes_);
        return from < own + size && own < to;
    }

private:
    char* bytes_;
};

} // namespace

std::vector<std::string> places_in_memory(const char* masked, std::size_t size)
{
    const std::string_view wanted{masked, size};
    std::vector<std::string> places;
    Window window;
    const int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    if (memory < 0) return {"the process may not read its own memory"};
    for (const auto& region : writable_regions()) {
        for (auto at = region.from; at < region.to; at += Window::size - size) {
            const auto most = std::min<std::uintptr_t>(Window::size, region.to - at);
            if (window.overlaps(at, at + most)) continue;
            const auto read = pread(memory, window.bytes(), most, static_cast<off_t>(at));
            if (read <= 0) continue;
            for (ssize_t i = 0; i < read; ++i) window.bytes()[i] ^= Masked<1>::mask;
            const std::string_view seen{window.bytes(), static_cast<std::size_t>(read)};
            for (auto found = seen.find(wanted); found != std::string_view::npos;
                 found = seen.find(wanted, found + 1)) {
                char place[32];
                std::snprintf(place, sizeof place, " %#zx", static_cast<std::size_t>(at + found));
                places.push_back(region.name + place);
            }
        }
    }
    close(memory);
    return places;
}

} // namespace frikort::tests
