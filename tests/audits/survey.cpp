// SPDX-License-Identifier: MPL-2.0
#include "tests/audits/survey.hpp"

#include "tests/tour/record.hpp"

namespace frikort::tests::audits {

namespace {

std::string name_of(const tour::Setup& setup)
{
    return tenths(setup.panel.diagonal_inch) + "/" + std::string{kiosk::ui::name_of(setup.look.text_size)} +
           "/" + std::string{kiosk::ui::name_of(setup.look.palette)} + "/" + setup.language;
}

} // namespace

void Survey::add(const tour::Setup& setup, const Faults& faults)
{
    for (const auto& fault : faults) {
        auto& setups = found_[fault];
        if (setups.empty() || setups.back() != name_of(setup)) setups.push_back(name_of(setup));
    }
}

std::string Survey::told() const
{
    constexpr std::size_t enough = 3;
    std::string all;
    for (const auto& [fault, setups] : found_) {
        all += fault + " (";
        for (std::size_t i = 0; i < setups.size() && i < enough; ++i) all += (i > 0 ? " " : "") + setups[i];
        if (setups.size() > enough) all += " and " + std::to_string(setups.size() - enough) + " more";
        all += ")\n";
    }
    return all;
}

void survey(const tour::Tour& tour, const tour::Setup& setup, const std::vector<Audit>& audits,
            const std::vector<PixelAudit>& pixel_audits, Survey& into)
{
    const auto at_each = [&](const tour::Stop& stop) {
        const auto screen = screen_from(tour::record_of(stop));
        for (const auto& audit : audits) into.add(setup, audit(screen));
        for (const auto& audit : pixel_audits) into.add(setup, audit(screen, stop.stage.picture()));
        for (const auto& key : stop.missing) into.add(setup, {stop.scene.name + ": no text for " + key});
    };
    tour::walk(tour, setup, at_each, [&](const std::string& why) { into.add(setup, {why}); });
}

} // namespace frikort::tests::audits
