# SPDX-License-Identifier: MPL-2.0
"""Key and erase records of a notebook: PROTOCOL.md, "Key and erase records"."""
import os
import struct
from dataclasses import dataclass

from keys import EARLIER, SHARED, Keys, Shut, check_signature, decrypt, encrypt, open_shared, stream_of
from wire import ERASE, KEY, Malformed, Reader, digest, joined, sized

GENERATION_BODY, SLOT_BODY, ERASE_BODY = 16, 17, 32


# --- what is signed

def words(kind, header, statement):
    return joined(b"frikort signed body 1", bytes([kind]), digest(header), statement)


def signed(kind, header, statement, keys):
    return bytes([kind]) + sized(statement) + keys.signer.sign(words(kind, header, statement))


def statement_of(kind, body):
    reader = Reader(body)
    if reader.u8() != kind:
        raise Malformed("kind")
    statement, signature = reader.sized(), reader.raw(64)
    reader.end()
    return statement, signature


def check(kind, sign_public, header, body):
    statement, signature = statement_of(kind, body)
    check_signature(sign_public, words(kind, header, statement), signature)


# --- generations

def link_words(stream, number, public):
    return sized(b"frikort link 1") + stream + struct.pack("<I", number) + public


def earlier_context(stream, number, earlier, whose):
    return stream + struct.pack("<II", number, earlier) + whose


@dataclass(frozen=True)
class Generation:
    number: int
    public: bytes  # 64: Ed25519, X25519
    by_before: bytes
    earlier: tuple  # of (number, Ed25519 public key, sealed secret)

    def link(self):
        return self.public + self.by_before


def generation_statement(stream, keys, before=None, chance=os.urandom):
    signer = before or keys
    link = keys.public + signer.signer.sign(link_words(stream, keys.generation, keys.public))
    statement = struct.pack("<I", keys.generation) + link + struct.pack("<I", 1 if before else 0)
    if before:
        whose = before.signer.public
        context = earlier_context(stream, keys.generation, before.generation, whose)
        statement += struct.pack("<I", before.generation) + whose
        statement += sized(encrypt(EARLIER, keys.data, context, before.secret, chance))
    return statement


def read_generation(body):
    reader = Reader(statement_of(GENERATION_BODY, body)[0])
    number, public, by_before, count = reader.u32(), reader.raw(64), reader.raw(64), reader.u32()
    if count > 200 or not 1 <= number <= 200:
        raise Malformed("generation")
    earlier = tuple((reader.u32(), reader.raw(32), reader.sized()) for _ in range(count))
    return Generation(number, public, by_before, earlier)


def follows(stream, generation, before):
    """Raises Shut when it does not follow from the one before, or the first from the stream's name."""
    if generation.number == 1:
        if stream_of(generation.public) != stream:
            raise Shut("another notebook's keys")
        signer = generation.public[:32]
    else:
        if before is None or before.number + 1 != generation.number:
            raise Shut("no generation before it")
        signer = before.public[:32]
    check_signature(signer, link_words(stream, generation.number, generation.public), generation.by_before)


def generations(stream, records):
    """Those that hold, the first one first. `records` in the server's order: the first of a number wins."""
    hold = []
    for one in sorted(found(stream, records), key=lambda each: each.number):  # stable
        try:
            follows(stream, one, hold[-1] if hold else None)
            hold.append(one)
        except Shut:
            pass
    return hold


def signing(stream, records):
    """The keys that sign for its owner: of all generations that are rightly linked, beaten ones too."""
    linked = []
    for one in sorted(found(stream, records), key=lambda each: each.number):
        for before in [None, *linked]:
            try:
                follows(stream, one, before)
            except Shut:
                continue
            linked.append(one)
            break
    return {one.public[:32] for one in linked}


def found(stream, records):
    """Well formed, and signed by their own key."""
    for record in records:
        about = record.about()
        if about.kind != KEY or about.stream != stream or record.body[:1] != bytes([GENERATION_BODY]):
            continue
        try:
            one = read_generation(record.body)
            check(GENERATION_BODY, one.public[:32], record.header, record.body)
        except (Shut, Malformed):
            continue
        if one.number == about.generation:
            yield one


def ring(stream, opened, hold):
    """The opened keys and all earlier ones they lead to."""
    if opened.public != hold[opened.generation - 1].public:
        raise Shut("not the generation it says it is")
    keys = [opened]
    for last in keys:  # grows meanwhile
        earlier = hold[last.generation - 1].earlier if last.generation <= len(hold) else ()
        for number, whose, sealed in earlier:
            context = earlier_context(stream, last.generation, number, whose)
            keys.append(Keys(decrypt(EARLIER, last.data, context, sealed), number))
            if keys[-1].signer.public != whose:
                raise Shut("earlier")
    return keys


# --- erasing

def erase_statement(links):
    return struct.pack("<II", 0, len(links)) + b"".join(links)


def check_erase(record, known=()):
    """Raises Shut unless the notebook's own newest generation wants all of it erased."""
    about = record.about()
    reader = Reader(statement_of(ERASE_BODY, record.body)[0])
    singles, count = reader.u32(), 0
    reader.raw(16 * singles)
    links, before = reader.u32(), None
    while count < links:
        count += 1
        before_this, before = before, Generation(count, reader.raw(64), reader.raw(64), ())
        follows(about.stream, before, before_this)
        if known and count == len(known) and before.public != known[-1].public:
            raise Shut("another generation")
    if about.kind != ERASE or singles or count != about.generation or count < len(known) or not count:
        raise Shut("erase")
    check(ERASE_BODY, before.public[:32], record.header, record.body)


def open_content(keys, record):
    """Who wrote it (nothing: its owner) and the words."""
    for one in keys:
        if one.generation != record.about().generation:
            continue
        if record.body[:1] == bytes([SHARED]):
            return open_shared(one.box, record.header, record.body)
        return None, one.open(record.header, record.body)
    raise Shut("no key of this generation")
