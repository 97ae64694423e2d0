// SPDX-License-Identifier: MPL-2.0
#include "sync/central/commands/listening.hpp"

namespace frikort::sync::central::commands {

std::optional<Listening> read_listening(const std::string& typed)
{
    const auto colon = typed.rfind(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    const auto digits = typed.substr(colon + 1);
    if (digits.empty() || digits.size() > 5 || digits.find_first_not_of("0123456789") != std::string::npos) {
        return std::nullopt;
    }
    const auto port = std::stoul(digits);
    if (port > 65535) return std::nullopt;
    return Listening{typed.substr(0, colon), static_cast<std::uint16_t>(port)};
}

bool is_this_machine(const Listening& at)
{
    return at.address.starts_with("127.") || at.address == "::1" || at.address == "[::1]";
}

} // namespace frikort::sync::central::commands
