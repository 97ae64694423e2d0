// SPDX-License-Identifier: MPL-2.0
#include "core/actions/centre_root.hpp"

#include "core/actions/centre_facts.hpp"

namespace frikort::core::actions {

namespace {

constexpr const char* expected_fact = "centre.expected"; // a fingerprint's digits
constexpr const char* begun_fact = "centre.begun";

} // namespace

std::optional<sealing::Fingerprint> fingerprint_here(store::Work& work)
{
    const auto root = kept_root(work);
    const auto stream = kept_stream(work);
    if (!root || !stream) return std::nullopt;
    return sealing::Fingerprint::of(*stream, *root);
}

void expect_centre(store::Work& work, const sealing::Fingerprint& said)
{
    work.facts().set(expected_fact, said.all_digits());
}

bool is_centre_expected(store::Work& work) { return !work.facts().get(expected_fact).value_or("").empty(); }

void note_begun_elsewhere(store::Work& work, bool begun)
{
    if (begun != is_begun_elsewhere(work)) work.facts().set(begun_fact, begun ? "1" : "0");
}

bool is_begun_elsewhere(store::Work& work) { return work.facts().get(begun_fact) == "1"; }

bool is_other_than_expected(store::Work& work, const records::StreamId& centre,
                            const sealing::SignPublic& root)
{
    return is_centre_expected(work) &&
           work.facts().get(expected_fact) != sealing::Fingerprint::of(centre, root).all_digits();
}

bool is_other_than_here(store::Work& work, const sealing::Fingerprint& said)
{
    const auto here = fingerprint_here(work);
    return here && *here != said;
}

} // namespace frikort::core::actions
