// SPDX-License-Identifier: MPL-2.0
#include "kiosk/widgets/qr_frame.hpp"

#include <memory>
#include <vector>

#include <qrencode.h>

#include "core/base/must.hpp"

namespace frikort::kiosk::widgets {

void qr_frame(ui::Ui& ui, ui::Rect rect, const QrFrame& frame)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(frame.content.data());
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeData(static_cast<int>(frame.content.size()), bytes, 0, QR_ECLEVEL_M), &QRcode_free};
    core::base::must(code != nullptr);

    ui::QrPicture picture{.name = frame.name, .spoken = frame.spoken, .modules = code->width};
    const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    picture.black.reserve(count);
    for (std::size_t i = 0; i < count; ++i) picture.black.push_back((code->data[i] & 1) != 0);
    ui.qr(rect, picture);
}

} // namespace frikort::kiosk::widgets
