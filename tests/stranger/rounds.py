# SPDX-License-Identifier: MPL-2.0
"""What a kiosk does with the server: push, news, pull, sums. PROTOCOL.md, "Heads"."""
from keys import Shut
from kiosk import Restored, record_in
from line import NoServer, Refused
from notebook import check_erase, generations
from wire import ERASE, Malformed, read_record

MOST_LISTED = 512


def whole(act):
    """Begins anew when the server turns out to have been restored: no cursor of before is kept."""
    def begun(kiosk, *words):
        for _ in range(3):
            try:
                return act(kiosk, *words)
            except Restored:
                continue
        raise NoServer("it says each time that it was restored")
    return begun


@whole
def push(kiosk):
    """Offers everything that waits, then stubs of what was refused. How many requests it took."""
    asked = 0
    waiting = [one for one in kiosk.own() if one["is"] == "waiting"]
    most = kiosk.limits.get("push_records", 200)
    while waiting:
        batch = waiting[:most]
        asked += 1
        try:
            answered(kiosk, batch, offer(kiosk, [one["bytes"] for one in batch]))
        except Refused as refused:
            if refused.status not in (413, 500):
                raise
            if len(batch) > 1:
                most = (len(batch) + 1) // 2
                continue
            if refused.status == 413:
                batch[0].update({"is": "rejected", "reason": "too_large"})
        waiting = waiting[len(batch):]  # what was answered "later" too: the others pass it
        kiosk.save()
    send_stubs(kiosk)
    send_forks(kiosk)
    return asked


def send_stubs(kiosk):
    """So that the chain has no hole where something was refused."""
    refused = [one for one in kiosk.own() if one["is"] == "rejected" and one["bytes"]]
    if refused:
        offer(kiosk, [], [record_in(one).stub().hex() for one in refused])
        for one in refused:
            one["is"] = "set aside"
        kiosk.save()


def send_forks(kiosk):
    """What it wrote under an earlier name, to a server that was restored."""
    forks = [one for one in kiosk.former() if one["is"] == "waiting"]
    if forks:
        answered(kiosk, forks, offer(kiosk, [], forks=[one["bytes"] for one in forks]))


def offer(kiosk, records, stubs=(), forks=()):
    head = {"records": len(records), "stubs": len(stubs), **({"forks": len(forks)} if forks else {})}
    said, _ = kiosk.ask("/sync/push", head, [bytes.fromhex(one) for one in [*records, *stubs, *forks]])
    return said["verdicts"]


def answered(kiosk, batch, verdicts):
    if len(verdicts) != len(batch):
        raise Malformed("verdicts")
    for one, verdict in zip(batch, verdicts):
        if verdict["is"] in ("accepted", "duplicate", "rejected", "erased"):
            one["is"], one["reason"] = verdict["is"], verdict.get("reason", "")
    kiosk.save()


@whole
def pull(kiosk):
    """News, then page after page until there are no more. How many records came."""
    came = 0
    while True:
        head = {"since": kiosk.kept["since"]}
        if kiosk.kept.get("root"):
            head["root"] = kiosk.kept["root"]  # of the centre that was set up here
        shared = kiosk.untold()[:MOST_LISTED]
        if shared:
            head["shared"] = shared
        news, _ = kiosk.ask("/sync/news", head)
        hear_beside(kiosk, news, shared)
        kiosk.kept["not_compared"] = news.get("not_compared")  # "national_only": the rest comes later
        told = {one["stream"]: kiosk.kept["after"].get(one["stream"], 0) for one in news["streams"]}
        lost = kiosk.kept["highest"] > len(kiosk.own())
        came += pull_streams(kiosk, told, "send" if lost else "skip")
        kiosk.kept["since"] = news["upto"]
        kiosk.save()
        if not news["more"]:
            return came


def hear_beside(kiosk, news, shared):
    """What news say beside: since when all of a stream is for this centre, and which names were its own."""
    kiosk.kept["formers"] = news.get("formers", [])
    for one in news["streams"]:
        if "opened" in one:
            kiosk.kept["opened"][one["stream"]] = one["opened"]
    if news.get("shared"):
        kiosk.kept["shared"].update({stream: news["state"]["time"] for stream in shared})


def pull_streams(kiosk, after, own="skip"):
    came, more = 0, bool(after)
    while more:
        asked = [{"stream": stream, "counter": counter} for stream, counter in after.items()]
        head, blobs = kiosk.ask("/sync/pull", {"after": asked, "own": own})
        came += take(kiosk, blobs, own)
        for one in head["upto"]:
            after[one["stream"]] = kiosk.kept["after"][one["stream"]] = one["counter"]
        kiosk.save()  # the page and its cursors at once
        more = head["more"]
    return came


def take(kiosk, blobs, own="skip"):
    """What is here already is passed over. What an erasure names goes. What was asked back is its own."""
    names = [kiosk.key.device().hex(), *kiosk.kept["formers"]] if own == "send" else []
    here = {(one["device"], one["number"], one["hash"]) for one in kiosk.kept["records"]}
    came = [read_record(blob) for blob in blobs]
    new = [one for one in came
           if (one.about().device.hex(), one.about().number, one.hash().hex()) not in here]
    for one in new:
        kiosk.keep(one, "accepted" if one.about().device.hex() in names else "theirs")
    for one in new:
        if one.about().kind == ERASE and is_wanted(kiosk, one):
            kiosk.erase(one.about().stream)
    return len(new)


def is_wanted(kiosk, erasure):
    try:
        stream = erasure.about().stream
        check_erase(erasure, generations(stream, kiosk.records(stream)))
        return True
    except (Shut, Malformed):
        return False


def sums(kiosk, streams):
    """The server's sum of each stream, by the name of the stream."""
    after = [{"stream": one.hex(), "counter": kiosk.kept["after"].get(one.hex(), 0)} for one in streams]
    head, blobs = kiosk.ask("/sync/pull", {"after": after, "own": "skip", "sums": True})
    take(kiosk, blobs)
    return {bytes.fromhex(one["stream"]): bytes.fromhex(one["sum"]) for one in head["upto"] if "sum" in one}
