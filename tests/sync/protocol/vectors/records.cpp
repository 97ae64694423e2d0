// SPDX-License-Identifier: MPL-2.0
#include <array>

#include "core/records/sum.hpp"
#include "core/sealing/generations.hpp"
#include "core/sealing/key_record.hpp"
#include "core/sealing/shared.hpp"
#include "core/sealing/slot.hpp"
#include "core/sealing/stretch.hpp"
#include "tests/sync/protocol/vectors/pen.hpp"

namespace frikort::tests::vectors {

namespace base = core::base;
namespace records = core::records;
namespace sealing = core::sealing;
using base::Bytes;
using base::to_hex;
using records::Class;

namespace {

constexpr const char* earning =
    R"({"kind":"earning","minutes":90,"ore":35000,"paid":"2025-11-20","place":"Café Klare"})";
constexpr const char* newer = R"({"kind":"earning","mood":"glad","ore":12550,"paid":"2025-12-31"})";
constexpr const char* staffs = R"({"kind":"earning","ore":4005,"paid":"2025-11-21"})";
constexpr const char* other_year = R"({"kind":"earning","ore":99900,"paid":"2026-01-01"})";

std::string correction_of(const base::Id& entry, const std::string& replaces, const std::string& now)
{
    return R"({"entry":")" + entry.hex() + R"(","kind":"correction","now":)" + now + R"(,"replaces":[")" +
           replaces + R"("]})";
}
std::string correction_of(const base::Id& entry, const std::string& now)
{
    return correction_of(entry, entry.hex(), now);
}

sealing::OpenSlot recovery_slot(ToldChance& chance)
{
    const auto pair = *sealing::RecoveryPair::from_card(repeated(0x44, sealing::RecoveryPair::card_size));
    return {sealing::OpenSlot::Kind::recovery, notebook_stream().name, std::nullopt,
            sealing::wrap_for_recovery(pair.open(), notebook_stream(), notebook_keys(1), chance)};
}

sealing::Generation second_generation(ToldChance& chance)
{
    return sealing::next_generation(notebook_stream(), notebook_keys(2), notebook_keys(1), {}, chance);
}

Bytes shared(const Bytes& header, std::uint32_t generation, ToldChance& chance)
{
    const auto inbox = sealing::InboxKeys::from_secret(sealing::Secret::copy_of(repeated(0x55)));
    const std::array readers{notebook_keys(generation).open().box, inbox.open()};
    return sealing::seal_shared(readers, header, base::view_of(staffs), writers_key(), chance);
}

} // namespace

sealing::OpenSlot card_slot(const Json& card, std::uint32_t generation, ToldChance& chance)
{
    const auto hash = [&](const char* name) { return *base::Hash::from_hex(card[name].get<std::string>()); };
    const auto key = sealing::Secret::copy_of(*base::from_hex(card["slot_key"].get<std::string>()));
    return {sealing::OpenSlot::Kind::card, hash("card"), hash("verifier"),
            sealing::wrap(key, notebook_stream(), notebook_keys(generation), chance)};
}

sealing::Erase erase_of(const std::vector<records::Record>& written)
{
    std::vector<sealing::FoundGeneration> found;
    for (const auto& record : written)
        if (sealing::decode_generation(record.body))
            found.push_back({record.header, record.body, found.size()});
    return {{}, sealing::decide(notebook_stream(), found).links()};
}

Written written()
{
    const auto cards = card_vectors();
    Pen pen;
    pen.sign<sealing::Generation>("generation", Class::key, 1,
                                  [](ToldChance&) { return sealing::first_generation(notebook_keys(1)); });
    pen.sign<sealing::OpenSlot>("card slot", Class::key, 1,
                                [&](ToldChance& chance) { return card_slot(cards[0], 1, chance); });
    pen.sign<sealing::OpenSlot>("recovery slot", Class::key, 1, recovery_slot);
    const auto first = pen.seal(1, earning);
    pen.seal(1, newer, {0xFE, 0xED, 0x01});
    const auto others =
        pen.write("shared", Class::content, 1,
                  {{"words", staffs},
                   {"writer", to_hex(writers_key().seed())},
                   {"readers", {notebook_keys(1).open().box.hex(), key_vectors()["inbox"]["box_public"]}}},
                  [](const Bytes& header, ToldChance& chance) { return shared(header, 1, chance); });
    pen.sign<sealing::Generation>("generation", Class::key, 2, second_generation);
    pen.sign<sealing::OpenSlot>("card slot", Class::key, 2,
                                [&](ToldChance& chance) { return card_slot(cards[1], 2, chance); });
    // Two that know nothing of each other: the larger counts. One whose word was never seen here. One taken
    // back.
    pen.seal(2, correction_of(first, R"({"ore":30050,"paid":"2025-11-20"})"));
    pen.seal(2, correction_of(first, R"({"ore":20000,"paid":"2025-11-20"})"));
    pen.seal(2, correction_of(others, std::string(32, 'f'), R"({"ore":4000,"paid":"2025-11-21"})"));
    const auto never = pen.seal(2, R"({"kind":"earning","ore":70000,"paid":"2025-11-22"})");
    pen.seal(2, correction_of(never, R"("withdrawn")"));
    pen.seal(2, other_year);
    // A block and one byte less: the padding is one whole byte, and one whole block.
    pen.seal(2, R"({"kind":"later_program","words":")" + std::string(255 - 35, 'x') + R"("})");
    pen.seal(2, R"({"kind":"later_program","words":")" + std::string(256 - 35, 'x') + R"("})");
    pen.sign<sealing::Erase>("erase", Class::erase, 2, [&](ToldChance&) { return erase_of(pen.records()); });
    return pen.take();
}

} // namespace frikort::tests::vectors
