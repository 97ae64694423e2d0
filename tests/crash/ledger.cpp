// SPDX-License-Identifier: MPL-2.0
#include "tests/crash/ledger.hpp"

#include <sstream>

namespace frikort::tests::crash {

using What = UnderWay::What;

void Ledger::was_paid(std::size_t kiosk, const std::string& entry, std::uint64_t serial, Kroner kroner)
{
    auto& here = kiosks_[kiosk];
    if (!serials_.insert(serial).second) faults_.push_back("written twice: " + std::to_string(serial));
    books_[here.stream].entries[entry] = {kiosk, serial, kroner};
    here.drafts.erase(here.stream);
}

std::optional<std::uint64_t> Ledger::draft(std::size_t kiosk, const std::string& stream)
{
    const auto& drafts = kiosks_[kiosk].drafts;
    const auto found = drafts.find(stream);
    return found == drafts.end() ? std::nullopt : std::optional{found->second};
}

std::vector<std::string> Ledger::erased_by_nobody() const
{
    std::vector<std::string> some;
    for (const auto& stream : seen_erased_)
        if (!books_.at(stream).erased) some.push_back(stream);
    return some;
}

void Ledger::was_done(std::size_t kiosk, const std::string& entry)
{
    const auto done = *kiosks_[kiosk].under_way;
    settle(kiosk);
    if (done.what == What::paying) was_paid(kiosk, entry, done.serial, done.kroner);
    if (done.what == What::fixing) books_[done.stream].entries.at(done.entry).kroner = done.kroner;
    if (done.what == What::erasing) books_[done.stream].erased = true;
    if (done.what == What::drafting) kiosks_[kiosk].drafts[done.stream] = done.serial;
}

void Ledger::hear(std::size_t kiosk, const std::string& line)
{
    std::istringstream words{line};
    std::string what, name;
    words >> what;
    auto& here = kiosks_[kiosk];
    UnderWay next{What::paying, here.stream, {}, 0, 0};
    if (what == "made") {
        words >> here.stream;
        words >> books_[here.stream].card;
    } else if (what == "opened") {
        words >> here.stream;
    } else if (what == "draft") {
        words >> next.serial;
        if (draft(kiosk, here.stream) != next.serial) faults_.push_back("an old half-done entry came back");
    } else if (what == "no-draft") {
        if (draft(kiosk, here.stream)) faults_.push_back("a half-done entry is gone");
    } else if (what == "drafting") {
        next.what = What::drafting;
        words >> next.serial;
        here.under_way = next;
    } else if (what == "paying") {
        words >> next.serial >> next.kroner;
        here.under_way = next;
    } else if (what == "fixing") {
        next.what = What::fixing;
        words >> next.entry >> next.kroner;
        here.under_way = next;
    } else if (what == "erasing") {
        next.what = What::erasing;
        here.under_way = next;
    } else if (what == "paid" || what == "fixed" || what == "erased" || what == "drafted") {
        words >> name;
        was_done(kiosk, name);
        ++actions_;
    } else if (what.starts_with("not-")) {
        here.under_way.reset();
    }
}

} // namespace frikort::tests::crash
