// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/colour.hpp"
#include "kiosk/ui/rect.hpp"

namespace frikort::kiosk::ui {

enum class Role { heading, text, button, field, option, image, qr, chart, progress, list_item, notice, key };
// "list-item" and so on, as kiosk.md "The tour" writes them.
std::string_view name_of(Role);
std::optional<Role> role_named(std::string_view);

enum class Enabled : bool { no, yes };
enum class Selected : bool { no, yes };
// Whether only the notebook's owner should hear it (kiosk.md "speech": never on the loudspeaker).
enum class Privacy : bool { open, personal };

// Names one target from frame to frame: role, name and its number among equals on the screen.
using NodeId = std::uint64_t;

// Where in a list a node stands. A list shows some of its items; stepping leads through all of them.
struct ListPlace {
    std::size_t list = 0;  // the first list of the screen is 0
    std::size_t first = 0; // the items that the node stands for, mostly one
    std::size_t last = 0;
    std::size_t count = 0; // of the whole list
    friend bool operator==(const ListPlace&, const ListPlace&) = default;
};

// What a node is for those who step from one to the next instead of touching.
enum class Step {
    usual,
    passed_over, // the button that turns a list's pages: stepping turns them by itself
    only,        // cannot be touched, only stepped to and chosen
};

// One thing on the screen, as speech, keyboard, tests and the tour read it. Rectangles in pixels.
struct Node {
    Role role = Role::text;
    std::string name;
    std::string spoken;
    std::string discreet;    // spoken to everybody in the room where `privacy` is personal
    std::string news;        // spoken when it changed under a listening person; empty: as always
    Rect rect;               // drawn
    std::optional<Rect> hit; // where a finger counts; nothing for what cannot be touched
    Rect clip;               // what it had to keep within: rect outside clip means something is cut
    std::vector<std::string> lines;
    Enabled enabled = Enabled::yes;
    Selected selected = Selected::no;
    Colour fg;
    Colour bg;
    std::optional<Colour> edge;   // of what can be touched
    std::optional<Colour> ground; // what that edge stands on
    float cap_px = 0;             // the smallest capital letter in it; 0 without letters
    Privacy privacy = Privacy::open;
    std::optional<ListPlace> in_list;
    Step step = Step::usual;
    NodeId id = 0;
};

// What the last frame showed, in reading order.
class Semantics {
public:
    void begin_frame();
    // Gives the node its id and keeps it.
    NodeId add(Node);
    // The id that the next node of this role and name will get.
    NodeId next_id(Role, std::string_view name) const;
    // Grows hit rectangles by `slack` px where it is free: not beyond half the gap to a neighbour, nor the
    // screen (kiosk-bar.md 1.6 and 5.2). So they never overlap as long as what is drawn does not.
    void end_frame(float slack, const Rect& screen);
    // Something was laid over the screen: what it meets is there no more, and nothing else can be touched.
    void cover(const Rect&);
    // A node that is there, to be touched beyond what is drawn of it.
    void set_hit(NodeId, const Rect& hit);

    const std::vector<Node>& nodes() const { return nodes_; }
    const Node* find(Role, std::string_view name) const;
    // The first with that name whatever its role; a target rather than a text.
    const Node* find(std::string_view name) const;
    const Node* find(NodeId) const;
    // The enabled target under a finger.
    const Node* at(Point) const;
    // True when some node says this, as its name or within it.
    bool shows(std::string_view words) const;

private:
    std::vector<Node> nodes_;
};

} // namespace frikort::kiosk::ui
