// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>
#include <string>
#include <type_traits>

#include "core/actions/kiosk.hpp"
#include "core/notebook/body.hpp"
#include "core/sealing/key_record.hpp"
#include "core/sealing/shared.hpp"
#include "core/store/store.hpp"

namespace frikort::core::actions {

// Writes this kiosk's next records into a Work: each with the number and the digest that follow the last one,
// read in the same Work. Used by actions; they commit.
class Pen {
public:
    Pen(store::Work&, const Kiosk&, const records::StreamId&, const sealing::NotebookKeys&);
    // For whoever cannot open the stream: they can only `share`. `generation` is the newest known.
    Pen(store::Work&, const Kiosk&, const records::StreamId&, std::uint32_t generation);

    base::Id write(const notebook::Body&);
    // For several readers, signed by `writer`, who need not be able to read this stream.
    base::Id share(std::span<const sealing::BoxPublic> readers, base::BytesView plain,
                   const sealing::SigningKey& writer);
    template <class KeyBody> // sealing::Generation, sealing::OpenSlot or sealing::Erase
    base::Id sign(const KeyBody& body)
    {
        constexpr bool erases = std::is_same_v<KeyBody, sealing::Erase>;
        const auto next = begin(erases ? records::Class::erase : records::Class::key);
        return finish(next, sealing::sign_body(next.header, body, *keys_));
    }

private:
    struct Begun {
        base::Id id;
        base::Bytes header;
        records::Hash previous;
    };
    Begun begin(records::Class);
    base::Id finish(const Begun&, base::Bytes body);

    store::Work& work_;
    const Kiosk& kiosk_;
    records::StreamId stream_;
    std::uint32_t generation_;
    const sealing::NotebookKeys* keys_; // nothing for whoever cannot open the stream
};

} // namespace frikort::core::actions
