// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include "core/sealing/key_record.hpp"
#include "tests/sync/protocol/vectors/vectors.hpp"

namespace frikort::tests::vectors {

// Writes one record after the other as the device of the vectors, into its notebook.
class Pen {
public:
    using Bytes = core::base::Bytes;
    using Class = core::records::Class;
    using Body = std::function<Bytes(const Bytes& header, ToldChance&)>;

    // `more` stands in the vector too; `added` at the header's end, as a newer program does.
    core::base::Id write(const char* what, Class, std::uint32_t generation, const Json& more, const Body&,
                         const Bytes& added = {});
    core::base::Id seal(std::uint32_t generation, const std::string& words, const Bytes& added = {});
    template <class Statement>
    void sign(const char* what, Class kind, std::uint32_t generation,
              const std::function<Statement(ToldChance&)>& statement)
    {
        write(what, kind, generation, Json::object(), [&](const Bytes& header, ToldChance& chance) {
            return core::sealing::sign_body(header, statement(chance), notebook_keys(generation));
        });
    }
    void forge(const char* what, const char* why, Class kind, std::uint32_t generation, const Body& body)
    {
        write(what, kind, generation, {{"why", why}}, body);
    }
    Written take() { return {std::move(told_), std::move(records_)}; }
    const std::vector<core::records::Record>& records() const { return records_; }

private:
    Json told_ = Json::array();
    std::vector<core::records::Record> records_;
};

core::sealing::OpenSlot card_slot(const Json& card, std::uint32_t generation, ToldChance&);
core::sealing::Erase erase_of(const std::vector<core::records::Record>&);

} // namespace frikort::tests::vectors
