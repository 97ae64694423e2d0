// SPDX-License-Identifier: MPL-2.0
#include "core/store/erasures.hpp"

#include "core/store/store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/files.hpp"
#include "tests/support/made_records.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using store::Erasures;

namespace {

using All = std::vector<base::Bytes>;

base::Bytes erasure(std::uint64_t number)
{
    return records::encode(made({.number = number, .what = records::Class::erase}));
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
