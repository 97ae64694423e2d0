# SPDX-License-Identifier: MPL-2.0
"""Journeys of a request for help: written, told, read at another kiosk, answered, read again."""
import os

import card as cards
import centre as centres
import citizen
import rounds
import talk
from keys import Keys, SigningKey
from notebook import GENERATION_BODY, generation_statement
from town import CARD, CENTRE_CARD, CODE, NEW_CARD, NEW_CODE, RECEIPT, agree, follow, standings
from wire import CONTENT, ERASE, KEY

LONE, LONE_THERE, THIEF = (SigningKey(bytes([one]) * 32) for one in (71, 72, 73))


class Place:
    """Two kiosks of a centre with staff, and one of another centre."""

    def __init__(self, town):
        self.here, self.there, self.far = (town.kiosk(name, code) for name, code in
                                           zip(("here", "there", "far"), town.codes))
        self.centre = centres.set_up(self.here, CENTRE_CARD, LONE)
        go_round(self.here, self.there)
        self.desk = talk.Desk(self.there, CENTRE_CARD, LONE_THERE)

    def bo(self):
        return citizen.make(self.here, CARD, CODE, "Bo")

    def ask(self, own, words="Der mangler 200 kr."):
        """Told to everybody it is for."""
        asked = talk.ask(own, self.centre, topic=3, wish=1, words=words)
        go_round(self.here, self.there)
        return asked


def go_round(*kiosks):
    """Twice: what was written while a kiosk pulled goes with the next round."""
    for kiosk in kiosks:
        rounds.pull(kiosk)
        rounds.push(kiosk)
        rounds.pull(kiosk)


def words(conversation):
    return [one.words() for one in conversation]


def asked(town):
    """In a notebook: the colleagues hear of it by `asked`, get it when it was shared, and nobody else does."""
    at = Place(town)
    own = at.bo()
    name = talk.ask(own, at.centre, topic=3, wish=2, words="Der mangler 200 kr.", whom="Bo", day="2025-11-20",
                    after=None)
    assert at.here.untold() == []  # it waits
    rounds.push(at.here)
    assert set(standings(at.here)) == {"accepted"} and at.here.untold() == [own.stream.hex()]
    assert rounds.pull(at.there) == 1  # that there is something, not what
    assert at.desk.waiting() == {name: (own.stream, [name])} and at.desk.heard(own.stream) == {}

    rounds.pull(at.here)
    assert at.here.untold() == []
    assert rounds.pull(at.there) == 4 and at.there.kept["opened"][own.stream.hex()] > 0
    first = at.desk.heard(own.stream)[name][0]
    assert (first.said["topic"], first.said["wish"], first.said["whom"]) == (3, 2, "Bo")
    assert first.writer == own.keys[0].signer.public
    assert rounds.pull(at.far) == 0

    at.desk.answer(name, "Vi ringer til caféen")
    more = talk.go_on(own, at.centre, name, "Og 50 kr. til")  # knows nothing of the answer
    go_round(at.there, at.here, at.there, at.here)
    assert at.desk.waiting() == {name: (own.stream, [more])}
    last = talk.go_on(own, at.centre, name, "Tak")
    go_round(at.here, at.there)
    told = ["Der mangler 200 kr.", *sorted(["Vi ringer til caféen", "Og 50 kr. til"], key=order_of(own, name)),
            "Tak"]
    for heard in (at.desk.heard(own.stream), talk.heard(own),
                  talk.heard(citizen.open_with(at.there, CARD, CODE))):
        assert words(heard[name]) == told
    answer = next(one for one in talk.heard(own)[name] if one.said["kind"] == talk.ANSWER)
    assert at.desk.name_of(answer) == "Lone" and at.desk.name_of(first) is None
    assert at.desk.waiting()[name][1] == [more, last]
    agree(own.stream, at.there, (at.here, at.there))


def order_of(own, request):
    """Two that came after the same one: number, device, id decide."""
    orders = {one.words(): one.order for one in talk.heard(own)[request]}
    return orders.get


def receipt(town):
    """Without a notebook: one of a request, which the receipt opens, at another centre too."""
    at = Place(town)
    held = cards.Card.scanned(RECEIPT.text("FR"))
    own, name = talk.without_notebook(at.here, at.centre, held, topic=2, wish=1)
    assert [one.about().kind for one in at.here.records(own.stream)] == [KEY, KEY, CONTENT]
    go_round(at.here, at.there)
    assert words(at.desk.heard(own.stream)[name]) == [None]
    at.desk.answer(name, "Kom på fredag")
    go_round(at.there, at.here)
    assert at.desk.waiting() == {}
    assert follow(at.far, held, cards.RECEIPT) == [own.stream]
    for kiosk in (at.here, at.there, at.far):
        heard = talk.heard(citizen.open_with(kiosk, held, cards.RECEIPT))
        assert words(heard[name]) == [None, "Kom på fredag"]
    talk.go_on(own, at.centre, name, "Hvornår?")
    go_round(at.here)
    assert rounds.pull(at.there) == 2  # the word, and that there is one


