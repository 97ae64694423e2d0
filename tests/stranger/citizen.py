# SPDX-License-Identifier: MPL-2.0
"""What somebody does at a kiosk: makes a notebook, writes pay, opens it elsewhere, erases it."""
import json
import os

import card as cards
from book import Book
from keys import CentreCard, Keys, Shut, stream_of
from notebook import (ERASE_BODY, GENERATION_BODY, SLOT_BODY, erase_statement, generation_statement,
                      generations, open_content, ring, signed)
from slots import CARD, card_slot_statement, read_slot, recovery_slot_statement, unwrap
from wire import CONTENT, ERASE, KEY, Malformed


class Open:
    """A notebook at a kiosk, open: its keys, the newest first."""

    def __init__(self, kiosk, stream, keys):
        self.kiosk, self.stream, self.keys = kiosk, stream, keys

    def say(self, said, newer=b""):
        """The record of these words."""
        words = json.dumps(said, ensure_ascii=False).encode()
        return self.kiosk.write(self.stream, self.keys[0].generation, CONTENT,
                                lambda header: self.keys[0].seal(header, words), newer)

    def earn(self, ore, day, place=None):
        return self.say({"kind": "earning", "ore": ore, "paid": day, **({"place": place} if place else {})})

    def correct(self, record, ore, day):
        name = record.about().id.hex()
        return self.say({"kind": "correction", "entry": name, "replaces": [name],
                         "now": {"ore": ore, "paid": day}, "reason": "Skrev forkert"})

    def book(self):
        book = Book()
        for record in self.kiosk.records(self.stream):
            if record.about().kind == CONTENT:
                try:
                    book.add(record, *open_content(self.keys, record))
                except (Shut, Malformed, ValueError):
                    book.kept_aside += 1
        return book

    def sum(self, year):
        return sum(self.book().year(year))

    def sign(self, kind, body_kind, statement):
        keys = self.keys[0]
        return self.kiosk.write(self.stream, keys.generation, kind,
                                lambda header: signed(body_kind, header, statement, keys))

    def put_on(self, card, code):
        slot_key, proof = card.stretched(code)
        self.sign(KEY, SLOT_BODY, card_slot_statement(card.lookup(), cards.verifier_of(proof), slot_key,
                                                      self.stream, self.keys[0]))

    def renew(self, card, code):
        """A new card or code: the old one opens nothing that is written from now on."""
        before = self.keys[0]
        self.keys.insert(0, Keys(os.urandom(32), before.generation + 1))
        self.sign(KEY, GENERATION_BODY, generation_statement(self.stream, self.keys[0], before))
        self.put_on(card, code)

    def erase(self):
        hold = generations(self.stream, self.kiosk.records(self.stream))
        self.sign(ERASE, ERASE_BODY, erase_statement([one.link() for one in hold]))
        self.kiosk.erase(self.stream)
        self.kiosk.save()


def make(kiosk, card, code, name, centre_card=None):
    keys = Keys(os.urandom(32))
    opened = Open(kiosk, stream_of(keys.public), [keys])
    opened.sign(KEY, GENERATION_BODY, generation_statement(opened.stream, keys))
    opened.put_on(card, code)
    if centre_card:
        box = CentreCard(centre_card).box.public
        opened.sign(KEY, SLOT_BODY, recovery_slot_statement(box, opened.stream, keys))
    opened.say({"kind": "call_name", "name": name})
    return opened


def open_with(kiosk, card, code):
    """With what is here. Raises Shut when nothing opens."""
    slot_key, _ = card.stretched(code)
    for record in reversed(kiosk.records()):
        if record.about().kind != KEY or record.body[:1] != bytes([SLOT_BODY]):
            continue
        kind, lookup, _, wrapped = read_slot(record.body)
        if kind == CARD and lookup == card.lookup():
            stream = record.about().stream
            keys = unwrap(slot_key, stream, record.about().generation, wrapped)
            return Open(kiosk, stream, ring(stream, keys, generations(stream, kiosk.records(stream))))
    raise Shut("no notebook with this card here")
