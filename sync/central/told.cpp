// SPDX-License-Identifier: MPL-2.0
#include "sync/central/told.hpp"

#include "core/base/text.hpp"

namespace frikort::sync::central {

using api::NameRefusal;
using api::NotCompared;
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
        return std::string{"The database, or a file beside it, is damaged ("} + failure.what() +
               "). It was left as it is: bring back a copy, or take it away to begin anew.";
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

std::string told(NotCompared why)
{
    switch (why) {
    case NotCompared::no_such_centre:
        return "No centre has that name; status shows them.";
    case NotCompared::nothing_told:
        return "Nothing to compare yet: no kiosk of this centre was set up and has been in touch since.";
    case NotCompared::differs:
        return "NOT THE SAME. Read it out once more, group by group. If it still differs, somebody else set "
               "up\n"
               "this centre or stands between: revoke the kiosk, and find out who had the code. Nothing was "
               "changed.";
    case NotCompared::several:
        return "Kiosks of this centre told different keys. Nothing was changed. Revoke those whose screens "
               "do not "
               "show\nwhat the leader reads out, and compare once more.";
    case NotCompared::other_before:
        return "NOT THE SAME as was compared for this centre before. Nothing was changed.";
    }
    return {};
}

std::string told_of(const core::store::CentralWork& look, std::string_view name)
{
    const auto centre = look.centres().named(core::base::tidy(name));
    std::string text;
    if (!centre) return text;
    for (const auto& told : api::told_roots(look, *centre)) {
        text += told.fingerprint.text() + "  told by";
        for (const auto& device : told.by) text += ' ' + device.hex().substr(0, 8);
        text += '\n';
    }
    return text;
}

} // namespace frikort::sync::central
