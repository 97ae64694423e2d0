# SPDX-License-Identifier: MPL-2.0
"""Rounds at a real server: journeys.py URL FOLDER NAME CODE...   ends with "done" when all of it came true.

The codes are of these centres, in this order: Havnen, Havnen, Perronen.
"""
import shutil
import sys

import asking
import citizen
import rounds
from centre import fingerprint
from keys import SigningKey
from notebook import ERASE_BODY, erase_statement, generations
from portal import BUSY, CAPTIVE, LOSE_ANSWER
from town import CARD, CODE, NEW_CARD, NEW_CODE, Town, agree, follow, forged, refusal, standings, unheard
from wire import CONTENT, ERASE


def enrolling(town):
    """A lost answer is asked for again by the same key; nobody else has the code."""
    kiosk = town.kiosk("first", url=town.portal.url)
    assert refusal(kiosk.enrol, "0000-0000-0000-0000")[:2] == (403, "unknown_code")
    town.portal.plan = [LOSE_ANSWER]
    unheard(kiosk.enrol, town.codes[0])
    assert kiosk.enrol(town.codes[0]) == "Havnen"
    assert len(bytes.fromhex(kiosk.kept["centre"])) == 33 and kiosk.kept["centre"].startswith("02")
    assert refusal(town.kiosk("thief").enrol, town.codes[0])[:2] == (403, "used_code")
    assert refusal(town.kiosk("nobody").follow, CARD.lookup(), bytes(32))[:2] == (401, "unknown_kiosk")


def uncompared(town):
    """All that is pushed is taken and nothing given out, while nobody compared the centre's keys."""
    kiosk = town.kiosk("waits", town.codes[0])
    root = SigningKey(bytes([9]) * 32).public
    kiosk.kept["root"] = root.hex()
    own = citizen.make(kiosk, CARD, CODE, "Bo", centre_card=b"\x44" * 16)
    own.earn(35000, "2025-11-20", "Café Klare")
    rounds.push(kiosk)
    assert set(standings(kiosk)) == {"accepted"}
    assert rounds.pull(kiosk) == 0 and kiosk.kept["not_compared"] == "national_only" and kiosk.kept["since"] == 0
    assert refusal(follow, kiosk)[:2] == (403, "not_compared")
    (town.folder / "number").write_text(fingerprint(bytes.fromhex(kiosk.kept["centre"]), root))


def compared(town):
    """And then all that waited comes, to a further kiosk too."""
    kiosk, beside = town.kiosk("waits"), town.kiosk("beside", town.codes[0])
    stream = kiosk.own()[0]["stream"]
    rounds.pull(kiosk)
    assert kiosk.kept["not_compared"] is None and kiosk.kept["since"] > 0
    assert [one.hex() for one in follow(beside)] == [stream]
    agree(bytes.fromhex(stream), beside, [kiosk, beside])


def notebook(town):
    """Written once, found at another kiosk and at another centre, to the øre; and erased there too."""
    first, second, far = (town.kiosk(name, code) for name, code in zip(("one", "two", "far"), town.codes))
    own = citizen.make(first, CARD, CODE, "Bo", centre_card=b"\x44" * 16)
    wrong = own.earn(35000, "2025-11-20", "Café Klare")
    own.earn(12555, "2025-12-31")
    own.correct(wrong, 34050, "2025-11-20")
    rounds.push(first)
    assert standings(first) == ["accepted"] * 7
    for one in first.own():
        one["is"] = "waiting"
    rounds.push(first)
    assert standings(first) == ["duplicate"] * 7
    assert rounds.pull(second) == rounds.pull(far) == 0

    assert refusal(far.follow, CARD.lookup(), bytes(32))[2].head["tries"] == 2
    assert refusal(far.follow, NEW_CARD.lookup(), bytes(32))[:2] == (404, "unknown_card")
    assert follow(far) == follow(second) == [own.stream]
    elsewhere = citizen.open_with(far, CARD, CODE)
    assert (elsewhere.sum(2025), elsewhere.book().call_name()) == (46605, "Bo")
    elsewhere.earn(100, "2025-01-01")
    rounds.push(far)
    assert rounds.pull(first) == rounds.pull(second) == 1
    agree(own.stream, far, (first, second, far))
    assert own.sum(2025) == citizen.open_with(second, CARD, CODE).sum(2025) == 46705

    own.renew(NEW_CARD, NEW_CODE)
    own.earn(1, "2025-06-01")
    rounds.push(first)
    rounds.pull(second)
    renewed = citizen.open_with(second, NEW_CARD, NEW_CODE)
    assert (renewed.sum(2025), len(renewed.keys)) == (46706, 2)
    assert refusal(far.follow, CARD.lookup(), CARD.stretched(CODE)[1])[:2] == (404, "unknown_card")
    erasing(first, second, far, own)


