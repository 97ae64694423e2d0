// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/machine.hpp"

#include "core/sealing/body.hpp"
#include "core/sealing/cipher.hpp"

namespace frikort::core::sealing {

base::Bytes seal_for_machine(const Pepper& pepper, base::BytesView purpose, base::BytesView plain,
                             base::Chance& chance)
{
    const auto key = cipher::derive(pepper.view(), cipher::Use::machine);
    return cipher::encrypt_padded(BodyKind::local, key.view(), purpose, plain, chance);
}

std::optional<Secret> open_for_machine(const Pepper& pepper, base::BytesView purpose, base::BytesView sealed)
{
    const auto key = cipher::derive(pepper.view(), cipher::Use::machine);
    return cipher::decrypt_padded(BodyKind::local, key.view(), purpose, sealed);
}

KeyCheck check_of(base::BytesView key)
{
    KeyCheck check;
    cipher::keyed_digest(check.bytes, {}, "frikort key check 1", key);
    return check;
}

} // namespace frikort::core::sealing
