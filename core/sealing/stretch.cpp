// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/stretch.hpp"

#include <array>
#include <new>
#include <string>

#include <sodium.h>

#include "core/base/must.hpp"
#include "core/base/text.hpp"
#include "core/sealing/cipher.hpp"
#include "core/sealing/member.hpp"

namespace frikort::core::sealing {

using base::BytesView;
using base::view_of;

namespace {

using Salt = std::array<base::Byte, crypto_pwhash_SALTBYTES>;

Salt salt_from(BytesView key, std::string_view purpose, BytesView message)
{
    Salt salt;
    cipher::keyed_digest(salt, key, purpose, message);
    return salt;
}

Secret argon2id(const Secret& password, const Salt& salt, const Cost& cost)
{
    Secret stretched{cipher::key_size};
    const int failed = crypto_pwhash(stretched.span().data(), stretched.size(),
                                     reinterpret_cast<const char*>(password.view().data()), password.size(),
                                     salt.data(), cost.passes, cost.memory, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) throw std::bad_alloc{};
    return stretched;
}

// A call name in one spelling, gone when its use is over.
class Folded {
public:
    explicit Folded(std::string_view name)
    {
        std::string tidied = base::tidy(name);
        text_ = base::fold_case(tidied);
        wipe(tidied);
    }
    Folded(const Folded&) = delete;
    Folded& operator=(const Folded&) = delete;
    ~Folded() { wipe(text_); }
    BytesView view() const { return view_of(text_); }

private:
    std::string text_;
};

} // namespace

FromCard stretch_card(std::string_view number, BytesView secret, std::string_view code, const Cost& cost)
{
    const auto password = cipher::join({view_of("frikort card 1"), secret, view_of(code)});
    const auto stretched = argon2id(password, salt_from({}, "frikort card salt 1", view_of(number)), cost);
    return {cipher::derive(stretched.view(), cipher::Use::slot),
            cipher::derive(stretched.view(), cipher::Use::proof)};
}

Secret stretch_name(std::string_view call_name, std::string_view code, const Pepper& pepper, const Cost& cost)
{
    const Folded name{call_name};
    const auto password =
        cipher::join({view_of("frikort name 1"), pepper.view(), name.view(), view_of(code)});
    const auto salt = salt_from(pepper.view(), "frikort name salt 1", name.view());
    return cipher::derive(argon2id(password, salt, cost).view(), cipher::Use::slot);
}

Secret stretch_member(const MemberId& member, std::string_view code, const Pepper& pepper, const Cost& cost)
{
    const auto password =
        cipher::join({view_of("frikort member 1"), pepper.view(), member.view(), view_of(code)});
    const auto salt = salt_from(pepper.view(), "frikort member salt 1", member.view());
    return cipher::derive(argon2id(password, salt, cost).view(), cipher::Use::slot);
}

base::Hash card_lookup(std::string_view number)
{
    base::Hash lookup;
    cipher::keyed_digest(lookup.bytes, {}, "frikort card lookup 1", view_of(number));
    return lookup;
}

base::Hash name_lookup(std::string_view call_name, const Pepper& pepper)
{
    base::Hash lookup;
    cipher::keyed_digest(lookup.bytes, pepper.view(), "frikort name lookup 1", Folded{call_name}.view());
    return lookup;
}

base::Hash verifier_of(BytesView proof)
{
    base::Hash verifier;
    cipher::keyed_digest(verifier.bytes, {}, "frikort proof 1", proof);
    return verifier;
}

bool proves(BytesView proof, const base::Hash& verifier)
{
    const auto shown = verifier_of(proof);
    return sodium_memcmp(shown.bytes.data(), verifier.bytes.data(), base::Hash::size) == 0;
}

} // namespace frikort::core::sealing
