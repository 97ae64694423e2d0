// SPDX-License-Identifier: MPL-2.0
#include "kiosk/cards/qr_path.hpp"

#include <cstring>
#include <memory>
#include <qrencode.h>

#include "core/base/must.hpp"

namespace frikort::kiosk::cards {

namespace {

struct Wipe {
    void operator()(QRcode* code) const
    {
        explicit_bzero(code->data,
                       static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width));
        QRcode_free(code);
    }
};

} // namespace

QrPath qr_path(std::string_view content)
{
    const std::string text{content};
    const std::unique_ptr<QRcode, Wipe> code{
        QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_Q, QR_MODE_8, 1)};
    core::base::must(code != nullptr && code->version <= 4);

    QrPath drawn{{}, code->width};
    const auto dark = [&](int x, int y) {
        return x < code->width && (code->data[y * code->width + x] & 1) != 0;
    };
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if (!dark(x, y)) continue;
            const int from = x;
            while (dark(x, y)) ++x;
            const auto length = std::to_string(x - from);
            drawn.path +=
                'M' + std::to_string(from) + ' ' + std::to_string(y) + 'h' + length + "v1h-" + length + 'z';
        }
    }
    return drawn;
}

} // namespace frikort::kiosk::cards