def erasing(first, second, far, own):
    """Neither an old card nor right links with another key erase; the owner does, everywhere."""
    rounds.pull(far)
    older = citizen.Open(far, own.stream, [own.keys[1]])
    hold = generations(own.stream, far.records(own.stream))
    assert len(hold) == 2
    older.sign(ERASE, ERASE_BODY, erase_statement([one.link() for one in hold[:1]]))
    thief = SigningKey(b"\7" * 32)
    far.write(own.stream, 2, ERASE, lambda header: forged(header, hold, thief))
    rounds.push(far)
    assert [one["reason"] for one in far.own()][-2:] == ["older_card", "not_signed"]
    assert rounds.pull(second) == 0

    own.erase()
    rounds.push(first)
    rounds.pull(second)
    assert [record.about().kind for record in second.records(own.stream)] == [ERASE]
    agree(own.stream, second, (first, second))
    late = citizen.Open(far, own.stream, [own.keys[1]])
    late.earn(500, "2025-02-02")
    rounds.push(far)
    assert standings(far)[-1] == "erased"
    rounds.pull(far)
    assert {record.about().kind for record in far.records(own.stream)} == {ERASE}


def limits(town):
    """Halving, waiting when told, going on above the server's number, and no login page for a server."""
    kiosk = town.kiosk("a", url=town.portal.url)
    kiosk.kept["asked"] = 5000
    kiosk.enrol(town.codes[0])
    own = citizen.make(kiosk, CARD, CODE, "Bo")
    for _ in range(30):
        own.say({"kind": "later_program", "words": "x" * 56000})
    too_long = own.say({"kind": "later_program", "words": "x" * 1200000}).about().number
    own.earn(100, "2025-03-03")
    kiosk.limits = {}  # as a client that does not look at them
    town.portal.plan = [BUSY, CAPTIVE]
    unheard(rounds.push, kiosk)
    assert town.slept == [7] and set(standings(kiosk)) == {"waiting"}
    rounds.pull(kiosk)
    kiosk.kept["asked"] = 1  # set back by thousands
    rounds.pull(kiosk)
    assert kiosk.kept["asked"] > 5000
    town.portal.plan = [LOSE_ANSWER]
    unheard(rounds.push, kiosk)
    assert rounds.push(kiosk) > 3
    told = {one["number"]: (one["is"], one["reason"]) for one in kiosk.own()}
    assert told.pop(too_long) == ("set aside", "too_large")
    assert {one for one, _ in told.values()} <= {"accepted", "duplicate"}, told
    assert town.portal.asked.count("/sync/push") > 5
    second = town.kiosk("b", town.codes[1])
    follow(second)
    assert citizen.open_with(second, CARD, CODE).sum(2025) == 100


def newer(town):
    """What a newer program added is passed on byte for byte; what the server cannot know yet waits."""
    kiosk, second = town.kiosk("a"), town.kiosk("b")
    kiosk.speaks, kiosk.kept["protocol"] = (3, 2, 1), 3
    second.kept["protocol"] = 1  # and a program of before is served as well
    kiosk.enrol(town.codes[0])
    second.enrol(town.codes[1])
    assert kiosk.kept["protocol"] == 2
    own = citizen.make(kiosk, CARD, CODE, "Bo")
    added = own.say({"kind": "earning", "ore": 200, "paid": "2025-04-04", "mood": "glad"}, b"\xfe\xed" * 400)
    assert len(added.header) == 79 + 800
    unknown = own.say({"kind": "later_program", "sun": [1, {"moon": None}]})
    later = kiosk.write(own.stream, 1, CONTENT, lambda header: b"\x63" + bytes(300))
    ask = kiosk.ask
    kiosk.ask = lambda path, head, blobs=(): ask(path, {**head, "weather": {"sun": [1, 2]}}, blobs)
    rounds.push(kiosk)
    assert standings(kiosk) == ["accepted"] * 5 + ["waiting"]
    follow(second)
    there = {record.about().number: record for record in second.records(own.stream)}
    assert there[added.about().number] == added and there[unknown.about().number] == unknown
    assert later.about().number not in there
    book = citizen.open_with(second, CARD, CODE).book()
    assert (book.year(2025), book.kept_aside) == ([200], 1)


