// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/ui.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/text.hpp"
#include "kiosk/ui/inside.hpp"

namespace frikort::kiosk::ui {

void UiInside::ForgetContext::operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }

Ui::Ui(const Panel& panel, Look look) : Ui{panel, look, FontFiles{}} {}

Ui::Ui(const Panel& panel, Look look, const FontFiles& files)
    : inside_{std::make_unique<UiInside>()}, theme_{panel, look}, layout_{Layout::of(theme_)}
{
    UiInside& in = *inside_;
    in.files = files;
    in.fonts = std::make_unique<Fonts>(theme_, files);
    in.context.reset(ImGui::CreateContext(in.fonts->atlas()));
    ImGui::SetCurrentContext(in.context.get());
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    ImGuiStyle& style = ImGui::GetStyle();
    style.AntiAliasedLinesUseTex = false;
    style.CircleTessellationMaxError = 0.1F;
    in.touch.set_sizes({px(4.0F), px(Theme::small_target_mm)});
}

Ui::~Ui() = default;

void Ui::set_look(Look look)
{
    inside_->next_look = look;
    inside_->again = true;
}

void Ui::set_words(Words words)
{
    if (words == words_) return; // said again in every frame: no reason for another one
    words_ = std::move(words);
    inside_->again = true;
}

void Ui::begin_frame(Instant now)
{
    UiInside& in = *inside_;
    now_ = now;
    in.again = false;
    in.acted.reset();

    // What came in is held against what the last frame showed.
    in.touch.advance(semantics_);
    in.swipe = in.touch.swipe();
    if (const auto act = in.touch.act()) in.acted = act->target;
    if (!in.acted && !in.asked.empty()) {
        in.acted = in.asked.front();
        in.asked.pop_front();
    }
    in.stepped = std::exchange(in.arrived, false);
    in.escaped = false;
    if (!in.acted) take_key();
    if (in.acted && in.acted == in.next_half) {
        in.acted.reset();
        take_step(Direction::forward);
    } else if (in.acted && in.acted == in.choose_half) {
        in.acted = in.focus;
        if (!in.focus) take_step(Direction::forward);
    }
    if (in.scanned) core::base::wipe(*in.scanned);
    in.scanned.reset();
    if (!in.lines.empty()) {
        in.scanned = std::move(in.lines.front());
        in.lines.pop_front();
    }
    in.typed = take_letter();
    in.backspaced = in.waiting_backspaces > 0;
    if (in.backspaced) --in.waiting_backspaces;
    in.touched = std::exchange(in.heard, false);
    // A frame that answers somebody shows the screen as it was; the next one shows what came of it.
    in.again = in.acted || in.swipe || in.scanned || !in.typed.empty() || in.backspaced || in.stepped ||
               in.escaped || in.reveal;

    ImGui::SetCurrentContext(in.context.get());
    ImGuiIO& io = ImGui::GetIO();
    if (in.next_look && *in.next_look != theme_.look()) {
        const bool resized = in.next_look->text_size != theme_.look().text_size;
        theme_ = Theme{theme_.panel(), *in.next_look};
        layout_ = Layout::of(theme_);
        if (resized) {
            auto fonts = std::make_unique<Fonts>(theme_, in.files);
            io.Fonts = fonts->atlas();
            in.fonts = std::move(fonts);
        }
    }
    in.next_look.reset();

    io.DisplaySize = {layout_.screen.w, layout_.screen.h};
    io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    in.list = ImGui::GetBackgroundDrawList();
    in.grounds.clear();
    in.clips.assign(1, layout_.screen);
    in.lists = 0;
    semantics_.begin_frame();

    Pen pen{*this};
    pen.box(layout_.screen, theme_.colours().paper, 0);
}

void Ui::end_frame()
{
    UiInside& in = *inside_;
    in.steps = steps_of(semantics_, in.stepping);
    keep_focus();
    in.next_half.reset();
    in.choose_half.reset();
    if (in.stepping == Stepping::halves) draw_halves();
    if (in.stepping == Stepping::everything) draw_only_step();
    semantics_.end_frame(px(Theme::slack_mm), layout_.screen);
    if (in.mark) ring(*in.mark);
    if (in.focus) ring(*in.focus);
    in.list = nullptr;
    ImGui::Render();
}

bool Ui::wants_frame() const
{
    const UiInside& in = *inside_;
    return in.again || in.touch.pending() || !in.keys.empty() || !in.lines.empty() || !in.asked.empty() ||
           in.waiting_backspaces > 0 || (in.by_hand && !in.waiting_letters.empty());
}

void Ui::again() { inside_->again = true; }
const ImDrawData* Ui::drawn() const
{
    ImGui::SetCurrentContext(inside_->context.get());
    return ImGui::GetDrawData();
}
const Fonts& Ui::fonts() const { return *inside_->fonts; }

void Ui::act(NodeId target) { inside_->asked.push_back(target); }

void Ui::screen_changed()
{
    UiInside& in = *inside_;
    ++in.screens;
    in.touch.screen_changed();
    in.focus.reset();
    in.focus_at = 0;
    in.mark.reset();
    in.reveal.reset();
    in.steps.clear();
    in.keys.clear();
    in.asked.clear();
    for (auto& line : in.lines) core::base::wipe(line);
    in.lines.clear();
    core::base::wipe(in.waiting_letters);
    in.waiting_backspaces = 0;
    in.scanner.clear();
}

void Ui::doze() { inside_->touch.doze(); }
bool Ui::take_woken() { return inside_->touch.take_woken(); }

} // namespace frikort::kiosk::ui
