// SPDX-License-Identifier: MPL-2.0
#include "sync/central/paper/code_page.hpp"

#include <memory>
#include <qrencode.h>

#include "core/base/must.hpp"

namespace frikort::sync::central::paper {

namespace {

constexpr int quiet = 4;           // modules around the code, as the norm wants it
constexpr std::size_t a_line = 42; // letters below it
constexpr int line_height = 3;     // modules
constexpr int least_width = 57;    // modules, so that a line of letters has room

std::string escaped(std::string_view plain)
{
    std::string text;
    for (const char sign : plain) {
        if (sign == '&')
            text += "&amp;";
        else if (sign == '<')
            text += "&lt;";
        else
            text += sign;
    }
    return text;
}

std::string path_of(const QRcode& code)
{
    std::string path;
    const auto dark = [&](int x, int y) {
        return x < code.width && (code.data[y * code.width + x] & 1) != 0;
    };
    for (int y = 0; y < code.width; ++y) {
        for (int x = 0; x < code.width; ++x) {
            if (!dark(x, y)) continue;
            const int from = x;
            while (dark(x, y)) ++x;
            const auto length = std::to_string(x - from);
            path +=
                'M' + std::to_string(from) + ' ' + std::to_string(y) + 'h' + length + "v1h-" + length + 'z';
        }
    }
    return path;
}

std::string words(std::string_view text, int left, int line)
{
    return "<text x=\"" + std::to_string(left) + "\" y=\"" + std::to_string(line) +
           "\" font-family=\"monospace\" font-size=\"2\">" + escaped(text) + "</text>\n";
}

} // namespace

std::string code_page(std::string_view centre, std::string_view text)
{
    const std::string content{text};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeString(content.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free};
    core::base::must(code != nullptr && content.size() <= 300);

    const int width = std::max(code->width, least_width) + 2 * quiet;
    const int above = (width - code->width) / 2;
    int line = above + code->width + quiet + line_height;
    std::string below = words(std::string{centre} + ": for one kiosk, for 24 hours", quiet, line);
    for (std::size_t at = 0; at < text.size(); at += a_line)
        below += words(text.substr(at, a_line), quiet, line += line_height);
    const auto size = std::to_string(width) + ' ' + std::to_string(line + quiet);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size +
           "\" width=\"140mm\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n<path "
           "transform=\"translate(" +
           std::to_string(above) + ' ' + std::to_string(above) + ")\" d=\"" + path_of(*code) + "\"/>\n" +
           below + "</svg>\n";
}

} // namespace frikort::sync::central::paper
