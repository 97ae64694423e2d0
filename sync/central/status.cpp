// SPDX-License-Identifier: MPL-2.0
#include "sync/central/status.hpp"

#include <algorithm>

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "sync/central/api/comparing.hpp"
#include "sync/central/kiosk_state.hpp"

namespace frikort::sync::central {

using core::records::StreamId;
using core::records::StreamKind;
using core::store::CentralWork;
using core::store::Seconds;

namespace {

constexpr std::size_t short_id = 8; // letters

using Line = std::vector<std::string>;

// Columns as wide as their widest entry, two blanks between.
std::string table(const std::vector<Line>& lines)
{
    std::vector<std::size_t> widths;
    for (const auto& line : lines) {
        widths.resize(std::max(widths.size(), line.size()));
        for (std::size_t i = 0; i < line.size(); ++i) {
            widths[i] = std::max(widths[i], core::base::length(line[i]));
        }
    }
    std::string text;
    for (const auto& line : lines) {
        std::string row;
        for (std::size_t i = 0; i < line.size(); ++i) {
            row += line[i] + std::string(widths[i] - core::base::length(line[i]) + 2, ' ');
        }
        row.erase(row.find_last_not_of(' ') + 1);
        text += row + "\n";
    }
    return text;
}

std::string since(Seconds then, Seconds now)
{
    using namespace std::chrono;
    const auto passed = now - then;
    if (passed < minutes{1}) return "just now";
    if (passed < hours{1}) return std::to_string(duration_cast<minutes>(passed).count()) + " min ago";
    if (passed < hours{48}) return std::to_string(duration_cast<hours>(passed).count()) + " h ago";
    return std::to_string(duration_cast<days>(passed).count()) + " days ago, " +
           core::base::Date::in_denmark(then).iso();
}

std::string kind_word(StreamKind kind)
{
    switch (kind) {
    case StreamKind::notebook:
        return "notebook";
    case StreamKind::centre:
        return "centre";
    case StreamKind::programme:
        return "programme";
    case StreamKind::national:
        return "national";
    }
    return "?";
}

std::string said_of(KioskState state)
{
    if (state == KioskState::frozen) return "frozen: cloned or restored, enrol it anew";
    return std::string{word_of(state)};
}

std::string name_of(const StreamId& stream, const CentralWork& look)
{
    const auto centre = look.centres().find(stream);
    return centre ? centre->name : stream.name.hex().substr(0, short_id);
}

// Whether somebody backs it up, and reads that back.
std::string backups(const CentralWork& look, Seconds now)
{
    std::optional<Seconds> made;
    std::optional<Seconds> read_back;
    for (const auto& backup : look.backups().all()) {
        made = std::max(made.value_or(backup.made), backup.made);
        if (backup.verified) read_back = std::max(read_back.value_or(backup.made), backup.made);
    }
    return "Last backup: " + (made ? since(*made, now) : "never") +
           ", last that was read back: " + (read_back ? since(*read_back, now) : "never") + "\n";
}

std::string devices(const std::vector<core::records::DeviceId>& all)
{
    std::string text;
    for (const auto& device : all) text += (text.empty() ? "" : " ") + device.hex().substr(0, short_id);
    return text;
}

// Centres whose keys nobody compared, and those of which something else was told than was compared.
std::string comparisons(const CentralWork& look)
{
    using core::store::Centre;
    std::vector<Line> lines{{"NOT COMPARED", "GETS", "FINGERPRINT TOLD", "BY"}};
    std::vector<Line> alarms{{"ALARM: OTHER KEYS", "FINGERPRINT TOLD", "BY"}};
    for (const auto& centre : look.centres().all()) {
        const auto told = api::told_roots(look, centre);
        const auto* const gets =
            centre.served == Centre::Served::as_before ? "all, as before" : "national only";
        if (!centre.compared && told.empty()) lines.push_back({centre.name, gets, "none yet", ""});
        for (const auto& one : told) {
            const Line line{centre.name, one.fingerprint.text(), devices(one.by)};
            if (!centre.compared) lines.push_back({line[0], gets, line[1], line[2]});
            const bool other = centre.compared ? one.root != centre.compared->root : told.size() > 1;
            if (other) alarms.push_back(line);
        }
    }
    return (lines.size() == 1 ? "" : table(lines) + "\n") + (alarms.size() == 1 ? "" : table(alarms) + "\n");
}

} // namespace

std::string status_page(const CentralWork& look, Seconds now)
{
    std::vector<Line> kiosks{{"KIOSK", "CENTRE", "LAST CONTACT", "RECORDS UP TO", "MISSING", "WAITING",
                              "REFUSED", "DIFFERENT", "STATE"}};
    const auto all_kiosks = look.kiosks().all();
    for (const auto& kiosk : all_kiosks) {
        const auto held = look.stock().held_from(kiosk.device, 1000);
        std::uint64_t missing = 0;
        for (const auto& range : held.lacks) missing += range.last - range.first + 1;
        kiosks.push_back({kiosk.device.hex().substr(0, short_id), name_of(kiosk.centre, look),
                          since(kiosk.contact, now), std::to_string(held.highest), std::to_string(missing),
                          std::to_string(kiosk.told.waiting), std::to_string(kiosk.told.refused),
                          std::to_string(kiosk.told.differing), said_of(state_of(kiosk, now))});
    }
    std::vector<Line> streams{{"STREAM", "NAME", "RECORDS"}};
    std::uint64_t all = 0;
    for (const auto& count : look.stock().counts()) {
        streams.push_back(
            {kind_word(count.stream.kind), name_of(count.stream, look), std::to_string(count.records)});
        all += count.records;
    }
    const auto in = [&](KioskState state) {
        return std::to_string(std::count_if(all_kiosks.begin(), all_kiosks.end(), [&](const auto& kiosk) {
            return state_of(kiosk, now) == state;
        }));
    };
    std::string text = kiosks.size() == 1 ? "No kiosk is enrolled yet.\n" : table(kiosks);
    text += "\n";
    text += comparisons(look);
    text += streams.size() == 1 ? "No records yet.\n" : table(streams);
    text += "\nRecords: " + std::to_string(all) +
            "\nIn quarantine: " + std::to_string(look.stock().quarantined()) +
            "\nKiosks that fail: " + in(KioskState::fails) + ", frozen: " + in(KioskState::frozen) +
            ", silent: " + in(KioskState::silent) + "\n" + backups(look, now);
    return text;
}

} // namespace frikort::sync::central
