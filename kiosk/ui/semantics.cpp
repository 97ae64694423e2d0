// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/semantics.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace frikort::kiosk::ui {

namespace {

constexpr std::array<std::pair<Role, std::string_view>, 12> role_names{{
    {Role::heading, "heading"},
    {Role::text, "text"},
    {Role::button, "button"},
    {Role::field, "field"},
    {Role::option, "option"},
    {Role::image, "image"},
    {Role::qr, "qr"},
    {Role::chart, "chart"},
    {Role::progress, "progress"},
    {Role::list_item, "list-item"},
    {Role::notice, "notice"},
    {Role::key, "key"},
}};

// FNV-1a over what a person would tell two targets apart by.
NodeId id_of(Role role, std::string_view name, std::size_t number_among_equals)
{
    NodeId hash = 14695981039346656037ULL;
    const auto eat = [&hash](unsigned char byte) { hash = (hash ^ byte) * 1099511628211ULL; };
    eat(static_cast<unsigned char>(role));
    for (const char c : name) eat(static_cast<unsigned char>(c));
    eat(static_cast<unsigned char>(number_among_equals));
    return hash == 0 ? 1 : hash;
}

// How far `from` may grow towards `other` along one axis: all the way, or half of what is between them.
void keep_apart(Rect& hit, const Rect& from, const Rect& other)
{
    const float gap_x = std::max(other.x - from.right(), from.x - other.right());
    const float gap_y = std::max(other.y - from.bottom(), from.y - other.bottom());
    if (gap_x < 0 && gap_y < 0) return; // they overlap already: the audits say so
    if (gap_x >= gap_y) {               // beside each other
        const float most = gap_x / 2;
        if (other.x >= from.right())
            hit.w = std::min(hit.right(), from.right() + most) - hit.x;
        else {
            const float left = std::max(hit.x, from.x - most);
            hit.w = hit.right() - left;
            hit.x = left;
        }
        return;
    }
    const float most = gap_y / 2;
    if (other.y >= from.bottom())
        hit.h = std::min(hit.bottom(), from.bottom() + most) - hit.y;
    else {
        const float top = std::max(hit.y, from.y - most);
        hit.h = hit.bottom() - top;
        hit.y = top;
    }
}

} // namespace

std::string_view name_of(Role role)
{
    const auto* found = std::find_if(role_names.begin(), role_names.end(),
                                     [role](const auto& each) { return each.first == role; });
    return found->second;
}

std::optional<Role> role_named(std::string_view name)
{
    for (const auto& [role, its_name] : role_names)
        if (its_name == name) return role;
    return std::nullopt;
}

// A room of its own for each frame: what is given back is overwritten, what only stands unused is not.
void Semantics::begin_frame()
{
    std::vector<Node> fresh;
    fresh.reserve(nodes_.size());
    nodes_ = std::move(fresh);
}

NodeId Semantics::add(Node node)
{
    node.id = next_id(node.role, node.name);
    if (node.spoken.empty()) node.spoken = node.name;
    nodes_.push_back(std::move(node));
    return nodes_.back().id;
}

NodeId Semantics::next_id(Role role, std::string_view name) const
{
    const auto equals = std::count_if(nodes_.begin(), nodes_.end(), [role, name](const Node& other) {
        return other.role == role && other.name == name;
    });
    return id_of(role, name, static_cast<std::size_t>(equals));
}

void Semantics::end_frame(float slack, const Rect& screen)
{
    std::vector<Rect> grown;
    for (const Node& node : nodes_) {
        if (!node.hit) continue;
        Rect hit = node.hit->grown(slack).meet(screen);
        for (const Node& other : nodes_)
            if (&other != &node && other.hit) keep_apart(hit, *node.hit, *other.hit);
        grown.push_back(hit);
    }
    std::size_t next = 0;
    for (Node& node : nodes_)
        if (node.hit) node.hit = grown[next++];
}

void Semantics::cover(const Rect& over)
{
    std::erase_if(nodes_, [&over](const Node& node) {
        return node.step == Step::only || !node.rect.meet(over).empty();
    });
    for (Node& node : nodes_) node.hit.reset();
}

void Semantics::set_hit(NodeId id, const Rect& hit)
{
    for (Node& node : nodes_)
        if (node.id == id) node.hit = hit;
}

const Node* Semantics::find(Role role, std::string_view name) const
{
    for (const Node& node : nodes_)
        if (node.role == role && node.name == name) return &node;
    return nullptr;
}

const Node* Semantics::find(std::string_view name) const
{
    const Node* found = nullptr;
    for (const Node& node : nodes_) {
        if (node.name != name) continue;
        if (node.hit) return &node;
        if (!found) found = &node;
    }
    return found;
}

const Node* Semantics::find(NodeId id) const
{
    for (const Node& node : nodes_)
        if (node.id == id) return &node;
    return nullptr;
}

const Node* Semantics::at(Point point) const
{
    for (const Node& node : nodes_)
        if (node.hit && node.enabled == Enabled::yes && node.hit->contains(point)) return &node;
    return nullptr;
}

bool Semantics::shows(std::string_view words) const
{
    return std::any_of(nodes_.begin(), nodes_.end(),
                       [words](const Node& node) { return node.name.find(words) != std::string::npos; });
}

} // namespace frikort::kiosk::ui
