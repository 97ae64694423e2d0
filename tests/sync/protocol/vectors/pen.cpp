// SPDX-License-Identifier: MPL-2.0
#include "tests/sync/protocol/vectors/pen.hpp"

#include "sync/protocol/stub.hpp"

namespace frikort::tests::vectors {

namespace base = core::base;
namespace records = core::records;
using base::to_hex;

base::Id Pen::write(const char* what, Class kind, std::uint32_t generation, const Json& more,
                    const Body& body, const Bytes& added)
{
    const auto number = records_.size() + 1;
    ToldChance chance{number};
    base::Id id;
    id.bytes.fill(static_cast<base::Byte>(0xA0 + number));
    const records::Header header{.id = id,
                                 .stream = notebook_stream(),
                                 .generation = generation,
                                 .what = kind,
                                 .device = core::sealing::device_of(device_key().open()),
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

base::Id Pen::seal(std::uint32_t generation, const std::string& words, const Bytes& added)
{
    return write(
        "sealed", Class::content, generation, {{"words", words}},
        [&](const Bytes& header, ToldChance& chance) {
            return notebook_keys(generation).seal(header, base::view_of(words), chance);
        },
        added);
}

} // namespace frikort::tests::vectors
