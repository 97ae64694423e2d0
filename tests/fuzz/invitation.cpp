// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/invitation.hpp"

#include "tests/fuzz/target.hpp"

using namespace frikort;
using tests::fuzz::holds;

// An office's code as it was scanned, a number as it was read out, and a file of certificates.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto typed = tests::fuzz::text(bytes, size);
    if (const auto invitation = sync::protocol::Invitation::read(typed)) {
        const auto again = sync::protocol::Invitation::read(invitation->text());
        holds(again && again->code.letters() == invitation->code.letters() &&
              again->authority == invitation->authority && again->centre == invitation->centre);
    }
    if (const auto number = core::sealing::Fingerprint::read(typed))
        holds(number->all_digits().size() == 40 &&
              core::sealing::Fingerprint::read(number->text()) == number);
    const auto all = sync::protocol::certificates_in(typed);
    holds(!all || all->size() <= size);
    return 0;
}
