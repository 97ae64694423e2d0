# SPDX-License-Identifier: MPL-2.0
"""Kiosks at a real server, and what journeys ask about them."""
from pathlib import Path

import rounds
from card import Card, pin
from kiosk import Kiosk
from line import NoServer, Refused
from notebook import ERASE_BODY, erase_statement, signed
from portal import Portal

CARD, NEW_CARD = Card("K7M2Q9XWT", "ABCDEFGHJKMN"), Card("0123456ZZ", "PQRSTVWXYZ01")
RECEIPT, CENTRE_CARD = Card("9VWXYZ012", "3456789ABCDE"), b"\x44" * 16
CODE, NEW_CODE = pin("482915"), pin("730264")


def refusal(act, *words):
    try:
        act(*words)
    except Refused as refused:
        return refused.status, refused.word, refused
    raise AssertionError("was not refused")


def unheard(act, *words):
    try:
        act(*words)
    except NoServer:
        return
    raise AssertionError("was heard, though nothing of ours was said")


def standings(kiosk):
    return [one["is"] for one in kiosk.own()]


def follow(kiosk, card=CARD, code=CODE):
    streams = kiosk.follow(card.lookup(), card.stretched(code)[1])
    rounds.pull_streams(kiosk, {stream.hex(): 0 for stream in streams})
    return streams


def agree(stream, asking, kiosks):
    assert {kiosk.sum(stream) for kiosk in kiosks} == {rounds.sums(asking, [stream])[stream]}


class Town:
    def __init__(self, url, folder, codes):
        self.url, self.folder, self.codes = url, Path(folder), codes
        self.portal = Portal(url)
        self.slept = []

    def kiosk(self, name, code=None, url=None):
        kiosk = Kiosk(self.folder / name, url or self.url, self.slept.append)
        if code:
            kiosk.enrol(code)
        return kiosk


def forged(header, hold, thief):
    """Links as they should be, signed by somebody else."""
    class Thief:
        signer = thief
    return signed(ERASE_BODY, header, erase_statement([one.link() for one in hold]), Thief)
