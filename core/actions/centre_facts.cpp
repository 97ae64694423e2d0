// SPDX-License-Identifier: MPL-2.0
#include "core/actions/centre_facts.hpp"

#include "core/base/must.hpp"
#include "core/sealing/machine.hpp"
#include "core/sealing/stretch.hpp"

namespace frikort::core::actions {

namespace {

constexpr const char* secret_fact = "centre.secret";
constexpr const char* stream_fact = "centre.stream";
constexpr const char* root_fact = "centre.root";
constexpr const char* invited_fact = "centre.invited";
constexpr const char* code_fact = "centre.set_up";

std::optional<records::StreamId> stream_in(store::Work& work, const char* fact)
{
    const auto hex = work.facts().get(fact);
    const auto bytes = hex ? base::from_hex(*hex) : std::nullopt;
    return bytes ? records::StreamId::from(*bytes) : std::nullopt;
}

// What the secret is sealed for.
base::Bytes purpose(const records::StreamId& stream)
{
    return base::ByteWriter{}.sized(base::view_of("frikort centre secret")).raw(stream.bytes()).take();
}

std::string digest_of(const people::SetUpCode& code, const sealing::Pepper& pepper)
{
    return sealing::name_lookup("set up " + std::string{code.bytes().view()}, pepper).hex();
}

} // namespace

std::optional<records::StreamId> kept_stream(store::Work& work) { return stream_in(work, stream_fact); }

std::optional<sealing::SignPublic> kept_root(store::Work& work)
{
    return sealing::SignPublic::from_hex(work.facts().get(root_fact).value_or(""));
}

std::optional<KeptCentre> kept_centre(store::Work& work, const sealing::Pepper& pepper)
{
    const auto stream = kept_stream(work);
    const auto root = kept_root(work);
    const auto hex = work.facts().get(secret_fact);
    const auto sealed = hex ? base::from_hex(*hex) : std::nullopt;
    if (!stream || !root || !sealed) return std::nullopt;
    auto secret = sealing::open_for_machine(pepper, purpose(*stream), *sealed);
    if (!secret) return std::nullopt;
    return KeptCentre{*stream, sealing::NotebookKeys::from_secret(std::move(*secret), 1), *root};
}

void keep_centre(store::Work& work, const sealing::Pepper& pepper, const records::StreamId& stream,
                 const sealing::NotebookKeys& keys, const sealing::SignPublic& root, base::Chance& chance)
{
    const auto sealed = sealing::seal_for_machine(pepper, purpose(stream), keys.secret().view(), chance);
    work.facts().set(stream_fact, base::to_hex(stream.bytes()));
    work.facts().set(secret_fact, base::to_hex(sealed));
    work.facts().set(root_fact, root.hex());
}

bool is_begun(store::Work& work, const records::StreamId& centre)
{
    return !work.records().of_stream(centre, records::Class::content).empty();
}

std::optional<records::StreamId> invited(store::Work& work)
{
    const auto code = work.facts().get(code_fact);
    if (!code || code->empty()) return std::nullopt;
    return stream_in(work, invited_fact);
}

bool is_invited(store::Work& work, const sealing::Pepper& pepper, const people::SetUpCode& code)
{
    const auto kept = work.facts().get(code_fact);
    return kept && !kept->empty() && code.bytes().size() == people::SetUpCode::letters &&
           *kept == digest_of(code, pepper);
}

void keep_invitation(store::Work& work, const sealing::Pepper& pepper, const records::StreamId& stream,
                     const people::SetUpCode& code)
{
    work.facts().set(invited_fact, base::to_hex(stream.bytes()));
    work.facts().set(code_fact, digest_of(code, pepper));
}

void drop_invitation(store::Work& work) { work.facts().set(code_fact, ""); }

} // namespace frikort::core::actions
