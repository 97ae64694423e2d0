// SPDX-License-Identifier: MPL-2.0
#include "core/store/erasures.hpp"

#include "core/store/store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/files.hpp"
#include "tests/support/signed_erasure.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using store::Erasures;

namespace {

using All = std::vector<base::Bytes>;

base::Bytes erasure(std::uint64_t number) { return signed_erasure(number); }

// What says that it erases, and nobody signed; as long as so many ids.
base::Bytes unsigned_erasure(const records::StreamId& stream)
{
    auto sized = [&](std::size_t body) {
        const auto record =
            made({.in = stream, .what = records::Class::erase, .body = base::Bytes(body, 32)});
        return base::ByteWriter{}.sized(records::encode(record)).take();
    };
    auto bytes = sized(64);
    for (std::size_t body = 64; bytes.size() % base::Id::size != 0; ++body) bytes = sized(body);
    return bytes;
}

// The bytes of a file with these erasures.
std::string file_of(const All& erasures)
{
    const TemporaryFolder folder;
    Erasures{folder / "erasures"}.keep(erasures);
    return content_of(folder / "erasures");
}

All read(const std::string& bytes)
{
    const TemporaryFolder folder;
    write(folder / "erasures", bytes);
    return Erasures{folder / "erasures"}.all();
}

} // namespace

TEST_CASE("Files of erasures stand one behind the other, and one that was torn hides nothing of the next",
          "[store]")
{
    const auto first = file_of({erasure(1), erasure(2)});
    const auto second = file_of({erasure(3), erasure(4)});
    CHECK(read(first + second) == All{erasure(1), erasure(2), erasure(3), erasure(4)});
    const auto half = first.size() / 2;
    for (std::size_t left = 0; left < first.size(); ++left) {
        CAPTURE(left);
        auto expected = All{erasure(3), erasure(4)};
        if (left >= half) expected.insert(expected.begin(), erasure(1));
        CHECK(read(first.substr(0, left) + second) == expected);
    }
}

TEST_CASE("What a power cut left at the end of the file of erasures is passed over and written over",
          "[store]")
{
    const TemporaryFolder folder;
    const auto whole = file_of({erasure(1), erasure(2)});
    write(folder / "erasures", whole.substr(0, whole.size() - 9));
    const Erasures erasures{folder / "erasures"};
    CHECK(erasures.all() == All{erasure(1)});
    const All more{erasure(3)};
    erasures.keep(more);
    CHECK(erasures.all() == All{erasure(1), erasure(3)});
    const auto blank = GENERATE(1, 3, 4, 8, 5000);
    write(folder / "erasures", whole + std::string(static_cast<std::size_t>(blank), '\0'));
    CHECK(erasures.all() == All{erasure(1), erasure(2)});
    erasures.keep(more);
    CHECK(erasures.all() == All{erasure(1), erasure(2), erasure(3)});
}

TEST_CASE("A file of erasures that somebody put in another's place is added to as it is", "[store]")
{
    const TemporaryFolder folder;
    const Erasures erasures{folder / "erasures"};
    const All three{erasure(1), erasure(2), erasure(3)};
    erasures.keep(three);
    const auto other = GENERATE(std::string{}, file_of({erasure(4)}), file_of({erasure(4)}).substr(0, 50),
                                file_of({erasure(1), erasure(2), erasure(3), erasure(4)}),
                                file_of({signed_erasure(6, {}, 5), erasure(7), erasure(8), erasure(9)}));
    write(folder / "erasures", other);
    auto expected = read(other);
    const All more{erasure(5)};
    erasures.keep(more);
    expected.push_back(erasure(5));
    CHECK(erasures.all() == expected);
}

TEST_CASE("A file that holds something else than erasures is not taken for one", "[store]")
{
    CHECK(failing([] { read(std::string("\x05\x00\x00\x00hello", 9)); }) ==
          store::StoreFailure::Kind::damaged);
}

