// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <map>

#include "tests/audits/screen.hpp"
#include "tests/tour/tour.hpp"

namespace frikort::tests::audits {

using Audit = std::function<Faults(const Screen&)>;
using PixelAudit = std::function<Faults(const Screen&, const kiosk::ui::Picture&)>;

// What was found on how many walks; a fault met at every size is told once.
class Survey {
public:
    void add(const tour::Setup&, const Faults&);
    bool empty() const { return found_.empty(); }
    // One line a fault: what, then the setups it was met with.
    std::string told() const;

private:
    std::map<std::string, std::vector<std::string>> found_;
};

// Walks the tour once and holds every screen against every audit. The picture is drawn only when a pixel
// audit asks for it. Also finds keys that were asked for and had no text.
void survey(const tour::Tour&, const tour::Setup&, const std::vector<Audit>&, const std::vector<PixelAudit>&,
            Survey& into);

} // namespace frikort::tests::audits
