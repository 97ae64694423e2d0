# SPDX-License-Identifier: MPL-2.0
"""What a centre begins with: PROTOCOL.md, "A centre's stream"."""
import json

from keys import INBOX, BoxKey, Keys, Shut, derived, open_shared
from wire import Reader, digest, sized


def fingerprint(stream, root):
    """Eight groups of five digits, to be read out on the telephone."""
    reader = Reader(digest(sized(b"frikort centre fingerprint 1") + stream + root))
    return " ".join(f"{reader.u32() % 100000:05}" for _ in range(8))


class Centre:
    """Opened with the centre card alone. Raises Shut where the card is another centre's."""

    def __init__(self, card, records):
        self.root = card.root.public
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
