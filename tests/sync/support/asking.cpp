// SPDX-License-Identifier: MPL-2.0
#include "tests/sync/support/asking.hpp"

namespace frikort::tests {

using core::base::Bytes;
namespace agent = sync::agent;
namespace central = sync::central;
namespace protocol = sync::protocol;

agent::Request signed_request(const Kiosk& kiosk, std::string_view path, const Bytes& body,
                              std::uint64_t counter)
{
    const protocol::Signed what{
        "POST",  std::string{path}, kiosk.wire.authority(), protocol::content_digest(body),
        counter, kiosk.device()};
    const auto fields = sign(what, kiosk.key);
    return {std::string{path},
            {{"Content-Type", std::string{protocol::content_type}},
             {"Content-Digest", what.digest},
             {"Frikort-Counter", std::to_string(counter)},
             {"Signature-Input", fields.input},
             {"Signature", fields.signature}},
            body};
}

central::api::Answer ask(Central& at, const Kiosk& kiosk, const agent::Request& request)
{
    return at.desk.handle(head_of(request, kiosk.wire.authority()), request.body);
}

} // namespace frikort::tests
