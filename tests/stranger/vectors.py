# SPDX-License-Identifier: MPL-2.0
"""Makes the vectors beside PROTOCOL.md again, byte for byte, and reads them.

vectors.py FILE             says how many hold; fails with the first that does not
vectors.py FILE --turned    turns bits of each and says how many were refused; fails when one was taken
"""
import hashlib
import json
import sys

import card as cards
import talk
import turned
from book import Book
from centre import Centre, fingerprint
from keys import INBOX, BoxKey, CentreCard, Keys, SigningKey, derived, open_shared, seal_shared, seal_to
from line import signature_base, signed_fields
from kiosk import invitation
from notebook import (ERASE_BODY, GENERATION_BODY, SLOT_BODY, check_erase, erase_statement,
                      generation_statement, generations, open_content, read_generation, ring, signed)
from slots import card_slot_statement, read_slot, recovery_slot_statement, unwrap, unwrap_recovered
from wire import (CONTENT, ERASE, Header, Record, checksum, digest, hash_of, message, read_message,
                  read_record, read_stub)


def hexed(text):
    return bytes.fromhex(text)


def same(made, told):
    assert made == told, f"{made} is not {told}"
    return 1


def drawing(random):
    """Chance that gives these bytes, one after the other."""
    left = bytearray(hexed(random))

    def chance(count):
        drawn, left[:count] = bytes(left[:count]), b""
        assert len(drawn) == count, "less chance than was drawn"
        return drawn
    return chance


def check_keys(told):
    hold = 0
    for one in told["derived"]:
        hold += same(derived(hexed(one["key"]), one["number"]).hex(), one["derived"])
    for one in told["notebook"]:
        keys = Keys(hexed(one["secret"]), one["generation"])
        hold += same(keys.public.hex(), one["sign_public"] + one["box_public"])
    paper = CentreCard(hexed(told["centre_card"]["card"]))
    hold += same(paper.box.public.hex(), told["centre_card"]["box_public"])
    hold += same(paper.root.public.hex(), told["centre_card"]["root"])
    inbox = BoxKey(derived(hexed(told["inbox"]["secret"]), INBOX))
    return hold + same(inbox.public.hex(), told["inbox"]["box_public"])


def check_cards(told):
    hold = 0
    for one in told:
        card = cards.Card.scanned(one["scanned"])
        slot_key, proof = card.stretched(one["code"].encode())
        hold += same((card.number.decode(), card.secret.decode()), (one["number"], one["secret"]))
        hold += same(card.text(), one["scanned"]) + same(card.lookup().hex(), one["card"])
        hold += same((slot_key.hex(), proof.hex()), (one["slot_key"], one["proof"]))
        hold += same(cards.verifier_of(proof).hex(), one["verifier"])
    codes = [cards.pin("482915"), cards.pictures([0, 15, 3, 3, 9]), cards.RECEIPT]
    return hold + same(codes, [one["code"].encode() for one in told])


class Maker:
    """Makes the bodies of the vectors' records with nothing but their keys."""

    def __init__(self, told, cards):
        self.told, self.cards = told, cards  # of each generation one
        self.keys = [Keys(hexed(one["secret"]), one["generation"]) for one in told["keys"]["notebook"]]
        self.stream = hexed(told["keys"]["notebook"][0]["stream"])
        self.links = []

    def body(self, one, header):
        keys, chance = self.keys[one["generation"] - 1], drawing(one["random"])
        if one["what"] == "sealed":
            return keys.seal(header, one["words"].encode(), chance)
        if one["what"] == "shared":
            readers = [hexed(reader) for reader in one["readers"]]
            writer = SigningKey(hexed(one["writer"]))
            return seal_shared(readers, header, one["words"].encode(), writer, chance)
        kind, statement = self.statement(one, keys, chance)
        return signed(kind, header, statement, keys)

    def statement(self, one, keys, chance):
        if one["what"] == "generation":
            before = self.keys[0] if one["generation"] == 2 else None
            return GENERATION_BODY, generation_statement(self.stream, keys, before, chance)
        if one["what"] == "card slot":
            card = self.cards[one["generation"] - 1]
            parts = [hexed(card[name]) for name in ("card", "verifier", "slot_key")]
            return SLOT_BODY, card_slot_statement(*parts, self.stream, keys, chance)
        if one["what"] == "recovery slot":
            centre = hexed(self.told["keys"]["centre_card"]["box_public"])
            return SLOT_BODY, recovery_slot_statement(centre, self.stream, keys, chance)
        return ERASE_BODY, erase_statement(self.links)


def check_chain(maker, told):
    previous, hold, records = bytes(32), 0, []
    for one in told:
        header = Header(hexed(one["id"]), hexed(one["stream"]), one["generation"], one["class"],
                        hexed(maker.told["device"]["device"]), one["number"], hexed(one["added"])).encode()
        record = Record(header, previous, maker.body(one, header))
        hold += same(record.encode().hex(), one["record"]) + same(record.hash().hex(), one["hash"])
        hold += same(record.stub().hex(), one["stub"]) + same(read_stub(record.stub())[1], record.hash())
        hold += same(hash_of(previous, header, digest(record.body)), record.hash())
        if one["what"] == "generation":
            maker.links.append(read_generation(record.body).link())
        previous = record.hash()
        records.append(record)
    return hold, records


def check_records(told):
    hold, records = check_chain(Maker(told, told["cards"]), told["records"])
    erasures = [one for one in records if one.about().kind == ERASE]
    sums = checksum(records).hex(), checksum(erasures).hex()
    return hold + same(sums, (told["sum"], told["sum_after_erasing"]))


