// SPDX-License-Identifier: MPL-2.0
#include "tests/sync/support/world.hpp"

#include <algorithm>

#include "core/base/must.hpp"
#include "core/sealing/key_record.hpp"
#include "sync/central/api/enrolment.hpp"
#include "tests/sync/support/compared.hpp"

namespace frikort::tests {

using core::base::must;
using core::records::Class;
using core::records::Header;
using core::records::Record;
using core::records::StreamId;
using core::store::Delivery;
namespace agent = sync::agent;
namespace api = sync::central::api;

std::string Central::code_for(const std::string& centre)
{
    return api::issue_code(store, centre, clock.now(), chance)->in_groups();
}

std::size_t Central::records()
{
    std::size_t all = 0;
    for (const auto& count : store.look()->stock().counts()) all += count.records;
    return all;
}

std::vector<core::base::Bytes> Central::of_stream(const StreamId& stream)
{
    return store.look()->stock().page(stream, 0, 1'000'000, 1'000'000'000, std::nullopt).records;
}

api::Head head_of(const agent::Request& request, const std::string& authority)
{
    const auto field = [&](std::string_view name) -> std::optional<std::string> {
        for (const auto& one : request.fields)
            if (one.name == name) return one.value;
        return std::nullopt;
    };
    return {"POST",
            request.path,
            authority,
            field("Content-Type"),
            field("Content-Digest"),
            field("Frikort-Counter"),
            field("Signature-Input"),
            field("Signature")};
}

Wire::Answer Wire::post(const agent::Request& request)
{
    sent.push_back(request);
    const Pass pass = [this](const agent::Request& passed) -> Answer {
        auto answer = desk_->handle(head_of(passed, authority_), passed.body);
        return agent::Reply{answer.status, std::string{sync::protocol::content_type}, answer.retry_after,
                            std::move(answer.body)};
    };
    return happening_ ? happening_(request, pass) : pass(request);
}

std::size_t Wire::asked(std::string_view path) const
{
    return static_cast<std::size_t>(
        std::count_if(sent.begin(), sent.end(), [&](const auto& request) { return request.path == path; }));
}

namespace {

core::sealing::NotebookKeys keys_from(std::uint64_t seed)
{
    core::sealing::start();
    SeededChance chance{seed};
    return core::sealing::NotebookKeys::random(chance);
}

} // namespace

core::sealing::SigningKey signing_key(core::base::Chance& chance)
{
    core::sealing::start();
    return core::sealing::SigningKey::random(chance);
}

Notebook::Notebook(std::uint64_t seed)
    : keys{keys_from(seed)}, stream{core::sealing::notebook_of(keys.open())}
{
}

Kiosk::Kiosk(std::uint64_t seed, const Central& central)
    : chance{seed}, key{signing_key(chance)}, wire{central.desk}
{
}

agent::Place Kiosk::enrol(Central& central, const std::string& centre)
{
    compare(central.store, centre);
    return enrol_at_uncompared(central, centre);
}

agent::Place Kiosk::enrol_at_uncompared(Central& central, const std::string& centre)
{
    const auto place = agent::enrol(store, wire, key, central.code_for(centre));
    must(place.has_value());
    return *place;
}

core::base::Result<agent::Place, agent::EnrolRefusal> Kiosk::enrol_anew(Central& central, std::uint64_t seed,
                                                                        const std::string& centre)
{
    SeededChance fresh{seed};
    auto next = signing_key(fresh);
    auto place = agent::enrol_anew(store, wire, next, key, central.code_for(centre));
    if (place) key = std::move(next);
    return place;
}

Header Scribe::next_header(const StreamId& stream, Class what) const
{
    const auto device = core::sealing::device_of(key_.open());
    const auto number = store_.begin()->records().tip(device).number + 1;
    return {chance_.name<core::base::Id>(), stream, 1, what, device, number};
}

Record Scribe::keep(const Header& header, const core::base::Bytes& body) const
{
    const auto work = store_.begin();
    const Record record{encode(header), work->records().tip(header.device).hash, body};
    must(work->records().add(record, Delivery::waiting) == core::store::Records::Added::stored);
    work->commit();
    return record;
}

Record Scribe::write(const StreamId& stream, Class what, const core::base::Bytes& body) const
{
    return keep(next_header(stream, what), body);
}

Record Scribe::write(const Notebook& notebook, const std::string& words) const
{
    const auto header = next_header(notebook.stream, Class::content);
    return keep(header, notebook.keys.seal(encode(header), core::base::view_of(words), chance_));
}

Record Scribe::begin(const Notebook& notebook) const
{
    const auto header = next_header(notebook.stream, Class::key);
    const auto first = core::sealing::first_generation(notebook.keys);
    return keep(header, sign_body(encode(header), first, notebook.keys));
}

Record Scribe::erase(const Notebook& notebook, const core::sealing::Erase& what) const
{
    const auto header = next_header(notebook.stream, Class::erase);
    return keep(header, sign_body(encode(header), what, notebook.keys));
}

agent::Standing standing_in(core::store::Store& store) { return agent::standing(*store.begin()); }

core::store::Outbox::Standing standing_of(core::store::Store& store, const Record& record)
{
    return *store.begin()->outbox().standing(core::records::decode_header(record.header)->id);
}

std::size_t held_in(core::store::Store& store, const StreamId& stream)
{
    return store.begin()->records().of_stream(stream).size();
}

} // namespace frikort::tests
