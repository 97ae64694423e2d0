// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/fonts.hpp"

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <vector>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_OUTLINE_H
#include <imgui.h>
#include <imgui_freetype.h>

#include "core/base/must.hpp"
#include "kiosk/ui/utf8.hpp"

namespace frikort::kiosk::ui {

namespace {

// Latin-1, Latin Extended-A, general punctuation, a few signs, and the dots of a hidden code. Each ends with
// 0, as ImGui wants it.
constexpr std::array<ImWchar, 17> letters{0x0020, 0x007E, 0x00A0, 0x017F, 0x0218, 0x021B,
                                          0x2010, 0x2027, 0x20AC, 0x20AC, 0x2212, 0x2212,
                                          0x25CB, 0x25CB, 0x25CF, 0x25CF, 0};
constexpr std::array<ImWchar, 9> number_letters{0x0020, 0x007E, 0x00A0, 0x00FF, 0x2013,
                                                0x2014, 0x25CF, 0x25CF, 0};
const ImWchar* letters_of(Face face) { return face == Face::number ? number_letters.data() : letters.data(); }
constexpr std::size_t letters_end = 0x25D0;

// The Display cuts are drawn for large sizes. In big mode labels are large too, and have little room.
const char* file_of(Face face, const Theme& theme)
{
    switch (face) {
    case Face::body:
        return "Inter-Regular.otf";
    case Face::label:
        return theme.big() ? "InterDisplay-SemiBold.otf" : "Inter-SemiBold.otf";
    case Face::title:
        return theme.big() ? "InterDisplay-Bold.otf" : "Inter-Bold.otf";
    case Face::heading:
    case Face::number:
        return "InterDisplay-Bold.otf";
    }
    return "";
}
constexpr std::array faces{Face::body, Face::label, Face::title, Face::heading, Face::number};
constexpr std::array icon_sizes{IconSize::small, IconSize::medium, IconSize::large};

constexpr std::uintmax_t largest_font = 64 << 20;

std::vector<char> read(const std::filesystem::path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    std::vector<char> bytes(error || size > largest_font ? 0 : size);
    std::ifstream in{file, std::ios::binary};
    if (bytes.empty() || !in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        throw FontsMissing{"font file not found: " + file.string()};
    return bytes;
}

struct Library {
    FT_Library handle = nullptr;
    Library() { core::base::must(FT_Init_FreeType(&handle) == 0); }
    ~Library() { FT_Done_FreeType(handle); }
    Library(const Library&) = delete;
};

// A face opened only to be measured.
class Measured {
public:
    Measured(const Library& library, const std::vector<char>& bytes, const std::string& name)
    {
        const auto* data = reinterpret_cast<const FT_Byte*>(bytes.data());
        if (FT_New_Memory_Face(library.handle, data, static_cast<FT_Long>(bytes.size()), 0, &face_) != 0)
            throw FontsMissing{"not a font: " + name};
    }
    ~Measured() { FT_Done_Face(face_); }
    Measured(const Measured&) = delete;

    // What ImGui calls size: ascender to descender in whole pixels.
    float cap_at(int size)
    {
        FT_Size_RequestRec wanted{FT_SIZE_REQUEST_TYPE_REAL_DIM, 0, static_cast<FT_Long>(size) * 64, 0, 0};
        FT_Request_Size(face_, &wanted);
        FT_Load_Char(face_, 'H', FT_LOAD_TARGET_LIGHT);
        FT_BBox ink; // of the outline: the glyph's own height is rounded up
        FT_Outline_Get_CBox(&face_->glyph->outline, &ink);
        return static_cast<float>(ink.yMax - ink.yMin) / 64.0F;
    }
    int size_for_cap(float cap)
    {
        const float whole = static_cast<float>(face_->ascender - face_->descender);
        FT_Load_Char(face_, 'H', FT_LOAD_NO_SCALE);
        const int near = static_cast<int>(cap * whole / static_cast<float>(face_->glyph->metrics.height));
        int best = near;
        for (int size = near - 1; size <= near + 2; ++size)
            if (std::abs(cap_at(size) - cap) < std::abs(cap_at(best) - cap)) best = size;
        return best;
    }
    // Unrounded px from one letter to the next, at ImGui's size.
    std::vector<float> advances(int size, const ImWchar* ranges)
    {
        const float scale = static_cast<float>(size) / static_cast<float>(face_->ascender - face_->descender);
        std::vector<float> all(letters_end, 0.0F);
        for (; ranges[0] != 0; ranges += 2) {
            for (char32_t c = ranges[0]; c <= ranges[1]; ++c) {
                FT_Fixed units = 0;
                const FT_UInt glyph = FT_Get_Char_Index(face_, c);
                if (glyph != 0 && FT_Get_Advance(face_, glyph, FT_LOAD_NO_SCALE, &units) == 0)
                    all[c] = static_cast<float>(units) * scale;
            }
        }
        return all;
    }

private:
    FT_Face face_ = nullptr;
};

std::vector<ImWchar> icon_ranges()
{
    std::vector<ImWchar> ranges;
    for (const Icon icon : every_icon) ranges.insert(ranges.end(), 2, static_cast<ImWchar>(icon));
    ranges.push_back(0);
    return ranges;
}

template <class Kind>
std::size_t number_of(Kind kind)
{
    return static_cast<std::size_t>(kind);
}

} // namespace

struct Fonts::Hidden {
    ImFontAtlas atlas;
    std::array<ImFont*, 5> faces{};
    std::array<ImFont*, 3> icons{};
    std::array<float, 5> caps{};
    std::array<float, 3> icon_sizes{};
    std::array<std::vector<float>, 5> advances;

