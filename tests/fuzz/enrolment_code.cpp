// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/enrolment_code.hpp"

#include "tests/fuzz/target.hpp"

using namespace frikort;
using tests::fuzz::holds;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto code = sync::protocol::EnrolmentCode::read(tests::fuzz::text(bytes, size));
    if (!code) return 0;
    holds(code->letters().size() == 16);
    const auto again = sync::protocol::EnrolmentCode::read(code->in_groups());
    holds(again && again->letters() == code->letters() && again->digest() == code->digest());
    return 0;
}