def unasked(town):
    """Nobody speaks in another's name, shares what they may not read, or has a word back that was erased."""
    at = Place(town)
    own = at.bo()
    name = at.ask(own)
    stream, inbox, readers = own.stream, at.centre.inbox.public, [own.keys[0].box.public]
    said = {"request": name, "words": "Alt er i orden", "after": name}
    answer = {"kind": talk.ANSWER, "by": "Lone", **said}
    talk.write(at.here, stream, 1, [*readers, inbox], own.keys[0].signer, answer)
    talk.write(at.here, stream, 1, [*readers, inbox], THIEF, {"kind": talk.MORE, **said})
    for wrong in ({"words": ""}, {"words": "x" * 401}, {"words": "a\nb"}, {"by": None}, {"request": "f" * 31},
                  {"day": "2025-02-30"}, {"after": 1}):
        talk.write(at.there, stream, 1, [*readers, inbox], LONE, {**answer, **wrong})
    at.centre.tell(at.here, at.here.key, {"kind": "handled", "request": name, "messages": [name], "how": 2})
    at.centre.tell(at.here, at.here.key, {"kind": "asked", "where": "01" + "77" * 32, "request": name,
                                          "message": "77" * 16})
    go_round(at.here, at.there, at.here)
    assert words(at.desk.heard(stream)[name]) == words(talk.heard(own)[name]) == ["Der mangler 200 kr."]
    assert at.desk.waiting() == {name: (stream, [name])}

    talk.write(at.far, stream, 1, readers, THIEF, answer)  # whoever knows its name can write in it
    at.far.share(at.centre.stream)
    go_round(at.far, at.far)
    assert at.far.untold() == [] and at.far.kept["opened"] == {}
    assert len(at.far.records(stream)) == 1 and at.far.records(at.centre.stream) == []

    go_round(at.here, at.there)
    own.erase()
    go_round(at.here, at.there)
    assert [one.about().kind for one in at.there.records(stream)] == [ERASE]
    assert at.desk.heard(stream) == {} and stream in at.desk.waiting()[name]


def shared_again(town):
    """A server that was put back is told again what was shared; with a beaten generation one asks as well."""
    at = Place(town)
    own = at.bo()
    name = at.ask(own)
    older = Keys(own.keys[0].secret)
    own.renew(NEW_CARD, NEW_CODE)
    go_round(at.here)
    beaten = citizen.Open(at.there, own.stream, [Keys(os.urandom(32), 2)])
    beaten.sign(KEY, GENERATION_BODY, generation_statement(own.stream, beaten.keys[0], older))
    also = talk.ask(beaten, at.centre, topic=4, wish=1, words="Jeg også")
    go_round(at.there)
    assert "beaten" in [one["reason"] for one in at.there.own()]
    assert {one[0].words() for one in at.desk.heard(own.stream).values()} == {"Der mangler 200 kr.", "Jeg også"}
    at.desk.answer(also, "Kom ind")
    go_round(at.there, at.here)
    assert list(at.desk.waiting()) == list(talk.heard(own)) == [name]  # the other one's keys Bo has not
    answer = at.desk.answer(name, "Vi ringer")
    assert {one.about().generation for one in at.there.records() if one.about().id.hex() == answer} == {2}
    go_round(at.there, at.here)
    renewed = citizen.open_with(at.here, NEW_CARD, NEW_CODE)
    assert words(talk.heard(renewed)[name]) == ["Der mangler 200 kr.", "Vi ringer"] and at.desk.waiting() == {}

    long_ago = "01" + "77" * 32
    at.here.kept["shared"][long_ago] = 1
    at.here.kept["epoch"] = "before the fire"
    rounds.pull(at.here)
    assert at.here.kept["shared"] == {own.stream.hex(): None, long_ago: 1} and at.here.untold() == []
    go_round(at.here)
    assert at.here.kept["shared"][own.stream.hex()] > 1
    assert words(at.desk.heard(own.stream)[name]) == ["Der mangler 200 kr.", "Vi ringer"]


JOURNEYS = {one.__name__: one for one in (asked, receipt, unasked, shared_again)}
