// SPDX-License-Identifier: MPL-2.0
#include "core/actions/pen.hpp"

#include "core/actions/rescued.hpp"
#include "core/base/must.hpp"

namespace frikort::core::actions {

Pen::Pen(store::Work& work, const Kiosk& kiosk, const records::StreamId& stream,
         const sealing::NotebookKeys& keys)
    : work_{work}, kiosk_{kiosk}, stream_{stream}, generation_{keys.generation()}, keys_{&keys}
{
}

Pen::Pen(store::Work& work, const Kiosk& kiosk, const records::StreamId& stream, std::uint32_t generation)
    : work_{work}, kiosk_{kiosk}, stream_{stream}, generation_{generation}, keys_{nullptr}
{
}

base::Id Pen::write(const notebook::Body& body)
{
    base::must(keys_ != nullptr);
    auto plain = notebook::encode(body);
    const auto next = begin(records::Class::content);
    auto sealed = keys_->seal(next.header, base::view_of(plain), kiosk_.chance);
    sealing::wipe(plain);
    return finish(next, std::move(sealed));
}

base::Id Pen::share(std::span<const sealing::BoxPublic> readers, base::BytesView plain,
                    const sealing::SigningKey& writer)
{
    const auto next = begin(records::Class::content);
    return finish(next, sealing::seal_shared(readers, next.header, plain, writer, kiosk_.chance));
}

Pen::Begun Pen::begin(records::Class what)
{
    const auto device = kiosk_.device();
    const auto tip = last_written(work_, device);
    const records::Header header{.id = kiosk_.chance.name<base::Id>(),
                                 .stream = stream_,
                                 .generation = generation_,
                                 .what = what,
                                 .device = device,
                                 .number = tip.number + 1};
    return {header.id, records::encode(header), tip.hash};
}

base::Id Pen::finish(const Begun& begun, base::Bytes body)
{
    const records::Record record{begun.header, begun.previous, std::move(body)};
    const auto added = work_.records().add(record, store::Delivery::waiting);
    base::must(added == store::Records::Added::stored);
    return begun.id;
}

} // namespace frikort::core::actions
