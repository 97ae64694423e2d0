// SPDX-License-Identifier: MPL-2.0
#include "sync/central/told.hpp"

namespace frikort::sync::central {

using api::NameRefusal;
using core::store::StoreFailure;

std::string told(const StoreFailure& failure)
{
    switch (failure.kind) {
    case StoreFailure::Kind::full:
        return "The disk is full. Nothing was changed.";
    case StoreFailure::Kind::read_only:
        return "The data folder, or the database, is write-protected.";
    case StoreFailure::Kind::in_use:
        return "Another program has this data folder.";
    case StoreFailure::Kind::damaged:
        return "The database is damaged. It was left as it is: bring back a copy, or take it away to begin "
               "anew.";
    case StoreFailure::Kind::foreign:
        return "The database is another program's. It was left as it is.";
    case StoreFailure::Kind::newer:
        return "The database is of a newer frikort-central than this one. It was left as it is.";
    case StoreFailure::Kind::unreachable:
        return std::string{"The database is out of reach. "} + failure.what();
    case StoreFailure::Kind::other:
        break;
    }
    return failure.what();
}

std::string told(NameRefusal refusal)
{
    switch (refusal) {
    case NameRefusal::empty:
        return "The centre needs a name.";
    case NameRefusal::too_long:
        return "The centre's name is too long: at most 80 letters.";
    case NameRefusal::not_plain:
        return "The centre's name must be plain text.";
    case NameRefusal::looks_like_cpr:
        return "That looks like a CPR number. None is kept here: give the centre's name.";
    }
    return {};
}

} // namespace frikort::sync::central
