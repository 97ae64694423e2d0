// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/chance.hpp"
#include "core/base/id.hpp"

namespace frikort::sync::protocol {

// What the office reads out to a centre: 16 letters of Crockford's base32, 80 random bits,
// "XXXX-XXXX-XXXX-XXXX".
class EnrolmentCode {
public:
    static EnrolmentCode random(core::base::Chance&);
    // Reads what people type: small letters, blanks, other groups, O for 0, I and L for 1. Nothing for what
    // cannot be a code.
    static std::optional<EnrolmentCode> read(std::string_view typed);

    std::string in_groups() const;
    // What goes over the wire, and by whose digest the server knows it.
    const std::string& letters() const { return letters_; }
    core::base::Hash digest() const;

private:
    explicit EnrolmentCode(std::string letters) : letters_{std::move(letters)} {}
    std::string letters_;
};

} // namespace frikort::sync::protocol