TEST_CASE("A packed or a wrong file is not taken for torn erasures, and nothing is written over it",
          "[store]")
{
    using namespace std::string_literals;
    const auto whole = file_of({erasure(1), erasure(2)});
    const auto wrong = GENERATE_COPY("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"s + whole, "T2AAAAE="s,
                                     "root:x:0:0:root:/root:/bin/bash\n"s, "\x01\x00\x01\x00 more"s,
                                     whole + "root:x:0:0:root:/root:/bin/bash\n");
    const TemporaryFolder folder;
    write(folder / "erasures", wrong);
    const Erasures erasures{folder / "erasures"};
    const All more{erasure(3)};
    CHECK(failing([&] { erasures.all(); }) == store::StoreFailure::Kind::damaged);
    CHECK(failing([&] { erasures.keep(more); }) == store::StoreFailure::Kind::damaged);
    CHECK((content_of(folder / "erasures") == wrong)); // not to be shown
}

TEST_CASE("Erasures whose first page a power cut kept from the disk hide nothing of those around them",
          "[store]")
{
    const auto whole = file_of({erasure(1), erasure(2)});
    All more;
    for (std::uint64_t number = 3; number < 40; ++number) more.push_back(erasure(number));
    const auto behind = file_of(more);
    constexpr std::size_t sector = 512;
    const auto kept = GENERATE(1, 2, 9);
    const auto lost = kept * sector - whole.size() % sector;
    auto found = read(whole + std::string(lost, '\0') + behind.substr(lost));
    REQUIRE(found.size() > 2);
    CHECK(found[0] == erasure(1));
    CHECK(found[1] == erasure(2));
    CHECK(std::equal(found.begin() + 2, found.end(), more.end() - (found.end() - found.begin() - 2)));
    CHECK(read(whole + std::string(lost, '\0') + behind.substr(lost, 600)).size() >= 2);
}

TEST_CASE("Of an erasure a power cut may have kept all but its first few bytes, which lay in another sector",
          "[store]")
{
    constexpr std::size_t sector = 512;
    All before{erasure(1)};
    for (std::size_t more = 0; file_of(before).size() % sector < sector - 4; ++more) {
        REQUIRE(more < sector);
        before = {signed_erasure(1, base::Bytes(more / 16 * 16), more % 16)};
    }
    const auto bytes = file_of(before);
    const auto next = file_of({erasure(9999)});
    const auto lost = sector - bytes.size() % sector;
    CHECK(read(bytes + std::string(lost, '\0') + next.substr(lost)) == before);
}

TEST_CASE("What stands within an erasure is none, also where a power cut tore what comes behind", "[store]")
{
    const auto made_up = unsigned_erasure(notebook(5));
    const All one{signed_erasure(1, made_up)};
    const auto torn = file_of({erasure(2)}).substr(0, 30);
    CHECK(read(file_of(one)) == one);
    CHECK(read(file_of(one) + torn) == one);
    CHECK(read(file_of(one) + torn + file_of({erasure(3)})) == All{one[0], erasure(3)});
    auto of_another = base::ByteWriter{}.sized(signed_erasure(7)).take(); // which would prove itself
    of_another.resize((of_another.size() / base::Id::size + 1) * base::Id::size);
    const All with_another{signed_erasure(1, of_another)};
    CHECK(read(file_of(with_another) + torn) == with_another);
    const auto cut = file_of(one).substr(0, file_of(one).size() - 9);
    CHECK(read(cut).empty());
    CHECK(read(cut + file_of({erasure(3)})) == All{erasure(3)});
}

TEST_CASE("What is no erasure is not taken for one, in a file of erasures", "[store]")
{
    const All other{records::encode(made({.number = 7}))};
    base::ByteWriter file;
    file.sized(other[0]);
    const auto bytes = file.take();
    CHECK(failing([&] { read(std::string(base::text_of(bytes)) + file_of({erasure(1)})); }) ==
          store::StoreFailure::Kind::damaged);
}
