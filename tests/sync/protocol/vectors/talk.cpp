// SPDX-License-Identifier: MPL-2.0
#include <array>
#include <vector>

#include "core/sealing/shared.hpp"
#include "core/support/conversation.hpp"
#include "tests/sync/protocol/vectors/pen.hpp"

namespace frikort::tests::vectors {

namespace base = core::base;
namespace sealing = core::sealing;
namespace support = core::support;

namespace {

// A notebook of one request, and what was said in it.
class Talk {
public:
    Talk()
    {
        pen_.sign<sealing::Generation>("generation", Pen::Class::key, 1, [](ToldChance&) {
            return sealing::first_generation(notebook_keys(1));
        });
        pen_.sign<sealing::OpenSlot>("card slot", Pen::Class::key, 1, [](ToldChance& chance) {
            return card_slot(card_vectors()[2], 1, chance);
        });
    }
    base::Id say(const support::Message& message, const sealing::SigningKey& writer)
    {
        const auto words = support::encode(message);
        const auto inbox = sealing::InboxKeys::from_secret(sealing::Secret::copy_of(repeated(0x55)));
        const std::array readers{notebook_keys(1).open().box, inbox.open()};
        const auto id =
            pen_.write("shared", Pen::Class::content, 1,
                       {{"words", words},
                        {"writer", base::to_hex(writer.seed())},
                        {"readers", Json::array({readers[0].hex(), readers[1].hex()})}},
                       [&](const base::Bytes& header, ToldChance& chance) {
                           return sealing::seal_shared(readers, header, base::view_of(words), writer, chance);
                       });
        const auto device = sealing::device_of(device_key().open());
        facts_.push_back({id, {pen_.records().size(), {device.bytes}}, message});
        return id;
    }
    // As it is read: the ids.
    Json read() const
    {
        const auto all = support::conversations(facts_);
        auto ids = Json::array();
        for (const auto& one : all.front().said) ids.push_back(one.id.hex());
        return ids;
    }
    Json told() { return pen_.take().told; }

private:
    Pen pen_;
    std::vector<support::Fact> facts_;
};

} // namespace

Json talk_vectors()
{
    const auto keys = notebook_keys(1);
    const auto day = base::Date::from(2025, 11, 20);
    Talk talk;
    const auto asked = talk.say({day, std::nullopt,
                                 support::Request{support::Topic::pay, support::Wish::be_talked_to,
                                                  "Der mangler 200 kr. på Café Klare", "Bo"}},
                                keys.signer());
    const auto more = talk.say({day, asked, support::More{asked, "Og 50 kr. til"}}, keys.signer());
    talk.say({std::nullopt, more, support::More{asked, "Tak"}}, keys.signer());
    talk.say({day, asked, support::Answer{asked, "Vi ringer til caféen", "Lone"}}, writers_key());
    auto read = talk.read();
    // Nobody answers themselves, and nobody else goes on writing.
    talk.say({day, more, support::Answer{asked, "Alt er i orden", "Lone"}}, keys.signer());
    talk.say({day, more, support::More{asked, "Det var ikke noget"}}, writers_key());
    return {{"records", talk.told()}, {"read", read}};
}

} // namespace frikort::tests::vectors
