// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include <sodium.h>

#include "core/base/must.hpp"
#include "core/sealing/backup.hpp"
#include "core/sealing/cipher.hpp"

// magic, the box key it is sealed to, the sealed key of the stream, the stream's nonce; then chunks, each a
// message of libsodium's secretstream with the digest of all that as associated data.
namespace frikort::core::sealing {

using base::must;

namespace {

constexpr std::string_view magic = "frikort backup 1";
constexpr std::size_t nonce_size = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t added = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t chunk = 64 * 1024;
constexpr std::size_t sealed_key_size = cipher::key_size + cipher::box_overhead;
constexpr std::size_t head_size = magic.size() + BoxPublic::size + sealed_key_size + nonce_size;
constexpr unsigned char going_on = 0; // crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
const unsigned char last = crypto_secretstream_xchacha20poly1305_TAG_FINAL;
static_assert(cipher::key_size == crypto_secretstream_xchacha20poly1305_KEYBYTES);

using Stream = crypto_secretstream_xchacha20poly1305_state;

// Both ends begin alike. Not init_push: that one takes its nonce from the machine and not from `chance`.
void begin(Stream& stream, base::BytesView nonce, const Secret& key)
{
    must(crypto_secretstream_xchacha20poly1305_init_pull(&stream, nonce.data(), key.view().data()) == 0);
}

} // namespace

struct SealedOut::State {
    ~State() { sodium_memzero(&stream, sizeof stream); }
    Stream stream{};
    base::Hash head;
    base::Bytes plain;
    base::Bytes sealed;
};

SealedOut::SealedOut(const BackupPublic& to, base::Chance& chance, Sink sink)
    : state_{std::make_unique<State>()}, sink_{std::move(sink)}
{
    const auto key = Secret::random(cipher::key_size, chance);
    base::Bytes nonce(nonce_size);
    chance.fill(nonce);
    begin(state_->stream, nonce, key);
    const auto head = base::ByteWriter{}
                          .raw(base::view_of(magic))
                          .raw(to.box.view())
                          .raw(cipher::seal_to(to.box, key.view(), chance))
                          .raw(nonce)
                          .take();
    must(head.size() == head_size);
    state_->head = records::digest(head);
    state_->plain.reserve(chunk);
    sink_(head);
}

SealedOut::~SealedOut() = default;

void SealedOut::write(base::BytesView plain)
{
    while (!plain.empty()) {
        if (state_->plain.size() == chunk) seal(going_on);
        const auto some = plain.first(std::min(plain.size(), chunk - state_->plain.size()));
        state_->plain.insert(state_->plain.end(), some.begin(), some.end());
        plain = plain.subspan(some.size());
    }
}

void SealedOut::finish() { seal(last); }

void SealedOut::seal(unsigned char tag)
{
    auto& [stream, head, plain, sealed] = *state_;
    sealed.resize(plain.size() + added);
    must(crypto_secretstream_xchacha20poly1305_push(&stream, sealed.data(), nullptr, plain.data(),
                                                    plain.size(), head.view().data(), head.view().size(),
                                                    tag) == 0);
    plain.clear();
    sink_(sealed);
}

struct SealedIn::State {
    ~State() { sodium_memzero(&stream, sizeof stream); }
    Stream stream{};
    base::Hash head;
    base::Bytes sealed = base::Bytes(chunk + added);
    base::Bytes plain = base::Bytes(chunk);
    std::size_t from = 0; // of `plain`, what was not asked for yet
    std::size_t upto = 0;
    bool was_last = false;
    bool damaged = false;
};

SealedIn::SealedIn(std::unique_ptr<State> state, Source source)
    : state_{std::move(state)}, source_{std::move(source)}
{
}
SealedIn::~SealedIn() = default;
SealedIn::SealedIn(SealedIn&&) noexcept = default;
SealedIn& SealedIn::operator=(SealedIn&&) noexcept = default;

base::Result<SealedIn, NotOpened> SealedIn::open(const BackupKey& key, Source source)
{
    base::Bytes head(head_size);
    const auto found = source(head);
    base::ByteReader reader{base::BytesView{head}.first(found)};
    const bool ours = base::text_of(reader.raw(magic.size())) == magic;
    if (!ours) return base::no(NotOpened::not_a_backup);
    const auto box = reader.raw(BoxPublic::size);
    const auto sealed_key = reader.raw(sealed_key_size);
    const auto nonce = reader.raw(nonce_size);
    if (!reader.fits()) return base::no(NotOpened::damaged);
    if (*BoxPublic::from(box) != key.open().box) return base::no(NotOpened::other_key);
    const auto opened = key.open_sealed(sealed_key);
    if (!opened) return base::no(NotOpened::damaged);
    auto state = std::make_unique<State>();
    begin(state->stream, nonce, *opened);
    state->head = records::digest(head);
    return SealedIn{std::move(state), std::move(source)};
}

// The next chunk becomes `plain`. False, for good, when it is not what was written there.
bool SealedIn::next()
{
    auto& state = *state_;
    if (state.was_last || state.damaged) return false;
    const auto size = source_(state.sealed);
    unsigned char tag = 0;
    state.damaged = size < added || crypto_secretstream_xchacha20poly1305_pull(
                                        &state.stream, state.plain.data(), nullptr, &tag, state.sealed.data(),
                                        size, state.head.view().data(), state.head.view().size()) != 0;
    state.from = 0;
    state.upto = state.damaged ? 0 : size - added;
    state.was_last = tag == last;
    return !state.damaged;
}

bool SealedIn::read(std::span<base::Byte> wanted)
{
    auto& state = *state_;
    while (!wanted.empty()) {
        if (state.from == state.upto && !next()) {
            state.damaged = true; // shorter than it says
            return false;
        }
        const auto some = std::min(wanted.size(), state.upto - state.from);
        std::copy_n(state.plain.begin() + static_cast<std::ptrdiff_t>(state.from), some, wanted.begin());
        state.from += some;
        wanted = wanted.subspan(some);
    }
    return true;
}

bool SealedIn::at_end()
{
    auto& state = *state_;
    while (state.from == state.upto && !state.was_last && next()) {
    }
    base::Byte more = 0;
    return !state.damaged && state.was_last && state.from == state.upto && source_({&more, 1}) == 0;
}

} // namespace frikort::core::sealing
