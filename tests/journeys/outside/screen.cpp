// SPDX-License-Identifier: MPL-2.0
#include "tests/journeys/outside/screen.hpp"

#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>

#include <xcb/xcb.h>

#include "core/base/must.hpp"

namespace frikort::tests::outside {

namespace {

// The X server keeps its picture in this file, as xwd writes it (X11/XWDFile.h): a header of numbers of four
// bytes, the most significant first; the colours; the pixels row by row.
constexpr const char* picture_file = "Xvfb_screen0";
enum Word {
    header_size = 0,
    width = 4,
    height = 5,
    bits_per_pixel = 11,
    bytes_per_line = 12,
    colours = 19,
    words = 25
};
constexpr std::size_t colour_size = 12;

struct Free {
    void operator()(void* memory) const { std::free(memory); }
};
template <class Reply>
using Owned = std::unique_ptr<Reply, Free>;

std::vector<std::string> a_tap(kiosk::ui::Point at)
{
    const auto whole = [](float length) { return std::to_string(std::lround(std::floor(length))); };
    return {"xdotool", "mousemove", whole(at.x), whole(at.y), "click", "1"};
}

xcb_atom_t atom(xcb_connection_t* x, std::string_view name)
{
    const auto asked = xcb_intern_atom(x, 0, static_cast<std::uint16_t>(name.size()), name.data());
    const Owned<xcb_intern_atom_reply_t> reply{xcb_intern_atom_reply(x, asked, nullptr)};
    core::base::must(reply != nullptr);
    return reply->atom;
}

} // namespace

Screen::Screen(const std::filesystem::path& folder)
    : folder_{folder}, environment_{plain_environment(folder / "home")}
{
    const std::vector<std::string> command{"Xvfb",      "-displayfd",  "1",         "-screen",
                                           "0",         "1280x800x24", "-fbdir",    folder,
                                           "-nocursor", "-noreset",    "-nolisten", "tcp"};
    server_.emplace(command, environment_, folder / "screen");
    environment_["DISPLAY"] = ":" + server_->line_after("");
}

kiosk::ui::Picture Screen::look() const
{
    std::ifstream file{folder_ / picture_file, std::ios::binary};
    std::array<std::uint32_t, words> header{};
    for (auto& word : header) {
        std::array<unsigned char, 4> bytes{};
        file.read(reinterpret_cast<char*>(bytes.data()), bytes.size());
        for (const auto byte : bytes) word = word << 8 | byte;
    }
    kiosk::ui::Picture seen{static_cast<int>(header[width]), static_cast<int>(header[height]), {}};
    seen.pixels.resize(std::size_t{header[width]} * header[height]);
    core::base::must(header[bits_per_pixel] == 32 && header[bytes_per_line] == header[width] * 4);
    file.seekg(static_cast<std::streamoff>(header[header_size] + header[colours] * colour_size));
    file.read(reinterpret_cast<char*>(seen.pixels.data()),
              static_cast<std::streamsize>(seen.pixels.size() * 4));
    core::base::must(file.good());
    for (auto& pixel : seen.pixels) pixel |= 0xff000000;
    return seen;
}

void Screen::tap(kiosk::ui::Point at) const { answer_of(a_tap(at), environment_, folder_ / "finger"); }

void Screen::begin_tap(std::optional<Program>& finger, kiosk::ui::Point at) const
{
    finger.emplace(a_tap(at), environment_, folder_ / "finger");
}

void Screen::scan(const std::string& line) const
{
    answer_of({"xdotool", "type", "--delay", "4", "--args", "1", line, "key", "Return"}, environment_,
              folder_ / "scanner");
}

void Screen::close_the_window() const
{
    const std::unique_ptr<xcb_connection_t, void (*)(xcb_connection_t*)> x{
        xcb_connect(environment_.at("DISPLAY").c_str(), nullptr), xcb_disconnect};
    core::base::must(xcb_connection_has_error(x.get()) == 0);
    xcb_client_message_event_t message{};
    message.response_type = XCB_CLIENT_MESSAGE;
    message.format = 32;
    message.type = atom(x.get(), "WM_PROTOCOLS");
    message.data.data32[0] = atom(x.get(), "WM_DELETE_WINDOW");
    const auto root = xcb_setup_roots_iterator(xcb_get_setup(x.get())).data->root;
    const Owned<xcb_query_tree_reply_t> tree{
        xcb_query_tree_reply(x.get(), xcb_query_tree(x.get(), root), nullptr)};
    core::base::must(tree != nullptr);
    const auto* windows = xcb_query_tree_children(tree.get());
    for (int i = 0; i < xcb_query_tree_children_length(tree.get()); ++i) {
        message.window = windows[i];
        xcb_send_event(x.get(), 0, windows[i], XCB_EVENT_MASK_NO_EVENT,
                       reinterpret_cast<const char*>(&message));
    }
    xcb_flush(x.get());
    // Answered only after what was sent before.
    const Owned<xcb_get_input_focus_reply_t> done{
        xcb_get_input_focus_reply(x.get(), xcb_get_input_focus(x.get()), nullptr)};
}

std::optional<int> Screen::end()
{
    server_->ask_to_end();
    return server_->wait();
}

} // namespace frikort::tests::outside
