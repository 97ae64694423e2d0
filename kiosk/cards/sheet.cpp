// SPDX-License-Identifier: MPL-2.0
#include "kiosk/cards/sheet.hpp"

#include <cstdio>
#include <string_view>

#include "core/base/must.hpp"
#include "kiosk/cards/qr_path.hpp"

namespace frikort::kiosk::cards {

using core::people::Card;

namespace {

// All in millimetres.
constexpr double page_width = 210, page_height = 297;
constexpr double card_width = 85.6, card_height = 54; // ISO/IEC 7810 ID-1, the size of a bank card
constexpr int columns = 2, rows = 5;
constexpr double left = (page_width - columns * card_width) / 2;
constexpr double top = (page_height - rows * card_height) / 2;
constexpr double strip = 38.4; // where the letters' strip begins
constexpr double module = 1.0;
constexpr int quiet = 4; // modules around a QR code

std::string mm(double number)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", number);
    return text;
}

std::string words(double x, double y, const char* kind, std::string_view text)
{
    return "<text class=\"" + std::string{kind} + "\" x=\"" + mm(x) + "\" y=\"" + mm(y) + "\">" +
           std::string{text} + "</text>\n";
}

// A name and the letters below it.
std::string letters(double x, std::string_view name, std::string_view text)
{
    return words(x, strip + 5, "name", name) + words(x, strip + 11, "letters", text);
}

std::string drawn(const Card& card)
{
    const auto qr = qr_path(card.qr_text().view());
    const double side = (qr.modules + 2 * quiet) * module;
    const double inset = (strip - side) / 2 + quiet * module;
    const double words_at = inset + qr.modules * module + 5.5;

    std::string out = "<path class=\"strip\" d=\"M0 " + mm(strip) + 'h' + mm(card_width) + 'V' +
                      mm(card_height) + "H0z\"/>\n";
    out += "<path transform=\"translate(" + mm(inset) + ' ' + mm(inset) + ") scale(" + mm(module) +
           ")\" shape-rendering=\"crispEdges\" d=\"" + qr.path + "\"/>\n";
    out += words(words_at, inset + 5.6, "title", "Min bog");
    out += "<rect class=\"mark\" x=\"" + mm(words_at) + "\" y=\"" + mm(inset + 8) +
           "\" width=\"11\" height=\"1.4\" rx=\"0.7\"/>\n";
    out += words(words_at, inset + 15.2, "line first", "Gem kortet.");
    out += words(words_at, inset + 20.2, "line", "Det åbner din bog");
    out += words(words_at, inset + 25, "line", "sammen med din kode.");
    out += letters(6.7, "Nummer", card.number_text());
    out += letters(37.4, "Hemmelige tegn", card.secret_text().view());
    out += letters(75.6, "Tjek", std::string_view{std::string(1, card.check())});
    return out;
}

// Along every edge of a card, and out to where a ruler can be laid.
std::string cut_lines()
{
    std::string path;
    for (int i = 0; i <= columns; ++i)
        path += 'M' + mm(left + i * card_width) + ' ' + mm(top - 6) + 'V' + mm(page_height - top + 6);
    for (int i = 0; i <= rows; ++i)
        path += 'M' + mm(left - 6) + ' ' + mm(top + i * card_height) + 'H' + mm(page_width - left + 6);
    return "<path class=\"cut\" d=\"" + path + "\"/>\n";
}

constexpr std::string_view styles = R"(<style>
text { font-family: Inter, 'Liberation Sans', Arial, sans-serif; fill: #1A1A1A }
.title { font-size: 7.2px; font-weight: 700; fill: #0F3D3E }
.line { font-size: 3.9px }
.first { font-weight: 700 }
.name { font-size: 2.9px }
.letters { font: 600 4px 'DejaVu Sans Mono', 'Liberation Mono', Menlo, Consolas, monospace }
.strip { fill: #E3EFEC }
.mark { fill: #F2B84B }
.cut { fill: none; stroke: #808080; stroke-width: 0.15; stroke-dasharray: 1.5 1.5 }
</style>
)";

} // namespace

std::string sheet(std::span<const Card> cards)
{
    core::base::must(cards.size() <= cards_on_a_sheet);
    std::string out;
    out.reserve(64 * 1024); // so that no half of it is left behind where it grew
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
           "lang=\"da\" width=\"" +
           mm(page_width) + "mm\" height=\"" + mm(page_height) + "mm\" viewBox=\"0 0 " + mm(page_width) +
           ' ' + mm(page_height) + "\">\n";
    out += styles;
    out += "<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n";
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const double x = left + static_cast<double>(i % columns) * card_width;
        const double y = top + static_cast<double>(i / columns) * card_height;
        out += "<g transform=\"translate(" + mm(x) + ' ' + mm(y) + ")\">\n" + drawn(cards[i]) + "</g>\n";
    }
    return out + cut_lines() + "</svg>\n";
}

} // namespace frikort::kiosk::cards
