// SPDX-License-Identifier: MPL-2.0
#include "core/actions/to_notebook.hpp"

#include <array>

#include "core/actions/pen.hpp"
#include "core/actions/rings.hpp"
#include "core/actions/settle.hpp"

namespace frikort::core::actions {

std::optional<base::Id> write_to(store::Work& work, const Kiosk& kiosk, const records::StreamId& stream,
                                 const notebook::Body& body, const sealing::SigningKey& writer)
{
    const auto generations = generations_of(work, stream);
    const auto* newest = generations.newest();
    if (newest == nullptr || is_erased(work, stream)) return std::nullopt;
    auto plain = notebook::encode(body);
    const std::array readers{newest->link.keys.box};
    const auto id = Pen{work, kiosk, stream, newest->number}.share(readers, base::view_of(plain), writer);
    sealing::wipe(plain);
    return id;
}

} // namespace frikort::core::actions
