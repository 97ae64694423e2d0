# SPDX-License-Identifier: MPL-2.0
"""A device of a centre and what it keeps: PROTOCOL.md, "Heads"."""
import json
import os
import sys
from pathlib import Path

import keys
from line import Line, Refused
from wire import ERASE, Header, Record, checksum, read_record

SPEAKS = (2, 1)  # newest first
DONE = ("accepted", "duplicate")
FOLLOWED = 90 * 24 * 3600  # seconds


def invitation(typed):
    """The bare code's letters, and what else an office's code says: its parts by their letter."""
    text = "".join(typed.split()).upper()
    if not text.startswith("FE."):
        return text.replace("-", ""), {}
    code, *parts = text[3:].split(".")
    return code, {part[0]: part[1:] for part in parts}


def record_in(one):
    """Of what is kept; what this device wrote itself may be longer than anybody takes."""
    return read_record(bytes.fromhex(one["bytes"]), sys.maxsize)


class Restored(Exception):
    """The server was set back: everything waits again and is read from zero; ask anew."""


class Kiosk:
    """Everything it knows stands in one file, which is replaced as a whole."""

    speaks = SPEAKS

    def __init__(self, file, url, sleep=None):
        self.file, self.line = Path(file), Line(url)
        self.sleep = sleep
        self.kept = {"seed": os.urandom(32).hex(), "asked": 0, "protocol": SPEAKS[0], "since": 0, "after": {},
                     "centre": None, "epoch": None, "counter": 0, "highest": 0, "mark": None, "records": [],
                     "formers": [], "opened": {}, "shared": {}}
        if self.file.exists():
            self.kept = json.loads(self.file.read_text())
        self.key = keys.SigningKey(bytes.fromhex(self.kept["seed"]))
        self.limits = {}

    def save(self):
        beside = self.file.with_suffix(".new")
        beside.write_text(json.dumps(self.kept))
        beside.replace(self.file)

    # --- asking

    def ask(self, path, head, blobs=()):
        """Asks until there is an answer that another try would not change."""
        for _ in range(10):
            self.kept["asked"] += 1
            self.save()  # first: a counter is never used twice
            try:
                said = self.line.post(self.key, path, self.kept["asked"], {**head, **self.says()}, blobs)
            except Refused as refused:
                self.make_up_for(refused)
                continue
            self.hear(said[0]["state"])
            return said
        raise Refused(503, {"error": "busy"})

    def says(self):
        """What stands in every request."""
        kept = self.kept
        said = {"protocol": kept["protocol"]}
        if kept["protocol"] >= 2 and kept["mark"]:
            said["past"] = {"counter": kept["counter"], "mark": kept["mark"]}
        return said

    def make_up_for(self, refused):
        if refused.word == "behind":
            self.kept["asked"] = refused.head["request"]
        elif refused.word == "protocol":
            lowest, highest = refused.head["protocols"]
            common = [one for one in self.speaks if lowest <= one <= highest]
            if not common or self.kept["protocol"] == common[0]:
                raise refused
            self.kept["protocol"] = common[0]
        elif refused.status == 503 and self.sleep:
            self.sleep(refused.retry_after or 1)
        else:
            raise refused

    def hear(self, state):
        kept = self.kept
        restored = kept["epoch"] is not None and (
            state["epoch"] != kept["epoch"] or state["counter"] < kept["counter"] or
            state["highest"] < kept["highest"] or state.get("other_past", False) or
            bool(state.get("mark")) and not kept["mark"])
        if restored:
            kept["since"], kept["after"] = 0, {}
            for one in kept["records"]:
                if one["is"] in DONE:
                    one["is"] = "waiting"
            for stream, told in kept["shared"].items():
                if told and told > state["time"] - FOLLOWED:
                    kept["shared"][stream] = None
        for name in ("epoch", "counter", "highest"):
            kept[name] = state[name]
        kept["mark"] = state.get("mark")
        self.limits = state["limits"]
        self.save()
        if restored:
            raise Restored

    def enrol(self, code, before=None):
        """`before`: the key of the frozen device that this one was."""
        letters, said = invitation(code)
        head = {"code": letters, "key": self.key.public.hex()}
        if before:
            signature = before.sign(b"frikort enrolled anew\n" + self.key.public)
            head["before"] = {"key": before.public.hex(), "signature": signature.hex()}
        told, _ = self.ask("/sync/enrol", head)
        self.kept["centre"] = told["centre_stream"]
        self.kept["expected"] = said.get("K")  # whoever opens the centre with its card holds its root against it
        self.save()
        return told["centre"]

    def halves(self):
        """The server's half of this kiosk's pepper, and those of the names it bore before. Kept nowhere."""
        box = keys.BoxKey(os.urandom(32))
        news, _ = self.ask("/sync/news", {"since": self.kept["since"], "half_to": box.public.hex()})
        return [box.open(bytes.fromhex(one)) for one in news["halves"]]

    def follow(self, card, proof):
        head, _ = self.ask("/sync/follow", {"card": card.hex(), "proof": proof.hex()})
        return [bytes.fromhex(stream) for stream in head["streams"]]

    # --- records

    def records(self, stream=None):
        """In the server's order as far as it counts: what was beaten stands behind what beat it."""
        kept = sorted(self.kept["records"], key=lambda one: one["reason"] == "beaten")
        return [record_in(one) for one in kept
                if one["bytes"] and stream in (None, bytes.fromhex(one["stream"]))]

    def own(self):
        """What this device wrote, in its order."""
        mine = [one for one in self.kept["records"] if one["device"] == self.key.device().hex()]
        return sorted(mine, key=lambda one: one["number"])

    def former(self):
        """What it wrote under earlier names, and got back."""
        return [one for one in self.kept["records"] if one["device"] in self.kept["formers"]]

    def write(self, stream, generation, kind, body_for, newer=b""):
        """`body_for` makes the body for the header's bytes."""
        own = self.own()
        header = Header(os.urandom(16), stream, generation, kind, self.key.device(), len(own) + 1,
                        newer).encode()
        previous = bytes.fromhex(own[-1]["hash"]) if own else bytes(32)
        record = Record(header, previous, body_for(header))
        self.keep(record, "waiting")
        self.save()
        return record

    def keep(self, record, standing):
        about = record.about()
        self.kept["records"].append({
            "device": about.device.hex(), "number": about.number, "stream": about.stream.hex(),
            "hash": record.hash().hex(), "bytes": record.encode().hex(), "is": standing, "reason": ""})

    def erase(self, stream):
        """Device, number and hashes stay, and the record that says so."""
        for one in self.kept["records"]:
            if one["bytes"] and one["stream"] == stream.hex():
                if record_in(one).about().kind != ERASE:
                    one["bytes"], one["is"] = "", "erased"

    def share(self, stream):
        """Something was written in it for the staff, or by them: to be told once nothing of it waits here."""
        self.kept["shared"][stream.hex()] = None  # when the server heard it
        self.save()

    def untold(self):
        waits = {one["stream"] for one in self.own() if one["is"] == "waiting"}
        return [stream for stream, told in self.kept["shared"].items() if not told and stream not in waits]

    def sum(self, stream):
        """Over what was acknowledged or sent, and not erased."""
        settled = [one for one in self.kept["records"] if one["stream"] == stream.hex() and one["bytes"] and
                   one["is"] in DONE + ("theirs",)]
        return checksum(record_in(one) for one in settled)
