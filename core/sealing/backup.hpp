// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/chance.hpp"
#include "core/base/result.hpp"
#include "core/sealing/keys.hpp"

namespace frikort::core::sealing {

// What a backup of the server is sealed to, and who says that one was read back. Source: sync.md R5, R17.

// The half that lies on the server: it seals, and knows its owner's signature. Not secret.
struct BackupPublic {
    BoxPublic box;
    SignPublic sign;
    friend bool operator==(const BackupPublic&, const BackupPublic&) = default;

    // For people to copy: "fkb1-…", with a check at its end.
    std::string text() const;
    // Nothing for what is no such text, or was mistyped.
    static std::optional<BackupPublic> read(std::string_view);
};

// The half that is kept off the server. Opens every backup that was made for it.
class BackupKey {
public:
    static BackupKey random(base::Chance&);
    static BackupKey from_seed(base::BytesView); // 32 bytes
    const BackupPublic& open() const { return open_; }
    base::BytesView seed() const { return seed_.view(); }
    Signature sign(base::BytesView message) const { return signer_.sign(message); }
    std::optional<Secret> open_sealed(base::BytesView sealed) const;

private:
    BackupKey(Secret seed, SigningKey signer);
    Secret seed_;
    SigningKey signer_;
    Secret box_;
    BackupPublic open_;
};

// A stream of any length, sealed to a key in chunks of 64 KiB: each is bound to the ones before it, and the
// last says that it is the last. What is lost, doubled, moved, changed or cut off is found.
class SealedOut {
public:
    using Sink = std::function<void(base::BytesView)>;
    // `to.box` must be `usable`. Throws what `sink` throws.
    SealedOut(const BackupPublic& to, base::Chance&, Sink sink);
    ~SealedOut();
    SealedOut(const SealedOut&) = delete;
    SealedOut& operator=(const SealedOut&) = delete;
    void write(base::BytesView plain);
    // Without it the stream is cut off, and found to be.
    void finish();

private:
    struct State;
    void seal(unsigned char tag);
    std::unique_ptr<State> state_;
    Sink sink_;
};

enum class NotOpened { not_a_backup, other_key, damaged };

// Reads what SealedOut wrote.
class SealedIn {
public:
    // Fills as much as there is: fewer than asked for is the end.
    using Source = std::function<std::size_t(std::span<base::Byte>)>;
    static base::Result<SealedIn, NotOpened> open(const BackupKey&, Source);
    ~SealedIn();
    SealedIn(SealedIn&&) noexcept;
    SealedIn& operator=(SealedIn&&) noexcept;
    // Exactly so many bytes; nothing, for good, when the stream ends before, or was not written so. Bytes
    // come before the end of the stream was seen: only after `at_end` all of it is known to be whole.
    bool read(std::span<base::Byte>);
    // Everything was read, and nothing is left, in the file neither.
    bool at_end();

private:
    struct State;
    SealedIn(std::unique_ptr<State>, Source);
    bool next();
    std::unique_ptr<State> state_;
    Source source_;
};

} // namespace frikort::core::sealing
