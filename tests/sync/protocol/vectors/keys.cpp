// SPDX-License-Identifier: MPL-2.0
#include "core/people/card.hpp"
#include "core/people/code.hpp"
#include "core/people/receipt.hpp"
#include "core/sealing/cipher.hpp"
#include "core/sealing/shared.hpp"
#include "core/sealing/slot.hpp"
#include "core/sealing/stretch.hpp"
#include "tests/support/files.hpp"
#include "tests/sync/protocol/vectors/vectors.hpp"

namespace frikort::tests::vectors {

namespace base = core::base;
namespace people = core::people;
namespace sealing = core::sealing;
using base::to_hex;
using sealing::Secret;
using sealing::cipher::Use;

namespace {

Json derived_vectors()
{
    auto all = Json::array();
    const auto key = repeated(0x33);
    for (const auto use :
         {Use::data, Use::box, Use::sign, Use::slot, Use::proof, Use::recovery, Use::inbox, Use::root})
        all.push_back({{"key", to_hex(key)},
                       {"number", static_cast<int>(use)},
                       {"derived", to_hex(sealing::cipher::derive(key, use).view())}});
    return all;
}

Json generation_vector(std::uint32_t generation)
{
    const auto keys = notebook_keys(generation);
    Json one{{"generation", generation},
             {"secret", to_hex(keys.secret().view())},
             {"sign_public", keys.open().sign.hex()},
             {"box_public", keys.open().box.hex()}};
    if (generation == 1) one["stream"] = to_hex(notebook_stream().bytes());
    return one;
}

Json card_vector(const std::string& scanned, const people::Code& code)
{
    const auto card = *people::Card::read(scanned);
    const auto made = sealing::stretch_card(card.number(), base::view_of(card.secret().view()),
                                            code.bytes().view(), sealing::Cost::full());
    return {{"scanned", scanned},
            {"number", card.number()},
            {"secret", card.secret().view()},
            {"code", code.bytes().view()},
            {"card", sealing::card_lookup(card.number()).hex()},
            {"slot_key", to_hex(made.slot_key.view())},
            {"proof", to_hex(made.proof.view())},
            {"verifier", sealing::verifier_of(made.proof.view()).hex()}};
}

} // namespace

base::Bytes repeated(base::Byte byte, std::size_t count) { return base::Bytes(count, byte); }

sealing::SigningKey device_key() { return sealing::SigningKey::from_seed(repeated(0x01)); }
sealing::SigningKey new_device_key() { return sealing::SigningKey::from_seed(repeated(0x02)); }
sealing::SigningKey writers_key() { return sealing::SigningKey::from_seed(repeated(0x05)); }

sealing::NotebookKeys notebook_keys(std::uint32_t generation)
{
    const auto byte = static_cast<base::Byte>(0x10 + generation);
    return sealing::NotebookKeys::from_secret(Secret::copy_of(repeated(byte)), generation);
}

core::records::StreamId notebook_stream() { return sealing::notebook_of(notebook_keys(1).open()); }

std::string text_on_file() { return content_of(FRIKORT_SOURCE "/sync/protocol/vectors.json"); }

Json vectors()
{
    sealing::start();
    return Json::parse(text_on_file());
}

base::Bytes bytes(const Json& hex) { return *base::from_hex(hex.get<std::string>()); }

Json key_vectors()
{
    const auto card = repeated(0x44, sealing::RecoveryPair::card_size);
    const auto pair = *sealing::RecoveryPair::from_card(card);
    const auto inbox = sealing::InboxKeys::from_secret(Secret::copy_of(repeated(0x55)));
    return {{"derived", derived_vectors()},
            {"notebook", {generation_vector(1), generation_vector(2)}},
            {"centre_card",
             {{"card", to_hex(card)}, {"box_public", pair.open().hex()}, {"root", pair.root().open().hex()}}},
            {"inbox", {{"secret", to_hex(inbox.secret().view())}, {"box_public", inbox.open().hex()}}}};
}

Json card_vectors()
{
    const std::vector<std::uint8_t> picked{0, 15, 3, 3, 9};
    const std::string letters = "K7M2Q9XWTABCDEFGHJKMN";
    const std::string other = "0123456789ABCDEFGHJKM";
    const auto scanned = [](const std::string& text) { return "FK" + text + people::check_letter(text); };
    return {card_vector(scanned(letters), *people::Pin::typed("482915")),
            card_vector(scanned(letters), *people::PictureCode::touched(picked)),
            card_vector(scanned(other), people::Receipt::code())};
}

} // namespace frikort::tests::vectors
