// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/body.hpp"
#include "core/sealing/generations.hpp"
#include "core/sealing/key_record.hpp"
#include "core/sealing/keys.hpp"
#include "core/sealing/machine.hpp"
#include "core/sealing/member.hpp"
#include "core/sealing/shared.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/support/seeded_chance.hpp"

using namespace frikort;
using namespace core::sealing;
using tests::fuzz::holds;

namespace {

struct Somebody {
    tests::SeededChance chance{1};
    InboxKeys inbox = InboxKeys::random(chance);
    Pepper pepper = Pepper::random(chance);
};

} // namespace

// The first byte is the length of a header, then the header, then a body of any kind: read without a key, and
// opened with keys that have nothing to do with it.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    static const Somebody somebody = (start(), Somebody{});
    if (size == 0 || size < std::size_t{1} + bytes[0]) return 0;
    const auto header = tests::fuzz::view(bytes + 1, bytes[0]);
    const auto body = tests::fuzz::view(bytes + 1 + bytes[0], size - 1 - bytes[0]);
    kind_of(body);
    const auto generation = decode_generation(body);
    holds(!generation || generation->number > 0);
    const auto slot = decode_slot(body);
    holds(!slot || slot->verifier.has_value() == (slot->kind == OpenSlot::Kind::card));
    const auto erase = decode_erase(body);
    holds(!erase || erase->records.size() <= most_erased_at_once);
    holds(!erase || erase->links.size() <= most_generations);
    signed_by(SignPublic{}, header, body);
    const auto read = core::records::decode_header(header);
    const core::records::StreamId stream = read ? read->stream : core::records::StreamId{};
    const std::array found{FoundGeneration{header, body, 1}, FoundGeneration{header, body, std::nullopt}};
    const auto known = decide(stream, found);
    slot_holds(known, header, body);
    erased_by(header, body);
    erasure(known, header, body);
    open_shared(somebody.inbox, header, body);
    open_for_machine(somebody.pepper, header, body);
    somebody.inbox.open_box(body);
    return 0;
}
