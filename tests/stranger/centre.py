# SPDX-License-Identifier: MPL-2.0
"""What a centre begins with: PROTOCOL.md, "A centre's stream"."""
import json
import os

from keys import INBOX, BoxKey, CentreCard, Keys, Shut, derived, open_shared, seal_shared
from wire import CONTENT, Malformed, Reader, digest, sized

STAFF, LEADER = 2, 3


def fingerprint(stream, root):
    """Eight groups of five digits, to be read out on the telephone."""
    reader = Reader(digest(sized(b"frikort centre fingerprint 1") + stream + root))
    return " ".join(f"{reader.u32() % 100000:05}" for _ in range(8))


class Centre:
    """Opened with the centre card alone. Raises Shut where the card is another centre's."""

    def __init__(self, card, records):
        self.root, self.stream = card.root.public, records[0].about().stream
        for record in records:
            try:
                writer, secrets = open_shared(card.box, record.header, record.body)
            except Shut:
                continue
            if writer == self.root and len(secrets) == 64:
                self.box = Keys(secrets[:32]).box
                self.inbox = BoxKey(derived(secrets[32:], INBOX))
                return
        raise Shut("another centre")

    def said(self, record):
        """Whose key signed it, and what it says."""
        writer, words = open_shared(self.box, record.header, record.body)
        return writer, json.loads(words)

    def keys_of(self, member, records):
        """What signs for a member of whom only the centre card spoke."""
        keys, ended, older = [], set(), None
        for record in records:
            try:
                writer, said = self.said(record)
            except (Shut, ValueError):
                continue
            if writer != self.root or said.get("member") != member:
                continue
            if said["kind"] == "member" and said.get("ended") is None:
                older = said["key"]
            elif said["kind"] in ("member", "member_key"):
                keys.append(said["key"])
                ended.update(said.get("ended", []))
        return [key for key in [older, *keys] if key and key not in ended]

    # --- who is who, and what waits

    def doings(self, records):
        """What can be read, in the order that counts: id, whose key signed it, what it says."""
        read = []
        for record in records:
            try:
                writer, said = self.said(record)
            except (Shut, Malformed, ValueError):
                continue
            about = record.about()
            read.append((said.get("turn") or 0, about.number, about.device, about.id, writer, said))
        return [(id.hex(), writer, said) for *_, id, writer, said in sorted(read, key=lambda one: one[:4])]

    def members(self, records):
        """Name and largest role by each key that ever was a member's of whom only the centre card spoke."""
        keys, names, roles = {}, {}, {}
        for _, writer, said in self.doings(records):
            if writer != self.root or said.get("kind") not in ("member", "member_key"):
                continue
            member = said["member"]
            keys[said["key"]] = member
            names[member] = said.get("name", names.get(member))
            roles[member] = max(said.get("role", 0), roles.get(member, 0))
        return {bytes.fromhex(key): (names[member], roles[member]) for key, member in keys.items()}

    def opens_by_name(self, records):
        """Whether call names open notebooks at its kiosks, by the last leader's word."""
        members, allowed = self.members(records), True
        for _, writer, said in self.doings(records):
            if said.get("kind") == "open_by_name" and members.get(writer, ("", 0))[1] == LEADER:
                allowed = said["allowed"]
        return allowed

    def waiting(self, records):
        """By request: where it lies, and which messages of it nobody answered or closed."""
        members, asked, handled = self.members(records), {}, set()
        for _, writer, said in self.doings(records):
            if said.get("kind") == "asked":
                where, messages = asked.setdefault(said["request"], (said["where"], []))
                if where == said["where"]:
                    messages.append(said["message"])
            elif said.get("kind") == "handled" and members.get(writer, ("", 0))[1] >= STAFF:
                handled.update(said["messages"])
        left = {request: (bytes.fromhex(where), [one for one in messages if one not in handled])
                for request, (where, messages) in asked.items()}
        return {request: one for request, one in left.items() if one[1]}

    def tell(self, kiosk, writer, said):
        return write(kiosk, self.box.public, writer, json.dumps(said, ensure_ascii=False).encode())


def write(kiosk, reader, writer, words):
    return kiosk.write(bytes.fromhex(kiosk.kept["centre"]), 1, CONTENT,
                       lambda header: seal_shared([reader], header, words, writer))


def set_up(kiosk, card, leader):
    """At the first kiosk; `leader` is the key of whoever has the card."""
    paper = CentreCard(card)
    centre = Centre(paper, [write(kiosk, paper.box.public, paper.root, os.urandom(64))])
    centre.tell(kiosk, paper.root, {"kind": "made", "recovery": paper.box.public.hex(),
                                    "inbox": centre.inbox.public.hex()})
    centre.tell(kiosk, paper.root, {"kind": "member", "member": "10" + "00" * 15, "name": "Lone",
                                    "role": LEADER, "key": leader.public.hex(), "ended": []})
    kiosk.kept["root"] = paper.root.public.hex()
    return centre
