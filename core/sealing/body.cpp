// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/body.hpp"

namespace frikort::core::sealing {

using base::BytesView;

std::optional<BodyKind> kind_of(BytesView body)
{
    if (body.empty()) return std::nullopt;
    const auto kind = static_cast<BodyKind>(body[0]);
    switch (kind) {
    case BodyKind::sealed:
    case BodyKind::local:
    case BodyKind::earlier:
    case BodyKind::slot:
    case BodyKind::recovery:
    case BodyKind::shared:
    case BodyKind::signed_generation:
    case BodyKind::signed_slot:
    case BodyKind::signed_erase:
        return kind;
    }
    return std::nullopt;
}

bool fits(records::Class what, BodyKind kind)
{
    switch (what) {
    case records::Class::content:
        return kind == BodyKind::sealed || kind == BodyKind::shared;
    case records::Class::key:
        return kind == BodyKind::signed_generation || kind == BodyKind::signed_slot;
    case records::Class::erase:
        return kind == BodyKind::signed_erase;
    }
    return false;
}

} // namespace frikort::core::sealing
