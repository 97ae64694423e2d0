// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/result.hpp"

namespace frikort::core::content {

// An official page to go on to. Never opened by the kiosk itself: shown as a QR code.
struct Link {
    std::string id;
    std::string address;                      // https only, at most 300 bytes
    std::map<std::string, std::string> title; // by language
    std::optional<base::Date> opened;         // when a person last opened it; nothing: not yet
    std::string source;                       // of reference/domain.md

    const std::string& title_in(const std::string& language) const; // Danish where there is no other
};

enum class BadLinks { not_json, wrong_shape, not_https, twice };

class Links {
public:
    Links() = default;
    // Reads assets/links.json. All or nothing.
    static base::Result<Links, BadLinks> from_json(std::string_view);
    const Link* find(std::string_view id) const;
    const std::vector<Link>& all() const { return all_; }

private:
    std::vector<Link> all_;
};

} // namespace frikort::core::content
