// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/backup.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/seeded_chance.hpp"

using namespace frikort::core;
using frikort::tests::SeededChance;
using sealing::BackupKey;
using sealing::BackupPublic;
using sealing::NotOpened;
using sealing::SealedIn;

namespace {

constexpr std::size_t piece = 64 * 1024;
constexpr std::size_t head = 16 + 32 + 80 + 24;
constexpr std::size_t sealed_chunk = piece + 17;

struct Owner {
    Owner()
        : key{[this] {
              sealing::start();
              return BackupKey::random(chance);
          }()}
    {
    }
    SeededChance chance{5};
    BackupKey key;
};

base::Bytes words(std::size_t size)
{
    base::Bytes all(size);
    for (std::size_t i = 0; i < size; ++i) all[i] = static_cast<base::Byte>(i * 31 + i / 251);
    return all;
}

base::Bytes sealed(Owner& owner, const base::Bytes& plain)
{
    base::Bytes file;
    sealing::SealedOut out{owner.key.open(), owner.chance,
                           [&](base::BytesView some) { file.insert(file.end(), some.begin(), some.end()); }};
    // In pieces that fit none of its own.
    for (std::size_t at = 0; at < plain.size(); at += 10'007)
        out.write(base::BytesView{plain}.subspan(at, std::min<std::size_t>(10'007, plain.size() - at)));
    out.finish();
    return file;
}

SealedIn::Source from(const base::Bytes& file)
{
    return [&file, at = std::size_t{0}](std::span<base::Byte> wanted) mutable {
        const auto some = std::min(wanted.size(), file.size() - at);
        std::copy_n(file.begin() + static_cast<std::ptrdiff_t>(at), some, wanted.begin());
        at += some;
        return some;
    };
}

// All of it, or nothing.
std::optional<base::Bytes> opened(const Owner& owner, const base::Bytes& file, std::size_t size)
{
    auto in = SealedIn::open(owner.key, from(file));
    base::Bytes plain(size);
    if (!in || !in->read(plain) || !in->at_end()) return std::nullopt;
    return plain;
}

base::Bytes part(const base::Bytes& file, std::size_t at, std::size_t size)
{
    const auto begin = file.begin() + static_cast<std::ptrdiff_t>(at);
    return {begin, begin + static_cast<std::ptrdiff_t>(size)};
}

base::Bytes joined(std::initializer_list<base::Bytes> parts)
{
    base::Bytes all;
    for (const auto& one : parts) all.insert(all.end(), one.begin(), one.end());
    return all;
}

} // namespace

TEST_CASE("A backup opens with its own key, whatever its length, and with no other")
{
    Owner owner;
    const std::size_t size =
        GENERATE(std::size_t{0}, std::size_t{1}, piece - 1, piece, piece + 1, 3 * piece, 3 * piece + 5);
    const auto plain = words(size);
    const auto file = sealed(owner, plain);
    CHECK(opened(owner, file, size) == plain);
    CHECK_FALSE(opened(owner, file, size + 1));
    const auto other = BackupKey::random(owner.chance);
    const auto refused = SealedIn::open(other, from(file));
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == NotOpened::other_key);
    if (size > 100) CHECK(std::search(file.begin(), file.end(), plain.begin(), plain.end()) == file.end());
}

TEST_CASE("A backup of which a piece is lost, doubled, moved, changed or left over is found out")
{
    Owner owner;
    const auto plain = words(3 * piece + 5);
    const auto file = sealed(owner, plain);
    const auto start = part(file, 0, head);
    const auto one = part(file, head, sealed_chunk);
    const auto two = part(file, head + sealed_chunk, sealed_chunk);
    const auto three = part(file, head + 2 * sealed_chunk, sealed_chunk);
    const auto last = part(file, head + 3 * sealed_chunk, file.size() - head - 3 * sealed_chunk);
    REQUIRE(opened(owner, joined({start, one, two, three, last}), plain.size()));
    CHECK_FALSE(opened(owner, joined({start, one, three, last}), 2 * piece + 5));
    CHECK_FALSE(opened(owner, joined({start, one, one, two, three, last}), 4 * piece + 5));
    CHECK_FALSE(opened(owner, joined({start, two, one, three, last}), plain.size()));
    CHECK_FALSE(opened(owner, joined({start, one, two, three}), 3 * piece)); // cut off between two chunks
    CHECK_FALSE(opened(owner, joined({start, one, two, three, last, last}), plain.size()));
    CHECK_FALSE(opened(owner, joined({start, one, two, three, last, {0}}), plain.size()));
    CHECK_FALSE(opened(owner, part(file, 0, file.size() - 1), plain.size()));
    CHECK_FALSE(opened(owner, part(file, 0, head), 0));
    for (const auto at :
         {std::size_t{60}, std::size_t{140}, head + 7, head + 2 * sealed_chunk, file.size() - 1}) {
        auto changed = file;
        changed[at] ^= 1;
        INFO(at);
        CHECK_FALSE(opened(owner, changed, plain.size()));
    }
}

TEST_CASE("What is no backup is told from one that was made for another key")
{
    Owner owner;
    const auto why = [&](const base::Bytes& file) {
        const auto in = SealedIn::open(owner.key, from(file));
        REQUIRE_FALSE(in);
        return in.error();
    };
    CHECK(why({}) == NotOpened::not_a_backup);
    CHECK(why(words(5000)) == NotOpened::not_a_backup);
    CHECK(why(part(sealed(owner, words(9)), 0, head - 1)) == NotOpened::damaged);
}

TEST_CASE("A public backup key comes back from its text, and a mistyped one is none")
{
    Owner owner;
    const auto text = owner.key.open().text();
    CHECK(BackupPublic::read(text) == owner.key.open());
    for (std::size_t at = 5; at < text.size(); at += 7) {
        auto typed = text;
        typed[at] = typed[at] == '3' ? '4' : '3';
        CHECK_FALSE(BackupPublic::read(typed));
    }
    CHECK_FALSE(BackupPublic::read(""));
    CHECK_FALSE(BackupPublic::read(text.substr(0, text.size() - 2)));
    CHECK(BackupKey::from_seed(owner.key.seed()).open() == owner.key.open());
}
