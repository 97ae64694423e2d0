// SPDX-License-Identifier: MPL-2.0
#include <cmath>
#include <thread>

#include <unistd.h>

#include "tests/bench/outside.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/process.hpp"
#include "tests/bench/row.hpp"
#include "tests/support/files.hpp"

namespace frikort::tests::bench {

namespace ui = kiosk::ui;
using namespace std::chrono_literals;

namespace {

std::filesystem::path installed()
{
    for (const auto* path : {"/usr/bin/chromium", "/usr/local/bin/chromium", "/snap/bin/chromium"})
        if (::access(path, X_OK) == 0) return path;
    return {};
}

std::string escaped(const std::string& text)
{
    std::string safe;
    for (const char c : text) safe += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string{c};
    return safe;
}

// What stands on the screen as a page: boxes, words, colours and letters in the same places. No script, no
// pictures; in Chromium's favour.
std::string page_of(ui::Stage& stage)
{
    std::string page =
        "<!DOCTYPE html><html lang=\"da\"><meta charset=\"utf-8\"><title>Frikort</title><style>"
        "body{margin:0;background:" +
        stage.ui().theme().colours().paper.css() +
        ";font-family:Inter;overflow:hidden}div{position:absolute;box-sizing:border-box;"
        "display:flex;align-items:center;justify-content:center;text-align:center}</style>";
    const auto px = [](float length) { return std::to_string(std::lround(length)) + "px"; };
    for (const auto& node : stage.semantics().nodes()) {
        page += "<div style=\"left:" + px(node.rect.x) + ";top:" + px(node.rect.y) +
                ";width:" + px(node.rect.w) + ";height:" + px(node.rect.h) + ";color:" + node.fg.css() +
                ";background:" + node.bg.css() + ";font-size:" + px(node.cap_px * 1.375F);
        if (node.hit)
            page += ";border-radius:" + px(stage.ui().theme().radius()) + ";border:3px solid " +
                    node.edge.value_or(node.bg).css();
        page += "\">";
        for (const auto& line : node.lines) page += escaped(line) + "<br>";
        page += "</div>\n";
    }
    return page + "</html>\n";
}

} // namespace

void chromium(const Asked& asked)
{
    const auto browser = installed();
    if (browser.empty()) return print({"Chromium, the same page", "not installed: nothing beside it"});
    Bench bench;
    const TemporaryFolder twins;
    Machine machine{twins / "kiosk", cheap};
    Trial twin{machine};
    const auto page = bench.folder() / "page.html";
    write(page, page_of(twin.stage()));
    const auto spots = spots_of(twin.stage());
    const auto there = [&] { return bench.glass().shows(spots); };

    std::vector<std::string> command{browser,
                                     "--kiosk",
                                     "--no-first-run",
                                     "--window-size=1280,800",
                                     "--window-position=0,0",
                                     "--user-data-dir=" + (bench.folder() / "profile").native()};
    if (::getuid() == 0) command.emplace_back("--no-sandbox"); // it refuses root otherwise
    command.push_back("file://" + page.native());

    Samples ours;
    Samples ours_mb;
    Samples its;
    Samples its_mb;
    const auto weigh_ours = [&](const outside::Program& program) {
        std::this_thread::sleep_for(3s);
        if (const auto share = own_share_mb(program.id())) ours_mb.add(*share);
    };
    const auto weigh_its = [&](const outside::Program& program) {
        std::this_thread::sleep_for(3s);
        if (const auto share = pss_mb(family_of(program.id()))) its_mb.add(*share);
    };
    time_to(there, [&] { return bench.kiosk(); });
    time_to(there, [&] { return bench.program(command); }); // a new profile is not what is measured
    const int starts = std::max(3, asked.starts / 3);
    for (int i = 0; i < starts; ++i) {
        ours.add(time_to(
            there, [&] { return bench.kiosk(); }, weigh_ours));
        its.add(time_to(
            there, [&] { return bench.program(command); }, weigh_its));
    }
    print({"Chromium --kiosk, the same page: picture", told(its.middle(), "ms", 0), "",
           "frikort-kiosk: " + told(ours.middle(), "ms", 0), times(its.middle(), ours.middle())});
    if (ours_mb.count() == 0 || its_mb.count() == 0)
        return print({"Chromium, the same page: memory", "only root may look at a hardened program"});
    const double share = ours_mb.middle() / its_mb.middle();
    print({"Chromium --kiosk, the same page: memory", told(its_mb.middle(), "MB"),
           share <= 1.0 / 12 ? "12 times ours: held" : "12 times ours: missed",
           "frikort-kiosk: " + told(ours_mb.middle(), "MB"), times(its_mb.middle(), ours_mb.middle())});
}

} // namespace frikort::tests::bench
