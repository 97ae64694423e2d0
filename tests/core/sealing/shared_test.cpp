// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/shared.hpp"

#include <vector>

#include "core/sealing/body.hpp"
#include "tests/core/records/guarded.hpp"
#include "tests/core/sealing/sample.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::sealing;
using namespace frikort::tests;

namespace {

struct Letter {
    FrozenChance chance{7};
    NotebookKeys keys = [this] {
        start();
        return NotebookKeys::random(chance);
    }();
    records::StreamId stream = notebook_of(keys.open());
    base::Bytes header = header_of(stream);
    SigningKey staff = SigningKey::random(chance);
    InboxKeys inbox = InboxKeys::random(chance);
    base::Bytes to(std::initializer_list<BoxPublic> readers)
    {
        return seal_shared(std::vector<BoxPublic>{readers}, header, bytes_of("I saw the pay"), staff, chance);
    }
};

} // namespace

TEST_CASE("Staff can write into a notebook which they cannot open")
{
    Letter letter;
    const auto body = letter.to({letter.keys.open().box});
    CHECK(kind_of(body) == BodyKind::shared);
    const auto opened = open_shared(letter.keys, letter.header, body);
    REQUIRE(opened);
    CHECK(text_of(opened->plain) == "I saw the pay");
    CHECK(opened->writer == letter.staff.open());

    CHECK_FALSE(open_shared(NotebookKeys::random(letter.chance), letter.header, body));
    CHECK_FALSE(open_shared(letter.inbox, letter.header, body));
    CHECK_FALSE(open_shared(letter.keys, header_of(letter.stream, 2), body));
    for (std::size_t i = 0; i < body.size(); ++i) {
        REQUIRE_FALSE(open_shared(letter.keys, letter.header, flipped(body, i)));
        const Guarded cut{base::BytesView{body}.first(i)};
        REQUIRE_FALSE(open_shared(letter.keys, letter.header, cut.view()));
    }
}

TEST_CASE("What is written to several is read by each of them and by nobody else")
{
    Letter letter;
    const auto body = letter.to({letter.keys.open().box, letter.inbox.open()});
    REQUIRE(open_shared(letter.keys, letter.header, body));
    const auto read = open_shared(letter.inbox, letter.header, body);
    REQUIRE(read);
    CHECK(text_of(read->plain) == "I saw the pay");
    CHECK_FALSE(open_shared(InboxKeys::random(letter.chance), letter.header, body));
    // Nothing in it tells who may read.
    CHECK_FALSE(contains(body, letter.inbox.open().view()));
    CHECK_FALSE(contains(body, letter.keys.open().box.view()));
}

TEST_CASE("Nobody can sign the words of staff as his own")
{
    Letter letter;
    const auto thief = SigningKey::random(letter.chance);
    const auto body = letter.to({letter.keys.open().box});
    // The thief takes the sealed parts as they are and signs them rightly, as seal_shared would.
    const base::BytesView all{body};
    const auto locks = all.subspan(1 + 32 + 64 + 1, 80);
    const auto sealed = all.subspan(1 + 32 + 64 + 1 + 80);
    const auto head = records::digest(letter.header);
    const auto message = base::ByteWriter{}
                             .sized(base::view_of("frikort shared 1"))
                             .sized(head.view())
                             .sized(locks)
                             .sized(sealed)
                             .take();
    const auto resigned = [&](const SigningKey& by) {
        return base::ByteWriter{}
            .u8(7)
            .raw(by.open().view())
            .raw(by.sign(message).view())
            .u8(1)
            .raw(locks)
            .raw(sealed)
            .take();
    };
    REQUIRE(open_shared(letter.keys, letter.header, resigned(letter.staff)));
    CHECK_FALSE(open_shared(letter.keys, letter.header, resigned(thief)));
}

TEST_CASE("An inbox comes back from its secret")
{
    Letter letter;
    const auto again = InboxKeys::from_secret(Secret::copy_of(letter.inbox.secret().view()));
    CHECK(again.open() == letter.inbox.open());
    CHECK(open_shared(again, letter.header, letter.to({letter.inbox.open()})));
}
