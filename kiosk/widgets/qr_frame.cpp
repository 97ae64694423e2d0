// SPDX-License-Identifier: MPL-2.0
#include "kiosk/widgets/qr_frame.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include <qrencode.h>

#include "core/base/must.hpp"

namespace frikort::kiosk::widgets {

namespace {

constexpr unsigned int utf_8 = 26; // AIM's number for it, as ISO/IEC 18004 wants it in the ECI header

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

// Readers guess what bytes above 127 are, and some guess Chinese: where there are any, the code says UTF-8.
Code encoded(std::string_view content)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(content.data());
    const auto size = static_cast<int>(content.size());
    const bool ascii = std::all_of(bytes, bytes + size, [](unsigned char byte) { return byte < 0x80; });
    const std::unique_ptr<QRinput, decltype(&QRinput_free)> input{QRinput_new2(0, QR_ECLEVEL_M),
                                                                  &QRinput_free};
    core::base::must(input != nullptr);
    if (!ascii) core::base::must(QRinput_appendECIheader(input.get(), utf_8) == 0);
    core::base::must(QRinput_append(input.get(), QR_MODE_8, size, bytes) == 0);
    return {QRcode_encodeInput(input.get()), &QRcode_free};
}

} // namespace

void qr_frame(ui::Ui& ui, ui::Rect rect, const QrFrame& frame)
{
    const auto code = encoded(frame.content);
    core::base::must(code != nullptr);

    ui::QrPicture picture{.name = frame.name, .spoken = frame.spoken, .modules = code->width};
    const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    picture.black.reserve(count);
    for (std::size_t i = 0; i < count; ++i) picture.black.push_back((code->data[i] & 1) != 0);
    ui.qr(rect, picture);
}

} // namespace frikort::kiosk::widgets
