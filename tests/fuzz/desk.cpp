// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/desk.hpp"

#include <array>

#include "core/store/central_memory/central.hpp"
#include "sync/central/api/enrolment.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/support/seeded_chance.hpp"
#include "tests/sync/support/compared.hpp"

using namespace frikort;
namespace api = sync::central::api;
namespace protocol = sync::protocol;
using tests::fuzz::holds;

namespace {

class StillClock final : public api::Clock {
public:
    std::chrono::sys_seconds now() const override
    {
        return std::chrono::sys_seconds{std::chrono::seconds{1'763'000'000}};
    }
};

class Deaf final : public api::Journal {
public:
    void note(api::Event event, const std::optional<core::records::DeviceId>&, std::uint64_t) override
    {
        holds(event != api::Event::failed && event != api::Event::store_failed);
    }
};

// A server with one kiosk that is enrolled, and writes whatever it likes over its right signature.
struct World {
    tests::SeededChance chance{1};
    core::store::central_memory::MemoryCentralStore store{"epoch"};
    StillClock clock;
    Deaf journal;
    api::Desk desk{store, clock, journal, chance};
    core::sealing::SigningKey key = core::sealing::SigningKey::random(chance);
    std::uint64_t counter = 0;

    World()
    {
        tests::compare(store, "Perronen");
        const auto code = api::issue_code(store, "Perronen", clock.now(), chance);
        const auto asked = encode(protocol::EnrolRequest{code->letters(), key.open()});
        holds(say(protocol::enrol_path, asked).status == 200);
    }

    api::Answer say(std::string_view path, core::base::BytesView body)
    {
        const protocol::Signed what{"POST",
                                    std::string{path},
                                    "central.example",
                                    protocol::content_digest(body),
                                    ++counter,
                                    core::sealing::device_of(key.open())};
        auto fields = protocol::sign(what, key);
        return desk.handle({what.method, what.path, what.authority, std::string{protocol::content_type},
                            what.digest, std::to_string(counter), std::move(fields.input),
                            std::move(fields.signature)},
                           body);
    }
};

constexpr std::array paths{protocol::news_path, protocol::pull_path, protocol::push_path,
                           protocol::follow_path, protocol::enrol_path};

} // namespace

// The first byte is the way, the rest what a kiosk that has gone mad sends there. It is always answered, in
// words of the protocol, and nothing fails. A new server now and then, so that what is stored does not grow.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    static std::unique_ptr<World> world = (core::sealing::start(), nullptr);
    if (size == 0) return 0;
    if (!world || world->counter > 500) world = std::make_unique<World>();
    const auto answer = world->say(paths[bytes[0] % paths.size()], tests::fuzz::view(bytes + 1, size - 1));
    if (answer.status != 200) {
        const auto refused = protocol::decode_refused(answer.body);
        holds(refused && refused->fault != protocol::Fault::unknown &&
              refused->fault != protocol::Fault::failed);
        if (refused->fault == protocol::Fault::frozen) world.reset(); // it forged a number of its own
    }
    return 0;
}
