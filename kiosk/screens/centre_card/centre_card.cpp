// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/centre_card/centre_card.hpp"

namespace frikort::kiosk::screens::centre_card {

using core::content::Texts;
using core::people::CentreCard;
using core::people::Misread;

core::base::Result<CentreCard, Misread> read(std::string_view letters, Page page)
{
    auto card = CentreCard::read(letters);
    // Whoever typed may count again; what was scanned is another card.
    if (!card && page == Page::held_up) return core::base::no(Misread::not_a_card);
    return card;
}

std::string told(Misread why, const Texts& texts)
{
    switch (why) {
    case Misread::empty:
    case Misread::not_a_card:
        return texts("sign_in.card.not_read");
    case Misread::wrong_length:
        return texts("sign_in.card.wrong_length");
    case Misread::check_failed:
        return texts("open.card.mistyped");
    }
    return {};
}

sheet::View held_up(std::string told, const std::string& wrong, const Texts& texts)
{
    sheet::View view;
    view.kind = sheet::Kind::ask;
    view.title = texts("sign_in.card");
    view.told = wrong.empty() ? std::move(told) : wrong;
    view.icon = wrong.empty() ? ui::Icon::qr : ui::Icon::warning;
    view.tint = wrong.empty() ? ui::Ground::mint : ui::Ground::sand;
    view.ways = {{texts("open.card.type"), {}, ui::Icon::edit}};
    view.plain_ways = true;
    return view;
}

sheet::View typed(const sheet::Typing& typing, std::string wrong, const Texts& texts)
{
    auto view = sheet::typing(texts("sign_in.card.typed"), typing, sheet::Seen::letters, texts);
    view.keys = widgets::KeySet::card;
    view.told = std::move(wrong);
    view.wrong = !view.told.empty();
    return view;
}

} // namespace frikort::kiosk::screens::centre_card
