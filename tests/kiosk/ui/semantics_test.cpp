// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/semantics.hpp"

#include "tests/support/catch.hpp"

using namespace frikort::kiosk::ui;

namespace {

Node target(const char* name, Rect where)
{
    Node node;
    node.role = Role::button;
    node.name = name;
    node.rect = where;
    node.hit = where;
    return node;
}
constexpr Rect screen{0, 0, 400, 400};

} // namespace

TEST_CASE("A miss beside a button still counts where nothing else is near")
{
    Semantics list;
    list.add(target("alone", {100, 100, 50, 50}));
    list.end_frame(20, screen);
    CHECK(list.at({81, 81})->name == "alone");
    CHECK(list.at({169, 169})->name == "alone");
    CHECK_FALSE(list.at({79, 100}));
}

TEST_CASE("Between two buttons the middle of the gap is the border and their hits never overlap")
{
    Semantics list;
    list.add(target("left", {100, 100, 50, 50}));
    list.add(target("right", {160, 100, 50, 50}));
    list.add(target("below", {100, 158, 110, 50}));
    list.end_frame(20, screen);
    CHECK(list.at({154, 120})->name == "left");
    CHECK(list.at({156, 120})->name == "right");
    CHECK(list.at({120, 153})->name == "left");
    CHECK(list.at({120, 155})->name == "below");
    const auto& nodes = list.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i)
        for (std::size_t k = i + 1; k < nodes.size(); ++k) CHECK_FALSE(nodes[i].hit->overlaps(*nodes[k].hit));
}

TEST_CASE("A hit never reaches outside the screen")
{
    Semantics list;
    list.add(target("corner", {380, 380, 20, 20}));
    list.end_frame(20, screen);
    CHECK(screen.contains(*list.nodes()[0].hit));
}

TEST_CASE("Equal labels on one screen are different targets, and keep their names from frame to frame")
{
    Semantics list;
    const NodeId first = list.add(target("Ret", {0, 0, 50, 50}));
    const NodeId second = list.add(target("Ret", {100, 0, 50, 50}));
    CHECK(first != second);
    list.begin_frame();
    CHECK(list.next_id(Role::button, "Ret") == first);
    CHECK(list.add(target("Ret", {0, 0, 50, 50})) == first);
    CHECK(list.add(target("Ret", {100, 0, 50, 50})) == second);
}

TEST_CASE("A target is found before a text with the same words, and what is not spoken otherwise is its name")
{
    Semantics list;
    Node text;
    text.name = "Visning";
    list.add(text);
    list.add(target("Visning", {0, 0, 50, 50}));
    CHECK(list.find("Visning")->role == Role::button);
    CHECK(list.find(Role::text, "Visning")->role == Role::text);
    CHECK(list.nodes()[0].spoken == "Visning");
    CHECK(list.shows("isnin"));
    CHECK_FALSE(list.shows("Tilbage"));
    CHECK(role_named("list-item") == Role::list_item);
    CHECK(name_of(Role::qr) == "qr");
    CHECK_FALSE(role_named("window"));
}
