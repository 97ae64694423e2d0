// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/notebook/book.hpp"

// Facts as kiosks would write them: record `which` is also its kiosk's number `which`.
namespace frikort::tests::facts {

using namespace core::notebook;

inline Id id(unsigned which)
{
    Id id;
    id.bytes[14] = static_cast<core::base::Byte>(which >> 8U);
    id.bytes[15] = static_cast<core::base::Byte>(which);
    return id;
}

inline Origin from(unsigned kiosk, std::uint64_t number)
{
    Origin origin{number, {}};
    origin.device.bytes[0] = static_cast<core::base::Byte>(kiosk);
    return origin;
}

inline Earning pay(int month, int kroner, Place place = std::nullopt, int year = 2025)
{
    return {*Date::from(year, month, 15), std::move(place), std::nullopt, Money::kroner(kroner)};
}

inline Fact wrote(unsigned which, Body body, unsigned kiosk = 1)
{
    return {id(which), from(kiosk, which), std::move(body)};
}

inline Fact corrects(unsigned which, unsigned entry, std::vector<unsigned> replaced, Version now,
                     unsigned kiosk = 1)
{
    std::vector<Id> ids;
    for (const auto one : replaced) ids.push_back(id(one));
    return wrote(which, Correction{id(entry), ids, std::move(now), std::nullopt}, kiosk);
}

inline Money sum(const Book& book, int year = 2025) { return book.year(year).sum; }

} // namespace frikort::tests::facts
