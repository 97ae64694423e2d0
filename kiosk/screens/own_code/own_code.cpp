// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/own_code/own_code.hpp"

namespace frikort::kiosk::screens::own_code {

using core::people::StaffCode;
using core::people::WeakStaffCode;

namespace {

Problem problem_of(WeakStaffCode weak)
{
    switch (weak) {
    case WeakStaffCode::too_short:
        return Problem::too_short;
    case WeakStaffCode::too_long:
        return Problem::too_long;
    case WeakStaffCode::not_plain:
        return Problem::not_plain;
    case WeakStaffCode::repetition:
        return Problem::weak;
    case WeakStaffCode::name:
        return Problem::name;
    }
    return Problem::none;
}

std::string told(Problem problem, const core::content::Texts& texts)
{
    switch (problem) {
    case Problem::none:
        return {};
    case Problem::too_short:
        return texts("own_code.too_short");
    case Problem::too_long:
        return texts("own_code.too_long");
    case Problem::not_plain:
        return texts("own_code.not_plain");
    case Problem::weak:
        return texts("own_code.weak");
    case Problem::name:
        return texts("own_code.name");
    case Problem::differ:
        return texts("new.differ");
    }
    return {};
}

std::optional<StaffCode> take(Model& model, std::string_view name)
{
    auto code = StaffCode::choose(model.typed.text, name);
    model.typed.forget();
    if (!code) {
        model.problem = problem_of(code.error());
        model.first.reset();
        return std::nullopt;
    }
    if (!model.first) {
        model.first = std::move(*code);
        return std::nullopt;
    }
    if (*model.first == *code) return std::move(*code);
    model.first.reset();
    model.problem = Problem::differ;
    return std::nullopt;
}

} // namespace

sheet::View view(const Model& model, const core::content::Texts& texts)
{
    auto view = sheet::typing(texts(model.first ? "own_code.again" : "own_code.title"), model.typed,
                              sheet::Seen::dots, texts);
    view.hint = texts("own_code.hint");
    view.told = told(model.problem, texts);
    view.wrong = !view.told.empty();
    return view;
}

std::optional<StaffCode> update(Model& model, const sheet::Intent& intent, std::string_view name)
{
    if (std::holds_alternative<sheet::Read>(intent)) model.problem = Problem::none;
    const auto* stroke = std::get_if<sheet::Stroke>(&intent);
    if (stroke == nullptr) return std::nullopt;
    model.problem = Problem::none;
    if (std::holds_alternative<widgets::Done>(stroke->stroke)) return take(model, name);
    // One more than may be, so that it is said and not cut.
    model.typed.take(stroke->stroke, StaffCode::longest + 1);
    return std::nullopt;
}

bool back(Model& model)
{
    if (!model.first) return false;
    model = {};
    return true;
}

} // namespace frikort::kiosk::screens::own_code
