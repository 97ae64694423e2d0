# SPDX-License-Identifier: MPL-2.0
"""Slots: a generation's secret under a key that a person can come up with. PROTOCOL.md, "Slots"."""
import os
import struct

from keys import RECOVERY, SLOT, Keys, Shut, decrypt, encrypt, seal_to
from notebook import SLOT_BODY, statement_of
from wire import Reader, sized

CARD, FOR_RECOVERY = 1, 3


def slot_context(stream, generation):
    return stream + struct.pack("<I", generation)


def card_slot_statement(card, verifier, slot_key, stream, keys, chance=os.urandom):
    wrapped = encrypt(SLOT, slot_key, slot_context(stream, keys.generation), keys.secret, chance)
    return bytes([CARD]) + card + sized(verifier) + sized(wrapped)


def recovery_slot_statement(centre_box, stream, keys, chance=os.urandom):
    plain = slot_context(stream, keys.generation) + keys.secret
    wrapped = bytes([RECOVERY]) + seal_to(centre_box, plain, chance)
    return bytes([FOR_RECOVERY]) + stream[1:] + sized(b"") + sized(wrapped)


def read_slot(body):
    """Kind, lookup, verifier (empty for recovery), wrapped."""
    reader = Reader(statement_of(SLOT_BODY, body)[0])
    return reader.u8(), reader.raw(32), reader.sized(), reader.sized()


def unwrap(slot_key, stream, generation, wrapped):
    return Keys(decrypt(SLOT, slot_key, slot_context(stream, generation), wrapped), generation)


def unwrap_recovered(centre_box, stream, generation, wrapped):
    plain = centre_box.open(wrapped[1:]) if wrapped[:1] == bytes([RECOVERY]) else b""
    context = slot_context(stream, generation)
    if plain[:len(context)] != context or len(plain) != len(context) + 32:
        raise Shut("recovery")
    return Keys(plain[len(context):], generation)
