// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/code/code.hpp"

#include "core/base/text.hpp"

namespace frikort::kiosk::screens::code {

void Model::forget() { core::base::wipe(entered); }

namespace {

std::array<std::uint8_t, core::people::PictureCode::length> numbers(const std::string& entered)
{
    std::array<std::uint8_t, core::people::PictureCode::length> picked{};
    for (std::size_t i = 0; i < picked.size() && i < entered.size(); ++i)
        picked[i] = static_cast<std::uint8_t>(entered[i] - 'a');
    return picked;
}

} // namespace

std::optional<core::people::Code> Model::code() const
{
    if (!whole()) return std::nullopt;
    if (kind == Kind::digits) return *core::people::Pin::typed(entered);
    return *core::people::PictureCode::touched(numbers(entered));
}

core::base::Result<core::people::Code, core::people::WeakCode> Model::choice() const
{
    if (!whole()) return core::base::no(core::people::WeakCode::unfinished);
    if (kind == Kind::digits)
        return core::people::Pin::choose(entered).map(
            [](const auto& pin) { return core::people::Code{pin}; });
    return core::people::PictureCode::choose(numbers(entered)).map([](const auto& pictures) {
        return core::people::Code{pictures};
    });
}

View view(const Model& model, std::string heading, std::string hint, std::string action,
          const core::content::Texts& texts)
{
    View view{.kind = model.kind,
              .heading = std::move(heading),
              .dots = {},
              .told = {},
              .hint = std::move(hint),
              .action = std::move(action),
              .erase = texts("code.erase"),
              .other = {},
              .chosen = model.entered.size(),
              .wanted = model.wanted(),
              .whole = model.whole(),
              .names = {}};
    for (std::size_t i = 0; i < model.wanted(); ++i) {
        if (i > 0) view.dots += ' ';
        view.dots += i < model.entered.size() ? "•" : "–";
    }
    view.told = texts(model.kind == Kind::digits ? "code.told.digits" : "code.told.pictures",
                      {{"n", std::to_string(view.chosen)}, {"of", std::to_string(view.wanted)}});
    for (std::size_t i = 0; i < view.names.size(); ++i)
        view.names[i] = texts("picture." + std::to_string(i + 1));
    return view;
}

bool update(Model& model, const Intent& intent)
{
    if (const auto* sign = std::get_if<Sign>(&intent)) {
        if (!model.whole()) model.entered += sign->sign;
    } else if (std::holds_alternative<Erase>(intent)) {
        if (!model.entered.empty()) model.entered.pop_back();
    } else if (std::holds_alternative<OtherKind>(intent)) {
        model.forget();
        model.kind = model.kind == Kind::digits ? Kind::pictures : Kind::digits;
    } else {
        return model.whole();
    }
    return false;
}

} // namespace frikort::kiosk::screens::code
