// SPDX-License-Identifier: MPL-2.0
#include <set>

#include "sync/protocol/names.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/pattern.hpp"

// What PROTOCOL.md must not forget to say.

using frikort::tests::support::Pattern;
namespace protocol = frikort::sync::protocol;

namespace {

std::string text_of(const std::string& path) { return frikort::tests::content_of(FRIKORT_SOURCE + path); }

} // namespace

TEST_CASE("PROTOCOL.md names every refusal with its status and every reason of a verdict")
{
    const auto page = text_of("/sync/protocol/PROTOCOL.md");
    const auto words = Pattern{"`[a-z_]+`"};
    std::set<std::string> told; // "403 `frozen`"
    for (const auto& row : Pattern{"\n\\| (\\d+) \\| ([^|]+) \\|"}.all_in(page))
        for (const auto& word : words.all_in(row.groups[2]))
            told.insert(row.groups[1] + " " + word.groups[0]);
    for (int i = 0; i < static_cast<int>(protocol::Fault::unknown); ++i) {
        const auto fault = static_cast<protocol::Fault>(i);
        const auto row =
            std::to_string(protocol::status_of(fault)) + " `" + std::string{word_of(fault)} + "`";
        CAPTURE(row);
        CHECK(told.contains(row));
    }
    std::size_t reasons = 0;
    for (const auto* file : {"admission.cpp", "intake.cpp"})
        for (const auto& found : Pattern{"rejected\\(\"([a-z_]+)\"\\)"}.all_in(
                 text_of(std::string{"/sync/central/api/"} + file))) {
            CAPTURE(found.groups[1]);
            CHECK_THAT(page, ContainsSubstring("\n| `" + found.groups[1] + "` |"));
            ++reasons;
        }
    CHECK(reasons > 10);
}
