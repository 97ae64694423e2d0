// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <array>

#include "core/centre/doing.hpp"
#include "core/sealing/shared.hpp"
#include "core/sealing/slot.hpp"
#include "tests/sync/protocol/vectors/vectors.hpp"

namespace frikort::tests::vectors {

namespace base = core::base;
namespace records = core::records;
namespace sealing = core::sealing;
using base::Bytes;
using base::to_hex;

namespace {

sealing::NotebookKeys stream_keys()
{
    return sealing::NotebookKeys::from_secret(sealing::Secret::copy_of(repeated(0x66)), 1);
}

// A leader who was let in at two kiosks, got a new code at the second, and was let in at the first again.
std::vector<std::pair<const char*, std::string>> said_of_members()
{
    namespace centre = core::centre;
    const auto key = [](base::Byte of) { return sealing::SigningKey::from_seed(repeated(of)).open(); };
    const sealing::MemberId lone{{0x10}};
    const auto set = [&](base::Byte of, std::vector<sealing::SignPublic> ended, std::uint64_t turn) {
        return centre::encode({base::Date::from(2025, 11, 21),
                               centre::MemberSet{lone, "Lone", core::people::Role::leader, key(of), ended},
                               turn});
    };
    const auto more = [&](base::Byte of, std::uint64_t turn) {
        return centre::encode({std::nullopt, centre::MemberKey{lone, key(of)}, turn});
    };
    return {{"member", set(0x71, {}, 1)},
            {"member_key", more(0x72, 2)},
            {"member, a new code", set(0x73, {key(0x71), key(0x72)}, 3)},
            {"member_key again", more(0x74, 4)}};
}

// She chose that names open nothing; what she had said elsewhere before comes later and counts for nothing.
std::vector<std::pair<const char*, std::string>> said_of_names()
{
    namespace centre = core::centre;
    const auto say = [](centre::ByName allowed, std::uint64_t turn) {
        return centre::encode({std::nullopt, centre::OpenByName{allowed}, turn});
    };
    return {{"open_by_name, no", say(centre::ByName::no, 6)},
            {"open_by_name, before", say(centre::ByName::yes, 5)}};
}

// One record of a further device, for one reader.
Json shared_record(const char* what, std::uint64_t number, const records::Hash& previous, const Bytes& plain,
                   const sealing::BoxPublic& reader, const sealing::SigningKey& writer, records::Hash& hash)
{
    ToldChance chance{100 + number};
    base::Id id;
    id.bytes.fill(static_cast<base::Byte>(0xC0 + number));
    const records::Header header{.id = id,
                                 .stream = centre_stream(),
                                 .generation = 1,
                                 .what = records::Class::content,
                                 .device = sealing::device_of(new_device_key().open()),
                                 .number = number};
    const auto bytes = records::encode(header);
    const std::array readers{reader};
    const records::Record record{bytes, previous,
                                 sealing::seal_shared(readers, bytes, plain, writer, chance)};
    hash = record.hash();
    return {{"what", what},
            {"id", id.hex()},
            {"number", number},
            {"random", chance.drawn()},
            {"plain", to_hex(plain)},
            {"reader", reader.hex()},
            {"writer", to_hex(writer.seed())},
            {"record", to_hex(records::encode(record))},
            {"hash", hash.hex()}};
}

Json keys_now(const std::vector<base::Byte>& seeds)
{
    auto keys = Json::array();
    for (const auto seed : seeds) keys.push_back(sealing::SigningKey::from_seed(repeated(seed)).open().hex());
    return keys;
}

} // namespace

records::StreamId centre_stream()
{
    records::StreamId stream{records::StreamKind::centre, {}};
    for (std::size_t i = 0; i < records::Hash::size; ++i) stream.name.bytes[i] = static_cast<base::Byte>(i);
    return stream;
}

sealing::SignPublic centre_root()
{
    return sealing::RecoveryPair::from_card(repeated(0x44, sealing::RecoveryPair::card_size))->root().open();
}

Json centre_vectors()
{
    const auto card = *sealing::RecoveryPair::from_card(repeated(0x44, sealing::RecoveryPair::card_size));
    const auto inbox = sealing::InboxKeys::from_secret(sealing::Secret::copy_of(repeated(0x55)));
    auto both = repeated(0x66);
    const auto inbox_secret = repeated(0x55);
    both.insert(both.end(), inbox_secret.begin(), inbox_secret.end());
    const auto made = core::centre::encode({std::nullopt, core::centre::Made{card.open(), inbox.open()}});
    const auto words = base::view_of(made);

    records::Hash hash;
    auto all = Json::array();
    all.push_back(shared_record("for the card", 1, {}, both, card.open(), card.root(), hash));
    const auto first = hash;
    all.push_back(shared_record("made", 2, first, {words.begin(), words.end()}, stream_keys().open().box,
                                card.root(), hash));
    std::uint64_t number = 2;
    for (const auto& [what, doing] : said_of_members()) {
        const auto bytes = base::view_of(doing);
        const auto before = hash;
        all.push_back(shared_record(what, ++number, before, {bytes.begin(), bytes.end()},
                                    stream_keys().open().box, card.root(), hash));
    }
    const auto lone = sealing::SigningKey::from_seed(repeated(0x74));
    for (const auto& [what, doing] : said_of_names()) {
        const auto bytes = base::view_of(doing);
        const auto before = hash;
        all.push_back(shared_record(what, ++number, before, {bytes.begin(), bytes.end()},
                                    stream_keys().open().box, lone, hash));
    }
    return {{"open_by_name", false},
            {"keys_now", keys_now({0x73, 0x74})},
            {"stream", to_hex(centre_stream().bytes())},
            {"device_seed", to_hex(new_device_key().seed())},
            {"secret", to_hex(stream_keys().secret().view())},
            {"box_public", stream_keys().open().box.hex()},
            {"records", all}};
}

} // namespace frikort::tests::vectors
