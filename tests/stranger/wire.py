# SPDX-License-Identifier: MPL-2.0
"""The bytes of PROTOCOL.md: integers, sized strings, messages, records, stubs, checksums."""
import hashlib
import json
import struct
from dataclasses import dataclass

CONTENT, KEY, ERASE = 1, 2, 3
NOTEBOOK, CENTRE, PROGRAMME, NATIONAL = 1, 2, 3, 4


class Malformed(Exception):
    """Bytes that are not what PROTOCOL.md says."""


def digest(data, size=32):
    return hashlib.blake2b(data, digest_size=size).digest()


def sized(data):
    return struct.pack("<I", len(data)) + data


def joined(*parts):
    return b"".join(sized(part) for part in parts)


class Reader:
    def __init__(self, data):
        self.data = data
        self.at = 0

    def raw(self, count):
        if count > len(self.data) - self.at:
            raise Malformed("cut off")
        self.at += count
        return self.data[self.at - count:self.at]

    def u8(self):
        return self.raw(1)[0]

    def u32(self):
        return struct.unpack("<I", self.raw(4))[0]

    def u64(self):
        return struct.unpack("<Q", self.raw(8))[0]

    def sized(self):
        return self.raw(self.u32())

    def rest(self):
        return self.raw(len(self.data) - self.at)

    def end(self):
        if self.at != len(self.data):
            raise Malformed("bytes left over")


# --- messages

def message(head, blobs=()):
    text = json.dumps(head, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    return sized(text) + struct.pack("<I", len(blobs)) + b"".join(map(sized, blobs))


def read_message(data):
    reader = Reader(data)
    try:
        head = json.loads(reader.sized())
    except ValueError:
        raise Malformed("head") from None
    if not isinstance(head, dict):
        raise Malformed("head")
    blobs = [reader.sized() for _ in range(reader.u32())]
    reader.end()
    return head, blobs


# --- records

@dataclass(frozen=True)
class Header:
    id: bytes
    stream: bytes  # 33 bytes
    generation: int
    kind: int  # CONTENT, KEY or ERASE
    device: bytes
    number: int
    newer: bytes = b""  # what a newer program added

    def encode(self):
        return (b"\1" + self.id + self.stream + struct.pack("<IB", self.generation, self.kind) +
                self.device + struct.pack("<Q", self.number) + self.newer)


def read_header(data):
    reader = Reader(data)
    if reader.u8() != 1:
        raise Malformed("version")
    header = Header(reader.raw(16), reader.raw(33), reader.u32(), reader.u8(), reader.raw(16), reader.u64(),
                    reader.rest())
    if len(data) > 1024 or header.stream[0] not in (NOTEBOOK, CENTRE, PROGRAMME, NATIONAL):
        raise Malformed("header")
    if header.kind not in (CONTENT, KEY, ERASE) or header.generation < 1 or header.number < 1:
        raise Malformed("header")
    return header


@dataclass(frozen=True)
class Record:
    header: bytes
    previous: bytes
    body: bytes

    def encode(self):
        return sized(self.header) + self.previous + sized(self.body)

    def stub(self):
        return sized(self.header) + self.previous + digest(self.body)

    def hash(self):
        return hash_of(self.previous, self.header, digest(self.body))

    def about(self):
        return read_header(self.header)


def hash_of(previous, header, body_digest):
    """Also of a record whose body is gone."""
    return digest(previous + digest(header) + body_digest)


def read_record(data, most=64 * 1024):
    if len(data) > most:
        raise Malformed("too long")
    reader = Reader(data)
    record = Record(reader.sized(), reader.raw(32), reader.sized())
    reader.end()
    record.about()
    return record


def read_stub(data):
    """The header and the hash of the record it stands for."""
    reader = Reader(data)
    header, previous, body_digest = reader.sized(), reader.raw(32), reader.raw(32)
    reader.end()
    return read_header(header), hash_of(previous, header, body_digest)


def checksum(records):
    total = bytes(32)
    for record in records:
        one = digest(record.about().id + record.hash())
        total = bytes(a ^ b for a, b in zip(total, one))
    return total
