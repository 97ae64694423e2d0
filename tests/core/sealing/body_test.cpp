// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/body.hpp"

#include <set>

#include "tests/core/records/guarded.hpp"
#include "tests/core/sealing/sample.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::sealing;
using namespace frikort::tests;

namespace {

struct Notebook {
    Notebook() { start(); }
    FrozenChance chance{7};
    NotebookKeys keys = [this] {
        start();
        return NotebookKeys::random(chance);
    }();
    records::StreamId stream = notebook_of(keys.open());
    base::Bytes header = header_of(stream);
};

} // namespace

TEST_CASE("What was sealed opens again with the same keys and header")
{
    Notebook notebook;
    for (const std::size_t size : {0, 1, 254, 255, 256, 257, 5000, 60 * 1024}) {
        const base::Bytes plain(size, 0x80);
        const auto body = notebook.keys.seal(notebook.header, plain, notebook.chance);
        const auto opened = notebook.keys.open_body(notebook.header, body);
        INFO("of size " << size);
        REQUIRE(opened);
        CHECK(base::Bytes{opened->view().begin(), opened->view().end()} == plain);
        CHECK(kind_of(body) == BodyKind::sealed);
    }
}

TEST_CASE("The largest body still fits into a record")
{
    Notebook notebook;
    records::Record record{notebook.header, {}, {}};
    record.header.resize(1024); // with all that a newer program may add
    record.body = notebook.keys.seal(record.header, base::Bytes(largest_plain), notebook.chance);
    CHECK(records::encode(record).size() <= records::largest_record);
}

TEST_CASE("A sealed body does not open with another notebook's keys")
{
    Notebook notebook;
    const auto other = NotebookKeys::random(notebook.chance);
    const auto body = notebook.keys.seal(notebook.header, bytes_of("350 kr."), notebook.chance);
    CHECK_FALSE(other.open_body(notebook.header, body));
}

TEST_CASE("A sealed body does not open under another header")
{
    Notebook notebook;
    const auto body = notebook.keys.seal(notebook.header, bytes_of("350 kr."), notebook.chance);
    for (std::size_t i = 0; i < notebook.header.size(); ++i) {
        CHECK_FALSE(notebook.keys.open_body(flipped(notebook.header, i), body));
    }
    CHECK_FALSE(notebook.keys.open_body({}, body));
    auto longer = notebook.header;
    longer.push_back(0);
    CHECK_FALSE(notebook.keys.open_body(longer, body));
}

TEST_CASE("A sealed body with any bit flipped is refused")
{
    Notebook notebook;
    const auto body = notebook.keys.seal(notebook.header, bytes_of("350 kr."), notebook.chance);
    REQUIRE(notebook.keys.open_body(notebook.header, body));
    for (std::size_t i = 0; i < body.size(); ++i) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            REQUIRE_FALSE(notebook.keys.open_body(notebook.header, flipped(body, i, bit)));
        }
    }
}

TEST_CASE("A sealed body cut off anywhere is refused and nothing behind its end is read")
{
    Notebook notebook;
    const auto body = notebook.keys.seal(notebook.header, bytes_of("350 kr."), notebook.chance);
    for (std::size_t size = 0; size < body.size(); ++size) {
        const Guarded cut{base::BytesView{body}.first(size)};
        REQUIRE_FALSE(notebook.keys.open_body(notebook.header, cut.view()));
    }
}

TEST_CASE("The size of a body does not tell how much was written")
{
    Notebook notebook;
    const auto size_of = [&](std::size_t size) {
        return notebook.keys.seal(notebook.header, base::Bytes(size), notebook.chance).size();
    };
    CHECK(size_of(0) == 1 + 24 + 256 + 16);
    CHECK(size_of(1) == size_of(0));
    CHECK(size_of(255) == size_of(0));
    CHECK(size_of(256) == size_of(0) + 256);
    CHECK(size_of(511) == size_of(256));
}

TEST_CASE("The same words sealed twice do not look the same and cannot be read")
{
    Notebook notebook;
    const auto words = bytes_of("Havnens Cykler, 350 kr.");
    const auto once = notebook.keys.seal(notebook.header, words, notebook.chance);
    const auto twice = notebook.keys.seal(notebook.header, words, notebook.chance);
    CHECK(base::BytesView{once}.subspan(1, 24).front() != base::BytesView{twice}.subspan(1, 24).front());
    CHECK(once != twice);
    CHECK_FALSE(contains(once, words));
    CHECK_FALSE(contains(once, notebook.keys.secret().view()));
}

TEST_CASE("A half-done entry opens with the notebook it was sealed to and for its own purpose")
{
    Notebook notebook;
    const auto sealed = notebook.keys.seal_local(bytes_of("draft"), bytes_of("350"), notebook.chance);
    CHECK(kind_of(sealed) == BodyKind::local);
    REQUIRE(notebook.keys.open_local(bytes_of("draft"), sealed));
    CHECK(text_of(*notebook.keys.open_local(bytes_of("draft"), sealed)) == "350");
    CHECK_FALSE(notebook.keys.open_local(bytes_of("other"), sealed));
    CHECK_FALSE(NotebookKeys::random(notebook.chance).open_local(bytes_of("draft"), sealed));
    CHECK_FALSE(contains(sealed, bytes_of("350")));
}

TEST_CASE("Each kind of body belongs to one class of record")
{
    using records::Class;
    CHECK(fits(Class::content, BodyKind::sealed));
    CHECK(fits(Class::content, BodyKind::shared));
    CHECK(fits(Class::key, BodyKind::signed_generation));
    CHECK(fits(Class::key, BodyKind::signed_slot));
    CHECK(fits(Class::erase, BodyKind::signed_erase));
    CHECK_FALSE(fits(Class::content, BodyKind::local));
    CHECK_FALSE(fits(Class::content, BodyKind::signed_erase));
    CHECK_FALSE(fits(Class::key, BodyKind::sealed));
    CHECK_FALSE(fits(Class::erase, BodyKind::signed_slot));
    CHECK_FALSE(kind_of({}));
    CHECK_FALSE(kind_of(base::Bytes{0}));
    CHECK_FALSE(kind_of(base::Bytes{200}));
}
