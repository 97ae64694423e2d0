// SPDX-License-Identifier: MPL-2.0
#include "tests/sync/protocol/vectors/pen.hpp"

namespace frikort::tests::vectors {

namespace base = core::base;
namespace records = core::records;
namespace sealing = core::sealing;
using base::Bytes;
using records::Class;

namespace {

// Of somebody who has a kiosk and the keys of the first generation, or none.
sealing::NotebookKeys thiefs_keys(std::uint32_t generation)
{
    return sealing::NotebookKeys::from_secret(sealing::Secret::copy_of(repeated(0x77)), generation);
}

} // namespace

Json forged_vectors()
{
    const auto cards = card_vectors();
    const auto links = erase_of(written().records).links;
    Pen pen;
    pen.forge("generation", "its link is not signed by the one before", Class::key, 2,
              [](const Bytes& header, ToldChance& chance) {
                  const auto keys = thiefs_keys(2);
                  return sealing::sign_body(
                      header, sealing::next_generation(notebook_stream(), keys, thiefs_keys(1), {}, chance),
                      keys);
              });
    pen.forge("generation", "its keys are not those the stream is named after", Class::key, 1,
              [](const Bytes& header, ToldChance&) {
                  const auto keys = thiefs_keys(1);
                  return sealing::sign_body(header, sealing::first_generation(keys), keys);
              });
    pen.forge("slot", "not signed by the generation of its header", Class::key, 2,
              [&](const Bytes& header, ToldChance& chance) {
                  return sealing::sign_body(header, card_slot(cards[0], 2, chance), notebook_keys(1));
              });
    pen.forge("erase", "not signed by the last of its links", Class::erase, 2,
              [&](const Bytes& header, ToldChance&) {
                  return sealing::sign_body(header, sealing::Erase{{}, links}, thiefs_keys(2));
              });
    pen.forge("erase", "older than the newest generation", Class::erase, 1,
              [&](const Bytes& header, ToldChance&) {
                  return sealing::sign_body(header, sealing::Erase{{}, {links[0]}}, notebook_keys(1));
              });
    pen.forge("erase", "its second link is signed by nobody before it", Class::erase, 2,
              [&](const Bytes& header, ToldChance& chance) {
                  const auto keys = thiefs_keys(2);
                  const auto next =
                      sealing::next_generation(notebook_stream(), keys, thiefs_keys(1), {}, chance);
                  return sealing::sign_body(header, sealing::Erase{{}, {links[0], next.link}}, keys);
              });
    return pen.take().told;
}

} // namespace frikort::tests::vectors
