// SPDX-License-Identifier: MPL-2.0
#include "kiosk/widgets/qr_frame.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include <qrencode.h>

#include "core/base/must.hpp"

namespace frikort::kiosk::widgets {

namespace {

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

// Letters beyond ASCII are said to be UTF-8 (ECI 26): else readers guess, and some read "å" as Japanese.
Code code_of(std::string_view content)
{
    constexpr unsigned utf8 = 26;
    const std::unique_ptr<QRinput, decltype(&QRinput_free)> input{QRinput_new2(0, QR_ECLEVEL_M),
                                                                  &QRinput_free};
    core::base::must(input != nullptr);
    const bool plain = std::all_of(content.begin(), content.end(),
                                   [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
    core::base::must(plain || QRinput_appendECIheader(input.get(), utf8) == 0);
    const auto* bytes = reinterpret_cast<const unsigned char*>(content.data());
    core::base::must(QRinput_append(input.get(), QR_MODE_8, static_cast<int>(content.size()), bytes) == 0);
    return {QRcode_encodeInput(input.get()), &QRcode_free};
}

} // namespace

void qr_frame(ui::Ui& ui, ui::Rect rect, const QrFrame& frame)
{
    const auto code = code_of(frame.content);
    core::base::must(code != nullptr);

    ui::QrPicture picture{.name = frame.name, .spoken = frame.spoken, .modules = code->width};
    const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    picture.black.reserve(count);
    for (std::size_t i = 0; i < count; ++i) picture.black.push_back((code->data[i] & 1) != 0);
    ui.qr(rect, picture);
}

} // namespace frikort::kiosk::widgets
