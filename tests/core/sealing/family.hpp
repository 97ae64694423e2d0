// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "core/sealing/generations.hpp"
#include "tests/core/sealing/sample.hpp"

namespace frikort::tests {

// One notebook through its generations, with the records they leave behind.
class Family {
public:
    Family()
    {
        core::sealing::start();
        keys_.push_back(core::sealing::NotebookKeys::random(chance));
        stream = core::sealing::notebook_of(keys_[0].open());
    }

    // A record of `generation` in this notebook's stream, signed by `by`.
    void publish(const core::sealing::Generation& generation, const core::sealing::NotebookKeys& by,
                 std::optional<std::uint64_t> taken = std::nullopt)
    {
        auto header = header_of(stream, generation.number, core::records::Class::key, ++number_);
        auto body = core::sealing::sign_body(header, generation, by);
        publish_bytes(std::move(header), std::move(body), taken);
    }

    void publish_bytes(core::base::Bytes header, core::base::Bytes body, std::optional<std::uint64_t> taken)
    {
        kept_.push_back({std::move(header), std::move(body)});
        found.push_back({kept_.back().header, kept_.back().body, taken});
    }

    const core::sealing::NotebookKeys& first() const { return keys_[0]; }

    // New keys after `before`, published.
    const core::sealing::NotebookKeys& after(const core::sealing::NotebookKeys& before,
                                             std::optional<std::uint64_t> taken = std::nullopt,
                                             std::vector<const core::sealing::NotebookKeys*> joined = {})
    {
        keys_.push_back(core::sealing::NotebookKeys::random(chance, before.generation() + 1));
        const auto& next = keys_.back();
        publish(core::sealing::next_generation(stream, next, before, joined, chance), next, taken);
        return next;
    }

    core::sealing::Generations decided() const { return core::sealing::decide(stream, found); }

    FrozenChance chance{3};
    core::records::StreamId stream;
    std::vector<core::sealing::FoundGeneration> found;

private:
    struct Kept {
        core::base::Bytes header;
        core::base::Bytes body;
    };
    std::deque<core::sealing::NotebookKeys> keys_;
    std::deque<Kept> kept_;
    std::uint64_t number_ = 0;
};

inline core::sealing::NotebookKeys copy_of(const core::sealing::NotebookKeys& keys)
{
    return core::sealing::NotebookKeys::from_secret(core::sealing::Secret::copy_of(keys.secret().view()),
                                                    keys.generation());
}

} // namespace frikort::tests
