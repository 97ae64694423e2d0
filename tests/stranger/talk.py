# SPDX-License-Identifier: MPL-2.0
"""What citizens and staff write to each other: PROTOCOL.md, "Requests for help"."""
import json
import os
from dataclasses import dataclass
from datetime import date

import card as cards
from centre import Centre
from citizen import Open
from keys import SHARED, CentreCard, Keys, Shut, open_shared, seal_shared, stream_of
from notebook import GENERATION_BODY, generation_statement, generations, open_content, signing
from wire import CONTENT, KEY, Malformed

REQUEST, MORE, ANSWER = "message.request", "message.more", "message.answer"
LONGEST_WORDS, LONGEST_NAME = 400, 30


@dataclass(frozen=True)
class Message:
    order: tuple  # number, device, id
    writer: bytes
    said: dict

    def id(self):
        return self.order[2].hex()

    def words(self):
        return self.said.get("words")


# --- reading

def text(said, name, most):
    words = said[name]
    plain = isinstance(words, str) and not any(ord(one) < 0x20 or 0x7f <= ord(one) < 0xa0 for one in words)
    if not plain or not 1 <= len(words) <= most:
        raise Malformed(name)


def named(said, name):
    if len(said[name]) != 32 or bytes.fromhex(said[name]).hex() != said[name]:
        raise Malformed(name)


def understood(words):
    """Nothing of another kind. Raises where a field is not what it may be."""
    said = {name: value for name, value in json.loads(words).items() if value is not None}
    if said.get("kind") not in (REQUEST, MORE, ANSWER):
        return None
    if said["kind"] == REQUEST:
        if said["topic"] not in (1, 2, 3, 4) or said["wish"] not in (1, 2):
            raise Malformed("request")
    else:
        named(said, "request")
    if said["kind"] != REQUEST or "words" in said:
        text(said, "words", LONGEST_WORDS)
    for name in {"by"} if said["kind"] == ANSWER else {"whom"} & said.keys():
        text(said, name, LONGEST_NAME)
    if "after" in said:
        named(said, "after")
    if "day" in said and date.fromisoformat(said["day"]).isoformat() != said["day"]:
        raise Malformed("day")
    return said


def messages(stream, records, opening):
    """Those that count: whose word it is, the signature says. `opening` gives the writer and the words."""
    own = signing(stream, records)
    for record in records:
        if record.about().kind != CONTENT or record.body[:1] != bytes([SHARED]):
            continue
        try:
            writer, words = opening(record)
            said = understood(words)
        except (Shut, Malformed, ValueError, KeyError, TypeError, AttributeError):
            continue
        about = record.about()
        if said and (said["kind"] == ANSWER) != (writer in own):
            yield Message((about.number, about.device, about.id), writer, said)


def conversations(told):
    """By its request: what was said, as it is read."""
    known = {}
    for one in sorted(told, key=lambda one: one.order, reverse=True):
        known[one.id()] = one

    def depth(one):
        steps = 0
        while one and "after" in one.said and steps <= len(known):
            one, steps = known.get(one.said["after"]), steps + 1
        return steps

    read = {name: [one] for name, one in known.items() if one.said["kind"] == REQUEST}
    for one in sorted(known.values(), key=lambda one: (depth(one), one.order)):
        if one.said["kind"] != REQUEST:
            read.get(one.said["request"], []).append(one)
    return read


# --- citizens

def heard(own):
    """In an open notebook."""
    return conversations(messages(own.stream, own.kiosk.records(own.stream),
                                  lambda record: open_content(own.keys, record)))


def ask(own, centre, **what):
    return send(own, centre, {"kind": REQUEST, **what})


def go_on(own, centre, request, words):
    return send(own, centre, {"kind": MORE, "request": request, "words": words,
                              "after": heard(own)[request][-1].id()})


def send(own, centre, said):
    """The message, and that there is one. The message's name."""
    keys = own.keys[0]
    name = write(own.kiosk, own.stream, keys.generation, [keys.box.public, centre.inbox.public], keys.signer, said)
    centre.tell(own.kiosk, own.kiosk.key, {"kind": "asked", "where": own.stream.hex(),
                                           "request": said.get("request", name), "message": name})
    return name


def without_notebook(kiosk, centre, receipt, **what):
    keys = Keys(os.urandom(32))
    own = Open(kiosk, stream_of(keys.public), [keys])
    own.sign(KEY, GENERATION_BODY, generation_statement(own.stream, keys))
    own.put_on(receipt, cards.RECEIPT)
    return own, ask(own, centre, **what)


def write(kiosk, stream, generation, readers, writer, said):
    words = json.dumps(said, ensure_ascii=False).encode()
    record = kiosk.write(stream, generation, CONTENT,
                         lambda header: seal_shared(readers, header, words, writer))
    kiosk.share(stream)
    return record.about().id.hex()


# --- staff

class Desk:
    """A member at a further kiosk of the centre, let in with the centre card."""

    def __init__(self, kiosk, card, key):
        self.kiosk, self.key = kiosk, key
        paper = CentreCard(card)
        self.centre = Centre(paper, self.told())
        self.centre.tell(kiosk, paper.root, {"kind": "member_key", "member": "10" + "00" * 15,
                                             "key": key.public.hex()})

    def told(self):
        return self.kiosk.records(bytes.fromhex(self.kiosk.kept["centre"]))

    def waiting(self):
        return self.centre.waiting(self.told())

    def name_of(self, message):
        return self.centre.members(self.told()).get(message.writer, (None,))[0]

    def heard(self, stream):
        inbox = self.centre.inbox
        return conversations(messages(stream, self.kiosk.records(stream),
                                      lambda record: open_shared(inbox, record.header, record.body)))

    def answer(self, request, words):
        """What is written since it was read stays unanswered."""
        stream, unanswered = self.waiting()[request]
        newest = generations(stream, self.kiosk.records(stream))[-1]
        readers = [newest.public[32:], self.centre.inbox.public]
        name = write(self.kiosk, stream, newest.number, readers, self.key,
                     {"kind": ANSWER, "request": request, "words": words, "by": "Lone",
                      "after": self.heard(stream)[request][-1].id()})
        self.centre.tell(self.kiosk, self.key, {"kind": "handled", "request": request,
                                                "messages": unanswered[:64], "how": 1})
        return name
