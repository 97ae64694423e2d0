# SPDX-License-Identifier: MPL-2.0
"""Keys, and what they seal: PROTOCOL.md, "Keys" and "Sealed bodies"."""
import hashlib
import os

import nacl.bindings as sodium
from nacl.exceptions import CryptoError

from wire import digest, joined

SEALED, EARLIER, SLOT, RECOVERY, SHARED = 1, 4, 5, 6, 7
DATA, BOX, SIGN, SLOT_KEY, PROOF, FOR_RECOVERY, INBOX, ROOT = 1, 2, 3, 5, 6, 7, 8, 9
BLOCK = 256


class Shut(Exception):
    """It does not open, or is not signed as it should be."""


def derived(key, use):
    """libsodium's crypto_kdf, context "frikort1", 32 bytes."""
    return hashlib.blake2b(digest_size=32, key=key, salt=use.to_bytes(16, "little"),
                           person=b"frikort1".ljust(16, b"\0")).digest()


# --- signatures

class SigningKey:
    def __init__(self, seed):
        self.seed = seed
        self.public, self.secret = sodium.crypto_sign_seed_keypair(seed)

    def sign(self, words):
        return sodium.crypto_sign(words, self.secret)[:64]

    def device(self):
        return digest(self.public)[:16]


def check_signature(public, words, signature):
    try:
        sodium.crypto_sign_open(signature + words, public)
    except (CryptoError, ValueError):
        raise Shut("signature") from None


# --- sealing

def pad(plain):
    return plain + b"\x80" + bytes(-(len(plain) + 1) % BLOCK)


def unpad(padded):
    end = padded.rstrip(b"\0")
    if not padded or len(padded) % BLOCK or not end.endswith(b"\x80") or len(padded) - len(end) >= BLOCK:
        raise Shut("padding")
    return end[:-1]


def encrypt(kind, key, context, plain, chance=os.urandom):
    nonce = chance(24)
    beside = bytes([kind]) + context
    return (bytes([kind]) + nonce +
            sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, beside, nonce, key))


def decrypt(kind, key, context, sealed):
    if len(sealed) < 41 or sealed[0] != kind:
        raise Shut("kind")
    try:
        return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
            sealed[25:], bytes([kind]) + context, sealed[1:25], key)
    except (CryptoError, ValueError):
        raise Shut("body") from None


class BoxKey:
    def __init__(self, seed):
        self.public, self.secret = sodium.crypto_box_seed_keypair(seed)

    def open(self, sealed):
        try:
            return sodium.crypto_box_seal_open(sealed, self.public, self.secret)
        except (CryptoError, ValueError, TypeError):
            raise Shut("box") from None


def seal_to(public, plain, chance=os.urandom):
    """libsodium's sealed box, with the one-time key from `chance`."""
    once = BoxKey(chance(32))
    return once.public + sodium.crypto_box(plain, digest(once.public + public, 24), public, once.secret)


# --- a generation of a notebook's keys

class Keys:
    def __init__(self, secret, generation=1):
        self.secret, self.generation = secret, generation
        self.data = derived(secret, DATA)
        self.box = BoxKey(derived(secret, BOX))
        self.signer = SigningKey(derived(secret, SIGN))
        self.public = self.signer.public + self.box.public

    def seal(self, header, plain, chance=os.urandom):
        return encrypt(SEALED, self.data, header, pad(plain), chance)

    def open(self, header, body):
        return unpad(decrypt(SEALED, self.data, header, body))


def stream_of(first_public):
    return b"\1" + digest(first_public)


class CentreCard:
    """What 16 bytes on paper in a safe can do."""

    def __init__(self, card):
        key = digest(joined(b"frikort centre card 1", card))
        self.box = BoxKey(derived(key, FOR_RECOVERY))
        self.root = SigningKey(derived(key, ROOT))


# --- for several readers, with the writer's signature

LOCK = 80


def seal_shared(readers, header, plain, writer, chance=os.urandom):
    key = chance(32)
    locks = b"".join(seal_to(reader, key, chance) for reader in readers)
    sealed = encrypt(SHARED, key, joined(writer.public, header), pad(plain), chance)
    signature = writer.sign(joined(b"frikort shared 1", digest(header), locks, sealed))
    return bytes([SHARED]) + writer.public + signature + bytes([len(readers)]) + locks + sealed


def open_shared(box, header, body):
    """Whose key signed it, and the words."""
    if len(body) < 98 or body[0] != SHARED or not 1 <= body[97] <= 8:
        raise Shut("kind")
    writer, signature, rest = body[1:33], body[33:97], body[98:]
    locks, sealed = rest[:body[97] * LOCK], rest[body[97] * LOCK:]
    check_signature(writer, joined(b"frikort shared 1", digest(header), locks, sealed), signature)
    for at in range(0, len(locks), LOCK):
        try:
            key = box.open(locks[at:at + LOCK])
        except Shut:
            continue
        return writer, unpad(decrypt(SHARED, key, joined(writer, header), sealed))
    raise Shut("not for this reader")

