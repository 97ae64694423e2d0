// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/secret.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <type_traits>

#include <unistd.h>

#include "core/sealing/pepper.hpp"
#include "tests/core/sealing/sample.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::sealing;
using frikort::tests::bytes_of;
using frikort::tests::FrozenChance;

namespace {

// Asks the kernel, so that nothing here reads what it may not.
bool mapped(const base::Byte* address)
{
    int ends[2];
    if (pipe(ends) != 0) return false;
    const bool read = write(ends[1], address, 1) == 1;
    close(ends[0]);
    close(ends[1]);
    return read;
}

struct Mapping {
    std::string rights;
    std::string flags; // "lo" locked, "dd" not in a dump
};

// What the kernel says of the pages at this address.
Mapping mapping_at(const base::Byte* address)
{
    const auto wanted = reinterpret_cast<std::uintptr_t>(address);
    std::ifstream maps{"/proc/self/smaps"};
    Mapping found;
    bool inside = false;
    for (std::string line; std::getline(maps, line);) {
        unsigned long from = 0;
        unsigned long to = 0;
        char rights[5] = {};
        if (std::sscanf(line.c_str(), "%lx-%lx %4s", &from, &to, rights) == 3) {
            inside = from <= wanted && wanted < to;
            if (inside) found.rights = rights;
        }
        if (inside && line.rfind("VmFlags:", 0) == 0) found.flags = line;
    }
    return found;
}

} // namespace

TEST_CASE("A secret is gone from memory when its use is over")
{
    start();
    const base::Byte* address = nullptr;
    {
        const auto secret = Secret::copy_of(base::view_of("a key"));
        address = secret.view().data();
        REQUIRE(mapped(address));
    }
    CHECK_FALSE(mapped(address));
}

TEST_CASE("A secret that is overwritten by another is gone from memory")
{
    start();
    auto secret = Secret::copy_of(base::view_of("an old key"));
    const auto* address = secret.view().data();
    auto next = Secret::copy_of(base::view_of("a new key"));
    secret = std::move(next);
    CHECK_FALSE(mapped(address));
    CHECK(base::text_of(secret.view()) == "a new key");
    CHECK(next.empty());
}

TEST_CASE("A secret cannot be copied and leaves nothing where it was moved from")
{
    start();
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<Secret>);
    STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<Secret>);
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<SigningKey>);
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<NotebookKeys>);
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<Pepper>);
    auto secret = Secret::copy_of(base::view_of("a key"));
    const auto* address = secret.view().data();
    const auto moved = std::move(secret);
    CHECK(secret.empty());
    CHECK(secret.view().data() == nullptr);
    CHECK(moved.view().data() == address);
}

TEST_CASE("A secret moved onto itself keeps its bytes or is empty and never dangles")
{
    start();
    auto secret = Secret::copy_of(base::view_of("a key"));
    auto& same = secret;
    secret = std::move(same);
    CHECK((secret.empty() || base::text_of(secret.view()) == "a key"));
    CHECK(secret.empty() == (secret.view().data() == nullptr));
}

TEST_CASE("A secret stays out of the swap and out of memory dumps and between two forbidden pages")
{
    start();
    const auto secret = Secret::copy_of(base::view_of("a key"));
    const auto its = mapping_at(secret.view().data());
    CHECK(its.rights.substr(0, 2) == "rw");
#if !defined(__SANITIZE_ADDRESS__) // which answers mlock itself and locks nothing
    CHECK_THAT(its.flags, ContainsSubstring(" lo"));
#endif
    CHECK_THAT(its.flags, ContainsSubstring(" dd"));
    CHECK_FALSE(mapped(secret.view().data() + secret.size()));
}

TEST_CASE("An empty secret holds nothing and asks for nothing")
{
    start();
    const Secret none;
    const Secret zero{0};
    CHECK(none.empty());
    CHECK(zero.view().data() == nullptr);
    CHECK(Secret::copy_of({}).empty());
}

TEST_CASE("A secret that is shortened or written over holds nothing of what it held before")
{
    start();
    auto secret = Secret::copy_of(base::view_of("350 kr. from the garden"));
    const auto* address = secret.view().data();
    const auto at_first = [address](std::size_t size) { return base::text_of({address, size}); };
    secret.keep(7);
    CHECK(base::text_of(secret.view()) == "350 kr.");
    CHECK(at_first(23) == "350 kr." + std::string(16, '\0'));

    secret.renew(16);
    CHECK(secret.view().data() == address); // the same guarded room
    CHECK(secret.size() == 16);
    CHECK(at_first(23) == std::string(23, '\0'));

    secret.renew(4096);
    CHECK(secret.size() == 4096);
    CHECK_FALSE(mapped(address));
    CHECK(base::to_hex(secret.view()) == std::string(8192, '0'));

    Secret none;
    none.renew(3);
    CHECK(base::to_hex(none.view()) == "000000");
}

TEST_CASE("A new secret is zeros and a random one is not")
{
    start();
    FrozenChance chance;
    const Secret zeros{32};
    CHECK(base::to_hex(zeros.view()) == std::string(64, '0'));
    CHECK(base::to_hex(Secret::random(32, chance).view()) != std::string(64, '0'));
}

TEST_CASE("Wiping a text leaves neither it nor the longer one that stood there before")
{
    start();
    std::string text(100, 'x');
    text = "350 kr.";
    const char* where = text.data();
    const auto room = text.capacity();
    wipe(text);
    CHECK(text.empty());
    REQUIRE(text.data() == where);
    REQUIRE(text.capacity() == room);
    // The string still owns all of `room`.
    CHECK(std::all_of(where, where + room, [](char c) { return c == 0; }));
}

TEST_CASE("Wiping bytes leaves zeros")
{
    start();
    auto bytes = bytes_of("word");
    wipe(bytes);
    CHECK(bytes == base::Bytes(4, 0));
    wipe(std::span<base::Byte>{});
}
