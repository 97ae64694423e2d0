# SPDX-License-Identifier: MPL-2.0
"""Turns bits of the vectors: nothing that was turned may be taken for what it was."""
import base64

import talk
from keys import INBOX, BoxKey, Shut, SigningKey, check_signature, derived, open_shared
from line import content_digest
from notebook import GENERATION_BODY, SLOT_BODY, check, check_erase, generations, open_content, ring
from slots import read_slot, unwrap
from wire import CONTENT, ERASE, Malformed, Record, read_record, read_stub


def turns(data):
    """All of the data with one bit turned, once for each byte."""
    for at in range(len(data)):
        yield data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1:]


class Notebook:
    """The vectors' notebook, open."""

    def __init__(self, told):
        self.records = [read_record(bytes.fromhex(one["record"])) for one in told["records"]]
        self.stream = self.records[0].about().stream
        self.hold = generations(self.stream, self.records)
        slot_key, wrapped = bytes.fromhex(told["cards"][1]["slot_key"]), read_slot(self.records[7].body)[3]
        self.keys = ring(self.stream, unwrap(slot_key, self.stream, 2, wrapped), self.hold)

    def take(self, at, record):
        """Raises unless it holds, there where the record of this place stood."""
        about = record.about()
        if about.stream != self.stream:
            raise Shut("another stream")
        if about.kind == CONTENT:
            open_content(self.keys, record)
        elif about.kind == ERASE:
            check_erase(record, self.hold)
        elif record.body[0] == SLOT_BODY:
            if not 1 <= about.generation <= len(self.hold):
                raise Shut("no such generation")
            check(SLOT_BODY, self.hold[about.generation - 1].public[:32], record.header, record.body)
            read_slot(record.body)
        elif record.body[0] != GENERATION_BODY:
            raise Malformed("body")
        elif generations(self.stream, self.records[:at] + [record] + self.records[at + 1:]) != self.hold:
            raise Shut("generation")


def refused(told):
    notebook, count = Notebook(told), halves_refused(told["half"]) + talk_refused(told)
    for one in told["forged"]:
        count += is_forged(notebook, read_record(bytes.fromhex(one["record"])), one["why"])
    for at, record in enumerate(notebook.records):
        for turned in turns(record.encode()):
            count += is_refused(notebook, at, record, turned)
        for turned in turns(record.stub()):
            count += is_other_hash(record, turned)
    bodies = {one["name"]: bytes.fromhex(one["bytes"]) for one in told["messages"]}
    for one in told["requests"]:
        for turned in turns(bodies[one["message"]]):
            assert content_digest(turned) != one["content_digest"], "a turned body has the same digest"
            count += 1
        count += signatures_refused(one)
    return count


def halves_refused(told):
    box, count = BoxKey(bytes.fromhex(told["seed"])), 0
    for one in told["halves"]:
        for turned in turns(bytes.fromhex(one["sealed"])):
            try:
                box.open(turned)
            except Shut:
                count += 1
                continue
            raise AssertionError("a turned half was opened")
    return count


def talk_refused(told):
    inbox = BoxKey(derived(bytes.fromhex(told["keys"]["inbox"]["secret"]), INBOX))
    records = [read_record(bytes.fromhex(one["record"])) for one in told["talk"]["records"]]
    stream, count = records[0].about().stream, 0
    for record in records:
        for turned in turns(record.body if record.about().kind == CONTENT else b""):
            read = Record(record.header, record.previous, turned)
            heard = talk.messages(stream, [records[0], read],
                                  lambda one: open_shared(inbox, one.header, one.body))
            assert not list(heard), "a turned message was heard"
            count += 1
    return count


def is_forged(notebook, record, why):
    """Well formed, and counts for nothing."""
    if record.body[0] == GENERATION_BODY:
        assert generations(notebook.stream, [record] + notebook.records) == notebook.hold, why
        return 1
    try:
        notebook.take(0, record)
    except Shut:
        return 1
    raise AssertionError(why)


def is_refused(notebook, at, record, turned):
    try:
        read = read_record(turned)
    except Malformed:
        return 1
    assert read.hash() != record.hash(), "a turned record has the same hash"
    if (read.header, read.body) == (record.header, record.body):
        return 1  # the link to the one before is turned: that is seen by the hash
    try:
        notebook.take(at, read)
    except (Shut, Malformed):
        return 1
    raise AssertionError(f"record {at + 1} was taken with a bit turned")


def is_other_hash(record, turned):
    try:
        assert read_stub(turned)[1] != record.hash(), "a turned stub has the same hash"
    except Malformed:
        pass
    return 1


def signatures_refused(one):
    public = SigningKey(bytes.fromhex(one["seed"])).public
    words, signature = one["signed"].encode(), one["signature"]
    signature = base64.b64decode(signature.removeprefix("frikort=").strip(":"))
    check_signature(public, words, signature)
    count = 0
    turned_words = [(turned, signature) for turned in turns(words)]
    for some in turned_words + [(words, turned) for turned in turns(signature)]:
        try:
            check_signature(public, *some)
        except Shut:
            count += 1
            continue
        raise AssertionError("a turned request is signed")
    return count
