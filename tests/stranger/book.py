# SPDX-License-Identifier: MPL-2.0
"""What stands in a notebook and what it adds up to: PROTOCOL.md, "What a notebook says"."""
import json
from datetime import date

OWNERS = ("earning", "correction", "call_name")
OTHERS = ("earning", "happened", "confirmed")
LARGEST = 10_000_000_00  # øre


class Book:
    def __init__(self):
        self.about = {}  # by the earning's id: what was said of it
        self.kept_aside = 0
        self.names = []

    def add(self, record, writer, words):
        """One opened record. `writer`: nothing for the owner."""
        said, about = json.loads(words), record.about()
        order = (about.number, about.device, about.id)
        if said["kind"] not in (OTHERS if writer else OWNERS):
            self.kept_aside += 0 if said["kind"].startswith("message.") else 1
        elif said["kind"] == "earning" and said.get("kept"):
            if writer:
                self.about.setdefault(said["kept"], {})[about.id.hex()] = (order, earning(said), ())
            else:
                self.kept_aside += 1
        elif said["kind"] == "earning":
            self.about.setdefault(about.id.hex(), {})[about.id.hex()] = (order, earning(said), ())
        elif said["kind"] == "correction":
            now = None if said["now"] == "withdrawn" else earning(said["now"])
            self.about.setdefault(said["entry"], {})[about.id.hex()] = (order, now, tuple(said["replaces"]))
        elif said["kind"] == "call_name":
            self.names.append((order, said["name"]))

    def call_name(self):
        return max(self.names)[1] if self.names else None

    def entries(self):
        """Day and øre of each payment that counts."""
        for entry, sayings in self.about.items():
            counted = standing(entry, sayings)
            if counted:
                yield counted

    def year(self, year):
        return [ore for day, ore in self.entries() if day.year == year]


def earning(said):
    ore = said["ore"]
    if not isinstance(ore, int) or isinstance(ore, bool) or not 1 <= ore <= LARGEST:
        raise ValueError("amount")
    day = date.fromisoformat(said["paid"])
    if day.isoformat() != said["paid"]:
        raise ValueError("day")
    return day, ore


def standing(entry, sayings):
    """What no other saying replaces; of several the larger amount; nothing when it was withdrawn."""
    earnings = {name for name, (_, _, replaces) in sayings.items() if not replaces}  # brought twice it is one
    if entry in earnings:
        sayings = {name: one for name, one in sayings.items() if name == entry or name not in earnings}
    replaced = {one for _, _, replaces in sayings.values() for one in replaces}
    if len(earnings) < len(sayings):
        replaced |= earnings
    heads = [one for name, one in sayings.items() if name not in replaced] or list(sayings.values())
    best = max(heads, key=lambda one: (one[1] is not None, one[1][1] if one[1] else 0, one[0]))
    return best[1]
