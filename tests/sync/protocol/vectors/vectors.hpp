// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "core/base/bytes.hpp"
#include "core/records/record.hpp"
#include "core/sealing/keys.hpp"
#include "tests/support/seeded_chance.hpp"

// What stands in sync/protocol/vectors.json, made by this program from fixed keys. The client of
// tests/stranger makes the same with its own code.
namespace frikort::tests::vectors {

using Json = nlohmann::ordered_json;

// Chance that comes out the same every time and can be told afterwards.
class ToldChance final : public core::base::Chance {
public:
    explicit ToldChance(std::uint64_t seed) : chance_{seed} {}
    void fill(std::span<core::base::Byte> bytes) override
    {
        chance_.fill(bytes);
        drawn_.insert(drawn_.end(), bytes.begin(), bytes.end());
    }
    std::string drawn() const { return core::base::to_hex(drawn_); }

private:
    SeededChance chance_;
    core::base::Bytes drawn_;
};

core::base::Bytes repeated(core::base::Byte, std::size_t count = 32);
core::sealing::SigningKey device_key();
core::sealing::SigningKey writers_key(); // of a member of staff
core::sealing::NotebookKeys notebook_keys(std::uint32_t generation);
core::records::StreamId notebook_stream();
core::sealing::SigningKey new_device_key(); // of a device that enrols anew
core::records::StreamId centre_stream();
core::sealing::SignPublic centre_root();

// The device's first records, in their order: all kinds there are.
struct Written {
    Json told;
    std::vector<core::records::Record> records;
};
Written written();

// Well formed, and nobody may take them for what they say: for the same notebook.
Json forged_vectors();

Json key_vectors();
Json card_vectors();
// What a centre begins with, and opens with its card alone.
Json centre_vectors();
// A request without a notebook, and what was said about it.
Json talk_vectors();
// How the server's half of a pepper travels.
Json half_vectors();
Json message_vectors(const std::vector<core::records::Record>&);
// Signatures of those of the messages that are requests.
Json request_vectors(const Json& messages);
Json all_vectors();

// What stands beside PROTOCOL.md, and bytes of it.
std::string text_on_file();
Json vectors();
core::base::Bytes bytes(const Json& hex);

} // namespace frikort::tests::vectors
