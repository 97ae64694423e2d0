// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/ui/picture.hpp"
#include "kiosk/ui/rect.hpp"

namespace frikort::tests::outside {

// Reads pictures with programs that know nothing of the kiosk.
class Eyes {
public:
    // `folder` is for what they need on the way.
    explicit Eyes(std::filesystem::path folder) : folder_{std::move(folder)} {}

    // Danish words, line by line, as tesseract reads them: signs and blanks are not to be trusted.
    std::string words(const kiosk::ui::Picture&, kiosk::ui::Rect) const;
    // What the QR code says; throws std::runtime_error where zbarimg finds none.
    std::string code(const kiosk::ui::Picture&, kiosk::ui::Rect) const;

private:
    std::filesystem::path cut_out(const kiosk::ui::Picture&, kiosk::ui::Rect) const;
    std::filesystem::path folder_;
};

// Letters and digits only, without capitals: what two readers of one picture agree on.
std::string bare(const std::string& words);

} // namespace frikort::tests::outside