def check_centre(told):
    card, centre = CentreCard(hexed(told["keys"]["centre_card"]["card"])), told["centre"]
    previous, hold, records = bytes(32), 0, []
    for one in centre["records"]:
        header = Header(hexed(one["id"]), hexed(centre["stream"]), 1, CONTENT,
                        SigningKey(hexed(centre["device_seed"])).device(), one["number"]).encode()
        body = seal_shared([hexed(one["reader"])], header, hexed(one["plain"]),
                           SigningKey(hexed(one["writer"])), drawing(one["random"]))
        records.append(Record(header, previous, body))
        previous = records[-1].hash()
        hold += same(records[-1].encode().hex(), one["record"]) + same(previous.hex(), one["hash"])
    opened = Centre(card, records)
    made = {"kind": "made", "recovery": card.box.public.hex(), "inbox": opened.inbox.public.hex()}
    hold += same(opened.keys_of("10" + "00" * 15, records), centre["keys_now"])
    hold += same(opened.opens_by_name(records), centre["open_by_name"])
    return hold + same(opened.said(records[1]), (card.root.public, made)) + same(
        opened.box.public.hex(), centre["box_public"])


def check_opening(told):
    """With a card and its code, as whoever finds nothing but the records."""
    records = [read_record(hexed(one["record"])) for one in told["records"]]
    stream = records[0].about().stream
    hold = generations(stream, records)
    kind, lookup, _, wrapped = read_slot(records[7].body)
    keys = ring(stream, unwrap(hexed(told["cards"][1]["slot_key"]), stream, 2, wrapped), hold)
    paper = CentreCard(hexed(told["keys"]["centre_card"]["card"]))
    recovered = unwrap_recovered(paper.box, stream, 1, read_slot(records[2].body)[3])
    book = Book()
    for one, record in zip(told["records"], records):
        if one["class"] == 1:
            writer, words = open_content(keys, record)
            same(words.decode(), one["words"])
            book.add(record, writer, words)
    check_erase(records[-1], hold)
    year = book.year(told["year"]["year"])
    adds_up = {"year": told["year"]["year"], "ore": sum(year), "entries": len(year),
               "kept_aside": book.kept_aside}
    same((kind, lookup.hex()), (1, told["cards"][1]["card"]))
    return same(recovered.secret, keys[1].secret) + same(adds_up, told["year"])


def check_talk(told):
    """A request without a notebook: made with the receipt, read with it and by the staff."""
    hold, records = check_chain(Maker(told, told["cards"][2:]), told["talk"]["records"])
    stream = records[0].about().stream
    keys = [unwrap(hexed(told["cards"][2]["slot_key"]), stream, 1, read_slot(records[1].body)[3])]
    inbox = BoxKey(derived(hexed(told["keys"]["inbox"]["secret"]), INBOX))
    for opening in (lambda record: open_content(keys, record),
                    lambda record: open_shared(inbox, record.header, record.body)):
        heard = talk.conversations(talk.messages(stream, records, opening))
        hold += same([[one.id() for one in read] for read in heard.values()], [told["talk"]["read"]])
    return hold


def check_half(told):
    """The server's half of a pepper, sealed to a key of one request."""
    box = BoxKey(hexed(told["seed"]))
    hold = same(box.public.hex(), told["half_to"])
    for one in told["halves"]:
        sealed = seal_to(box.public, hexed(one["half"]), drawing(one["random"]))
        hold += same(sealed.hex(), one["sealed"]) + same(box.open(sealed).hex(), one["half"])
    return hold


def check_messages(told):
    hold, bodies = 0, {}
    for one in told["messages"]:
        head, blobs = read_message(hexed(one["bytes"]))
        hold += same(head, one["head"]) + same([blob.hex() for blob in blobs], one["blobs"])
        hold += same(message(head, blobs).hex(), one["bytes"])
        bodies[one["name"]] = hexed(one["bytes"])
    for one in told["requests"]:
        key, body = SigningKey(hexed(one["seed"])), bodies[one["message"]]
        fields = signed_fields(key, one["path"], one["host"], body, one["counter"])
        for name in ("content_digest", "signature_input", "signature"):
            hold += same(fields[name.replace("_", "-").title()], one[name])
        hold += same(signature_base(one["path"], one["host"], one["content_digest"], one["counter"],
                                    one["signature_input"].split("=", 1)[1]).decode(), one["signed"])
    anew = told["enrolment"]
    code, said = invitation(anew["text"])
    number = fingerprint(hexed(told["centre"]["stream"]), hexed(anew["centre_root"]))
    hold += same(code, anew["letters"]) + same(number, anew["fingerprint"])
    hold += same(said, {"A": hashlib.sha256(hexed(anew["certificate"])).hexdigest().upper(),
                        "K": number.replace(" ", "")})
    hold += same(invitation(anew["code"]), (anew["letters"], {}))
    words = b"frikort enrolled anew\n" + SigningKey(hexed(anew["new_seed"])).public
    return hold + same(words.hex(), anew["before_words"]) + same(
        SigningKey(hexed(told["device"]["seed"])).sign(words).hex(), anew["before_signature"])


def main(file, *how):
    with open(file, encoding="utf-8") as opened:
        told = json.load(opened)
    if how == ("--turned",):
        print(turned.refused(told), "turned bits were refused")
        return
    key = SigningKey(hexed(told["device"]["seed"]))
    names = key.public.hex(), key.device().hex()
    hold = same(names, (told["device"]["public_key"], told["device"]["device"]))
    hold += check_keys(told["keys"]) + check_cards(told["cards"]) + check_records(told)
    hold += check_centre(told) + check_opening(told) + check_talk(told) + check_half(told["half"])
    print(hold + check_messages(told), "vectors hold")


if __name__ == "__main__":
    main(*sys.argv[1:])