    ImFont* add(std::vector<char>& bytes, int size, const ImWchar* ranges)
    {
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
        return atlas.AddFontFromMemoryTTF(bytes.data(), static_cast<int>(bytes.size()),
                                          static_cast<float>(size), &config, ranges);
    }
};

Fonts::Fonts(const Theme& theme, const FontFiles& where) : hidden_{std::make_unique<Hidden>()}
{
    Hidden& h = *hidden_;
    h.atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    h.atlas.Flags = ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines |
                    ImFontAtlasFlags_NoPowerOfTwoHeight; // no card of old has to take it
    h.atlas.TexDesiredWidth = 2048;

    const Library library;
    std::array<std::vector<char>, 5> bytes;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        const auto file = std::filesystem::path{where.inter} / file_of(faces[i], theme);
        bytes[i] = read(file);
        Measured measured{library, bytes[i], file.string()};
        const int size = measured.size_for_cap(theme.px(theme.cap_mm(faces[i])));
        h.caps[i] = measured.cap_at(size);
        h.advances[i] = measured.advances(size, letters_of(faces[i]));
        h.faces[i] = h.add(bytes[i], size, letters_of(faces[i]));
    }

    auto icon_bytes = read(where.icons);
    Measured{library, icon_bytes, where.icons}; // says clearly when it is no font
    const auto ranges = icon_ranges();
    for (std::size_t i = 0; i < icon_sizes.size(); ++i) {
        const int size = static_cast<int>(std::lround(theme.px(theme.icon_mm(icon_sizes[i]))));
        h.icon_sizes[i] = static_cast<float>(size);
        h.icons[i] = h.add(icon_bytes, size, ranges.data());
    }
    core::base::must(h.atlas.Build());
    // The files are not needed any more, and the atlas must not look at them.
    h.atlas.ClearInputData();
    // ImGui's own rounded advances, a number for every code point up to the icons', are never asked for.
    for (ImFont* font : h.atlas.Fonts) font->IndexAdvanceX.clear();
}

Fonts::~Fonts() = default;

float Fonts::cap_px(Face face) const { return hidden_->caps[number_of(face)]; }
float Fonts::icon_px(IconSize size) const { return hidden_->icon_sizes[number_of(size)]; }
ImFont* Fonts::face(Face face) const { return hidden_->faces[number_of(face)]; }
ImFont* Fonts::icons(IconSize size) const { return hidden_->icons[number_of(size)]; }
ImFontAtlas* Fonts::atlas() const { return &hidden_->atlas; }

bool Fonts::has(Face face, char32_t letter) const
{
    return letter < letters_end && hidden_->advances[number_of(face)][letter] > 0;
}

float Fonts::advance(Face face, char32_t letter) const
{
    const auto& all = hidden_->advances[number_of(face)];
    return has(face, letter) ? all[letter] : all[U'?'];
}

float Fonts::width(Face face, std::string_view utf8) const
{
    float width = 0;
    for (const char32_t letter : Letters{utf8}) width += advance(face, letter);
    return width;
}

} // namespace frikort::kiosk::ui
