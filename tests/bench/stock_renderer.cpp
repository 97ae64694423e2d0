// SPDX-License-Identifier: MPL-2.0
#include "tests/bench/stock_renderer.hpp"

#include <cstddef>

#include <SDL.h>
#include <imgui.h>

#include "core/base/must.hpp"
#include "kiosk/ui/fonts.hpp"

namespace frikort::tests::bench {

using core::base::must;

struct StockRenderer::Hidden {
    SDL_Window* window = nullptr;
    SDL_Renderer* renderer = nullptr;
    SDL_Texture* letters = nullptr;
    const ImFontAtlas* of = nullptr;

    // White with the letters' coverage as alpha, as ImGui's backends upload it.
    void take(ImFontAtlas& atlas)
    {
        if (of == &atlas) return;
        of = &atlas;
        if (letters) SDL_DestroyTexture(letters);
        unsigned char* texels = nullptr;
        int width = 0;
        int height = 0;
        atlas.GetTexDataAsRGBA32(&texels, &width, &height);
        letters =
            SDL_CreateTexture(renderer, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC, width, height);
        must(letters != nullptr);
        SDL_UpdateTexture(letters, nullptr, texels, 4 * width);
        SDL_SetTextureBlendMode(letters, SDL_BLENDMODE_BLEND);
        SDL_SetTextureScaleMode(letters, SDL_ScaleModeLinear);
    }
};

StockRenderer::StockRenderer() : hidden_{std::make_unique<Hidden>()}
{
    Hidden& h = *hidden_;
    h.window = SDL_CreateWindow("Peer", 0, 0, 1280, 800, SDL_WINDOW_SHOWN);
    must(h.window != nullptr);
    h.renderer = SDL_CreateRenderer(h.window, -1, SDL_RENDERER_SOFTWARE);
    must(h.renderer != nullptr);
}

StockRenderer::~StockRenderer()
{
    Hidden& h = *hidden_;
    if (h.letters) SDL_DestroyTexture(h.letters);
    SDL_DestroyRenderer(h.renderer);
    SDL_DestroyWindow(h.window);
}

void StockRenderer::draw(const kiosk::ui::Ui& ui)
{
    Hidden& h = *hidden_;
    h.take(*ui.fonts().atlas());
    SDL_SetRenderDrawColor(h.renderer, 0, 0, 0, 255);
    SDL_RenderClear(h.renderer);
    const ImDrawData& data = *ui.drawn();
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const auto& c = command.ClipRect;
            const SDL_Rect clip{static_cast<int>(c.x), static_cast<int>(c.y), static_cast<int>(c.z - c.x),
                                static_cast<int>(c.w - c.y)};
            SDL_RenderSetClipRect(h.renderer, &clip);
            const auto* vertices = reinterpret_cast<const char*>(list.VtxBuffer.Data + command.VtxOffset);
            const auto floats = [vertices](std::size_t at) {
                return reinterpret_cast<const float*>(vertices + at);
            };
            constexpr int stride = sizeof(ImDrawVert);
            must(SDL_RenderGeometryRaw(
                     h.renderer, h.letters, floats(offsetof(ImDrawVert, pos)), stride,
                     reinterpret_cast<const SDL_Color*>(vertices + offsetof(ImDrawVert, col)), stride,
                     floats(offsetof(ImDrawVert, uv)), stride,
                     list.VtxBuffer.Size - static_cast<int>(command.VtxOffset),
                     list.IdxBuffer.Data + command.IdxOffset, static_cast<int>(command.ElemCount),
                     sizeof(ImDrawIdx)) == 0);
        }
    }
    SDL_RenderPresent(h.renderer);
}

} // namespace frikort::tests::bench
