// SPDX-License-Identifier: MPL-2.0
// frikort-bench-window RRGGBB: the least a program with SDL can do: a window of 1280x800 in one colour, until
// it is told to end. What is beside the kiosk's first picture and its memory.
#include <cstdlib>

#include <SDL.h>

int main(int count, char** words)
{
    const auto colour = static_cast<Uint32>(count > 1 ? std::strtoul(words[1], nullptr, 16) : 0xFFFFFFUL);
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return 1;
    SDL_Window* window = SDL_CreateWindow("Bare", SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED, 1280, 800,
                                          SDL_WINDOW_SHOWN);
    SDL_Surface* surface = window ? SDL_GetWindowSurface(window) : nullptr;
    if (!surface) return 1;
    SDL_FillRect(surface, nullptr, colour);
    SDL_UpdateWindowSurface(window);
    SDL_Event event;
    while (SDL_WaitEvent(&event) == 1 && event.type != SDL_QUIT) {
    }
    SDL_Quit();
    return 0;
}
