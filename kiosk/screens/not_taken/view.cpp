// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <array>
#include <tuple>

#include "kiosk/screens/not_taken/not_taken.hpp"

namespace frikort::kiosk::screens::not_taken {

using core::content::Texts;

namespace {

constexpr std::size_t most_ranges = 6; // more would be no use to anybody

// The words of PROTOCOL.md, and whether those who look after the screen must hear of it.
enum class Who { staff, keepers };
struct Reason {
    const char* word;
    const char* title;
    const char* told;
    Who sees_to_it;
};
constexpr std::array reasons{
    Reason{core::store::fork_word, "not_taken.fork", "not_taken.fork.told", Who::staff},
    Reason{"unreadable", "not_taken.unreadable", "not_taken.unreadable.told", Who::keepers},
    Reason{"other_device", "not_taken.other_device", "not_taken.other_device.told", Who::keepers},
    Reason{"stream", "not_taken.stream", "not_taken.stream.told", Who::keepers},
    Reason{"body", "not_taken.body", "not_taken.body.told", Who::keepers},
    Reason{"not_signed", "not_taken.not_signed", "not_taken.not_signed.told", Who::keepers},
    Reason{"older_card", "not_taken.older_card", "not_taken.older_card.told", Who::staff},
    Reason{"too_many", "not_taken.too_many", "not_taken.too_many.told", Who::keepers},
    Reason{"other_record", "not_taken.other_record", "not_taken.other_record.told", Who::keepers},
    Reason{"broken_chain", "not_taken.broken_chain", "not_taken.broken_chain.told", Who::keepers},
    Reason{"too_large", "not_taken.too_large", "not_taken.too_large.told", Who::staff},
};
constexpr Reason unknown{"", "not_taken.unknown", "not_taken.unknown.told", Who::keepers};

const Reason& reason_of(const std::string& word)
{
    const auto* found =
        std::find_if(reasons.begin(), reasons.end(), [&](const Reason& one) { return word == one.word; });
    return found == reasons.end() ? unknown : *found;
}

std::string count_told(const Group& group, const Texts& texts)
{
    return texts.count("not_taken.lines", static_cast<std::int64_t>(group.ids.size()),
                       {{"which", which(group.numbers, texts)}});
}

} // namespace

std::vector<Group> grouped(const std::vector<core::actions::NotTaken>& list)
{
    std::vector<Group> groups;
    for (const auto& one : list) {
        auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& known) {
            return known.reason == one.reason && known.aside == one.aside;
        });
        if (group == groups.end()) group = groups.insert(group, {one.reason, one.aside, {}, {}});
        group->ids.push_back(one.id);
        group->numbers.push_back(one.number);
    }
    for (auto& group : groups) {
        std::sort(group.numbers.begin(), group.numbers.end());
        const auto end = std::unique(group.numbers.begin(), group.numbers.end());
        group.numbers.erase(end, group.numbers.end());
    }
    const auto order = [](const Group& group) {
        return std::tuple{group.aside, group.reason != core::store::fork_word};
    };
    std::stable_sort(groups.begin(), groups.end(),
                     [&](const Group& a, const Group& b) { return order(a) < order(b); });
    return groups;
}

std::string which(const std::vector<std::uint64_t>& numbers, const Texts& texts)
{
    std::string all;
    std::size_t ranges = 0;
    for (std::size_t i = 0; i < numbers.size(); ++ranges) {
        if (ranges == most_ranges) return texts("not_taken.more", {{"which", all}});
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
        all += (all.empty() ? "" : ", ") + std::to_string(numbers[i]);
        if (last > i) all += (last == i + 1 ? ", " : "-") + std::to_string(numbers[last]);
        i = last + 1;
    }
    return all;
}

sheet::View view(const std::vector<Group>& groups, const Texts& texts)
{
    sheet::View view;
    view.kind = sheet::Kind::list;
    view.title = texts("not_taken.title");
    view.icon = ui::Icon::check_circle;
    bool wanting = false;
    for (const auto& group : groups) {
        wanting = wanting || !group.aside;
        view.lines.push_back({texts(reason_of(group.reason).title), count_told(group, texts),
                              group.aside ? texts("not_taken.aside") : "", ui::Touchable::yes});
    }
    if (groups.empty()) view.told = texts("not_taken.none");
    if (wanting) view.ways = {{texts("not_taken.send_all"), {}, ui::Icon::arrow_up}};
    return view;
}

sheet::View view(const Group& group, const Texts& texts)
{
    const auto& reason = reason_of(group.reason);
    sheet::View view;
    view.kind = sheet::Kind::ask;
    view.title = texts(reason.title);
    view.told = texts(reason.told);
    if (reason.sees_to_it == Who::keepers) view.told += " " + texts("health.tell");
    view.told += "\n" + count_told(group, texts) + ".";
    if (!group.aside) {
        view.told += "\n" + texts("not_taken.stays");
        view.ways.push_back({texts("not_taken.lay_aside"), {}, ui::Icon::check});
    }
    view.ways.push_back({texts("health.send_again"), {}, ui::Icon::arrow_up});
    return view;
}

} // namespace frikort::kiosk::screens::not_taken
