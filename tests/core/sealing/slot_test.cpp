// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/slot.hpp"

#include "core/sealing/body.hpp"
#include "tests/core/records/guarded.hpp"
#include "tests/core/sealing/sample.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::sealing;
using namespace frikort::tests;

namespace {

struct Notebook {
    FrozenChance chance{9};
    NotebookKeys keys = [this] {
        start();
        return NotebookKeys::random(chance, 3);
    }();
    records::StreamId stream = notebook_of(keys.open());
};

Secret key_for(const char* code)
{
    return stretch_card("7K3QXW9AB", base::view_of("SECRET"), code, cheap).slot_key;
}

} // namespace

TEST_CASE("A card with the right code opens the notebook")
{
    Notebook notebook;
    const auto wrapped = wrap(key_for("481592"), notebook.stream, notebook.keys, notebook.chance);
    const auto opened = unwrap(key_for("481592"), notebook.stream, 3, wrapped);
    REQUIRE(opened);
    CHECK(opened->open() == notebook.keys.open());
    CHECK(opened->generation() == 3);
    CHECK(kind_of(wrapped) == BodyKind::slot);
    CHECK_FALSE(contains(wrapped, notebook.keys.secret().view()));
}

TEST_CASE("A slot with a wrong code is refused")
{
    Notebook notebook;
    const auto wrapped = wrap(key_for("481592"), notebook.stream, notebook.keys, notebook.chance);
    CHECK_FALSE(unwrap(key_for("481593"), notebook.stream, 3, wrapped));
}

TEST_CASE("A slot belongs to one notebook and one generation")
{
    Notebook notebook;
    const auto key = key_for("481592");
    const auto wrapped = wrap(key, notebook.stream, notebook.keys, notebook.chance);
    const auto other = notebook_of(NotebookKeys::random(notebook.chance).open());
    CHECK_FALSE(unwrap(key, other, 3, wrapped));
    CHECK_FALSE(unwrap(key, notebook.stream, 2, wrapped));
    CHECK_FALSE(unwrap(key, notebook.stream, 0, wrapped));
}

TEST_CASE("A slot with a byte changed or missing is refused")
{
    Notebook notebook;
    const auto key = key_for("481592");
    const auto wrapped = wrap(key, notebook.stream, notebook.keys, notebook.chance);
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
        CHECK_FALSE(unwrap(key, notebook.stream, 3, flipped(wrapped, i)));
        CHECK_FALSE(unwrap(key, notebook.stream, 3, Guarded{base::BytesView{wrapped}.first(i)}.view()));
    }
}

TEST_CASE("The centre card opens a notebook whose citizen said yes to it")
{
    Notebook notebook;
    const auto centre = RecoveryPair::from_card(bytes_of("sixteen letters.")).value();
    const auto wrapped = wrap_for_recovery(centre.open(), notebook.stream, notebook.keys, notebook.chance);
    CHECK(kind_of(wrapped) == BodyKind::recovery);
    CHECK_FALSE(contains(wrapped, notebook.keys.secret().view()));
    const auto again = RecoveryPair::from_card(bytes_of("sixteen letters.")).value();
    const auto opened = unwrap_recovered(again, notebook.stream, 3, wrapped);
    REQUIRE(opened);
    CHECK(opened->open() == notebook.keys.open());
}

TEST_CASE("The centre card of another centre does not open a notebook")
{
    Notebook notebook;
    const auto centre = RecoveryPair::from_card(bytes_of("sixteen letters.")).value();
    const auto another = RecoveryPair::from_card(bytes_of("sixteen letters!")).value();
    const auto wrapped = wrap_for_recovery(centre.open(), notebook.stream, notebook.keys, notebook.chance);
    CHECK_FALSE(unwrap_recovered(another, notebook.stream, 3, wrapped));
    CHECK_FALSE(RecoveryPair::from_card(bytes_of("fifteen letters")));
    CHECK_FALSE(RecoveryPair::from_card({}));
}

TEST_CASE("A recovery slot belongs to one notebook and one generation")
{
    Notebook notebook;
    const auto centre = RecoveryPair::from_card(bytes_of("sixteen letters.")).value();
    const auto wrapped = wrap_for_recovery(centre.open(), notebook.stream, notebook.keys, notebook.chance);
    const auto other = notebook_of(NotebookKeys::random(notebook.chance).open());
    CHECK_FALSE(unwrap_recovered(centre, other, 3, wrapped));
    CHECK_FALSE(unwrap_recovered(centre, notebook.stream, 2, wrapped));
    CHECK_FALSE(unwrap_recovered(centre, notebook.stream, 0, wrapped));
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
        CHECK_FALSE(unwrap_recovered(centre, notebook.stream, 3, flipped(wrapped, i)));
        const Guarded cut{base::BytesView{wrapped}.first(i)};
        CHECK_FALSE(unwrap_recovered(centre, notebook.stream, 3, cut.view()));
    }
}

TEST_CASE("The paper in the safe opens in ten years what it opens today")
{
    start();
    CHECK(RecoveryPair::from_card(bytes_of("sixteen letters."))->open().hex() ==
          "673d9dfbb210cabe34e5aaf5dd4cce555206af9010f411379ffbeca2dc785f26");
}

TEST_CASE("A slot made today opens in ten years")
{
    Notebook notebook;
    const auto wrapped =
        base::from_hex("057c780c12d6b881b8e38ba513e67789d03831bf688dbb3aa17093c0e8f713559c0e001e8660e85aec03a"
                       "e8ec09e4f77c1835ac306a7ba7b6215f130f3508ab28c73f8575149418493")
            .value();
    const auto opened = unwrap(key_for("481592"), notebook.stream, 3, wrapped);
    REQUIRE(opened);
    CHECK(opened->open() == notebook.keys.open());
}
