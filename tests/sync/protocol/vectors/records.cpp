// SPDX-License-Identifier: MPL-2.0
#include <array>
#include <functional>

#include "core/records/sum.hpp"
#include "core/sealing/generations.hpp"
#include "core/sealing/key_record.hpp"
#include "core/sealing/shared.hpp"
#include "core/sealing/slot.hpp"
#include "core/sealing/stretch.hpp"
#include "sync/protocol/stub.hpp"
#include "tests/sync/protocol/vectors/vectors.hpp"

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

std::string correction_of(const base::Id& entry)
{
    return R"({"entry":")" + entry.hex() +
           R"(","kind":"correction","now":{"ore":30050,"paid":"2025-11-20"},"reason":"Skrev forkert","replaces":[")" +
           entry.hex() + R"("]})";
}

// Writes one record after the other as the device of the vectors.
class Pen {
public:
    using Body = std::function<Bytes(const Bytes& header, ToldChance&)>;

    base::Id write(const char* what, Class kind, std::uint32_t generation, Json more, const Body& body,
                   const Bytes& added = {})
    {
        const auto number = records_.size() + 1;
        ToldChance chance{number};
        base::Id id;
        id.bytes.fill(static_cast<base::Byte>(0xA0 + number));
        const records::Header header{.id = id,
                                     .stream = notebook_stream(),
                                     .generation = generation,
                                     .what = kind,
                                     .device = sealing::device_of(device_key().open()),
                                     .number = number};
        auto bytes = records::encode(header);
        bytes.insert(bytes.end(), added.begin(), added.end());
        const auto previous = records_.empty() ? records::Hash{} : records_.back().hash();
        const records::Record record{bytes, previous, body(bytes, chance)};
        Json one{{"what", what},
                 {"id", header.id.hex()},
                 {"stream", to_hex(header.stream.bytes())},
                 {"generation", generation},
                 {"class", static_cast<int>(kind)},
                 {"number", number},
                 {"added", to_hex(added)},
                 {"random", chance.drawn()}};
        one.update(more);
        one.update(Json{{"header", to_hex(record.header)},
                        {"previous", record.previous.hex()},
                        {"body", to_hex(record.body)},
                        {"record", to_hex(records::encode(record))},
                        {"hash", record.hash().hex()},
                        {"stub", to_hex(encode(sync::protocol::without_body(record)))}});
        told_.push_back(std::move(one));
        records_.push_back(record);
        return id;
    }
    base::Id seal(std::uint32_t generation, const std::string& words, const Bytes& added = {})
    {
        return write(
            "sealed", Class::content, generation, {{"words", words}},
            [&](const Bytes& header, ToldChance& chance) {
                return notebook_keys(generation).seal(header, base::view_of(words), chance);
            },
            added);
    }
    template <class Statement>
    void sign(const char* what, Class kind, std::uint32_t generation,
              const std::function<Statement(ToldChance&)>& statement)
    {
        write(what, kind, generation, Json::object(), [&](const Bytes& header, ToldChance& chance) {
            return sealing::sign_body(header, statement(chance), notebook_keys(generation));
        });
    }
    Written take() { return {std::move(told_), std::move(records_)}; }
    const std::vector<records::Record>& records() const { return records_; }

private:
    Json told_ = Json::array();
    std::vector<records::Record> records_;
};

sealing::OpenSlot card_slot(const Json& card, std::uint32_t generation, ToldChance& chance)
{
    const auto hash = [&](const char* name) { return *base::Hash::from_hex(card[name].get<std::string>()); };
    const auto key = sealing::Secret::copy_of(*base::from_hex(card["slot_key"].get<std::string>()));
    return {sealing::OpenSlot::Kind::card, hash("card"), hash("verifier"),
            sealing::wrap(key, notebook_stream(), notebook_keys(generation), chance)};
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

sealing::Erase erase_of(const std::vector<records::Record>& written)
{
    std::vector<sealing::FoundGeneration> found;
    for (const auto& record : written)
        if (sealing::decode_generation(record.body))
            found.push_back({record.header, record.body, found.size()});
    return {{}, sealing::decide(notebook_stream(), found).links()};
}

} // namespace

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
    pen.write("shared", Class::content, 1,
              {{"words", staffs},
               {"writer", to_hex(writers_key().seed())},
               {"readers", {notebook_keys(1).open().box.hex(), key_vectors()["inbox"]["box_public"]}}},
              [](const Bytes& header, ToldChance& chance) { return shared(header, 1, chance); });
    pen.sign<sealing::Generation>("generation", Class::key, 2, second_generation);
    pen.sign<sealing::OpenSlot>("card slot", Class::key, 2,
                                [&](ToldChance& chance) { return card_slot(cards[1], 2, chance); });
    pen.seal(2, correction_of(first));
    pen.seal(2, other_year);
    // A block and one byte less: the padding is one whole byte, and one whole block.
    pen.seal(2, R"({"kind":"later_program","words":")" + std::string(255 - 35, 'x') + R"("})");
    pen.seal(2, R"({"kind":"later_program","words":")" + std::string(256 - 35, 'x') + R"("})");
    pen.sign<sealing::Erase>("erase", Class::erase, 2, [&](ToldChance&) { return erase_of(pen.records()); });
    return pen.take();
}

} // namespace frikort::tests::vectors
