// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/assets.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace fs = std::filesystem;
using frikort::kiosk::app::Assets;
using frikort::tests::content_of;
using frikort::tests::TemporaryFolder;

namespace {

// The shipped files, to be damaged one by one.
struct Share {
    TemporaryFolder folder;
    Share()
    {
        fs::copy(fs::path{FRIKORT_BINARY} / "share/frikort", folder.path(), fs::copy_options::recursive);
    }
    std::vector<std::string> left_out_after(const std::string& file, const std::string& content) const
    {
        const auto path = folder / file;
        const auto whole = content_of(path);
        REQUIRE_FALSE(whole.empty());
        frikort::tests::write(path, content);
        const auto left_out = Assets::load(folder.path()).left_out;
        frikort::tests::write(path, whole);
        return left_out;
    }
};

} // namespace

TEST_CASE("Damaged questions and notes are left out by name, and everything else is still there")
{
    const Share share;
    CHECK(Assets::load(share.folder.path()).left_out.empty());
    for (const std::string file : {"content/da/guide.md", "content/en/guide.md", "content/da/pay.md",
                                   "content/da/note-boss.md", "content/da/what.md"}) {
        const auto whole = content_of(share.folder / file);
        // Cut off in the middle: a page that ends early, or one whose parts are not all there.
        const auto half = whole.substr(0, whole.rfind("\n## ", whole.size() - whole.size() / 4));
        INFO(file);
        CHECK(share.left_out_after(file, "\xFF\xFE") == std::vector<std::string>{file});
        if (file.find("guide") != std::string::npos || file.find("pay") != std::string::npos)
            CHECK(share.left_out_after(file, half) == std::vector<std::string>{file});
    }
    fs::remove(share.folder / "content/da/guide.md");
    const auto assets = Assets::load(share.folder.path());
    CHECK(assets.guide_of("da") == nullptr);
    CHECK(assets.guide_of("en") != nullptr);
    CHECK(assets.pay_guide_of("da") != nullptr);
    CHECK(assets.pages_of("da").size() == 5);
}