def restored(town):
    """A server with another past is offered everything again and read from zero; nothing is twice."""
    kiosk, second = town.kiosk("a", town.codes[0]), town.kiosk("b", town.codes[1])
    own = citizen.make(kiosk, CARD, CODE, "Bo")
    own.earn(700, "2025-07-07")
    rounds.push(kiosk)
    follow(second)
    citizen.open_with(second, CARD, CODE).earn(50, "2025-07-08")
    rounds.push(second)
    rounds.pull(kiosk)
    held = len(kiosk.kept["records"])
    kiosk.kept["epoch"] = "before the fire"
    kiosk.kept["records"] = [one for one in kiosk.kept["records"] if one["is"] != "theirs"]
    assert rounds.pull(kiosk) == 1 and len(kiosk.kept["records"]) == held
    assert set(standings(kiosk)) == {"waiting"}
    rounds.push(kiosk)
    assert set(standings(kiosk)) == {"duplicate"}
    agree(own.stream, second, (kiosk, second))
    assert own.sum(2025) == 750


def twins(town):
    """A cloned device is frozen, enrols anew with its old key, and what it wrote meanwhile enters."""
    kiosk = town.kiosk("a", town.codes[0])
    own = citizen.make(kiosk, CARD, CODE, "Bo")
    rounds.push(kiosk)
    halves = kiosk.halves()
    assert [len(half) for half in halves] == [32] and kiosk.halves() == halves
    shutil.copy(town.folder / "a", town.folder / "twin")
    own.earn(300, "2025-05-05")
    rounds.push(kiosk)
    twin = town.kiosk("twin")
    citizen.Open(twin, own.stream, own.keys).earn(4000, "2025-05-06")
    twin.kept["asked"] = 1000
    assert refusal(rounds.push, twin)[:2] == (403, "frozen")  # its stubs
    assert [one["reason"] for one in twin.own()][-1] == "other_record"
    assert refusal(rounds.pull, kiosk)[:2] == refusal(kiosk.halves)[:2] == (403, "frozen")

    again = town.kiosk("again")
    again.enrol(town.codes[1], before=twin.key)
    assert again.halves()[1:] == halves and again.halves()[0] not in halves
    released = [bytes.fromhex(one["bytes"]) for one in twin.own() if one["reason"] == "other_record"]
    head, _ = again.ask("/sync/push", {"records": 0, "stubs": 0, "forks": len(released)}, released)
    assert [one["is"] for one in head["verdicts"]] == ["accepted"]
    follow(again)
    assert citizen.open_with(again, CARD, CODE).sum(2025) == 4300


def renamed(town):
    """What a kiosk wrote under an earlier name is its own again when its database is lost, and offered so."""
    kiosk = town.kiosk("a", town.codes[0])
    own = citizen.make(kiosk, CARD, CODE, "Bo")
    rounds.push(kiosk)
    shutil.copy(town.folder / "a", town.folder / "twin")
    own.earn(300, "2025-05-05")
    rounds.push(kiosk)
    rounds.pull(kiosk)
    assert kiosk.kept["formers"] == []
    twin = town.kiosk("twin")
    citizen.Open(twin, own.stream, own.keys).earn(4000, "2025-05-06")
    twin.kept["asked"] = 1000
    assert refusal(rounds.push, twin)[:2] == (403, "frozen")

    again = town.kiosk("again")
    again.enrol(town.codes[1], before=kiosk.key)
    follow(again)
    citizen.open_with(again, CARD, CODE).earn(7, "2025-05-07")
    rounds.push(again)
    again.kept.update({"records": [], "after": {}, "since": 0, "epoch": None, "mark": None,
                       "counter": 0, "highest": 0})
    rounds.pull(again)
    assert again.kept["formers"] == [kiosk.key.device().hex()]
    assert (standings(again), [one["is"] for one in again.former()]) == (["accepted"], ["accepted"] * 4)
    assert citizen.open_with(again, CARD, CODE).sum(2025) == 307

    again.kept["epoch"] = "before the fire"
    rounds.pull(again)
    assert {one["is"] for one in again.kept["records"]} == {"waiting"}
    rounds.push(again)
    assert {one["is"] for one in again.kept["records"]} == {"duplicate"}
    rounds.pull(again)
    agree(own.stream, again, [again])


JOURNEYS = {one.__name__: one for one in (enrolling, uncompared, compared, notebook, limits, newer, restored,
                                            twins, renamed)}
JOURNEYS.update(asking.JOURNEYS)

if __name__ == "__main__":
    at, where, journey, *given = sys.argv[1:]
    JOURNEYS[journey](Town(at, where, given))
    print("done")
