# SPDX-License-Identifier: MPL-2.0
"""One step of a client at a server: stranger.py URL FILE STEP [WORDS...]

FILE is what the client keeps from step to step.
  enrol CODE                                   says the centre
  make CARD PIN NAME                           a notebook on this card
  earn CARD PIN ØRE DAY [PLACE]
  renew CARD PIN NEW-CARD NEW-PIN
  erase CARD PIN
  push | pull                                  says what came of it
  follow CARD PIN                              fetches a notebook from elsewhere
  read CARD PIN YEAR                           "ØRE in N, name, N kept aside"
  agree CARD PIN                               whether the server's checksum is that of what is here
"""
import sys
import time

import citizen
import rounds
from card import Card, pin
from kiosk import Kiosk


def opened(kiosk, card, code):
    return citizen.open_with(kiosk, Card.scanned(card), pin(code))


def make(kiosk, card, code, name):
    return citizen.make(kiosk, Card.scanned(card), pin(code), name).stream.hex()


def renew(kiosk, card, code, new_card, new_code):
    opened(kiosk, card, code).renew(Card.scanned(new_card), pin(new_code))


def erase(kiosk, card, code):
    opened(kiosk, card, code).erase()


def read(kiosk, card, code, year):
    book = opened(kiosk, card, code).book()
    told = book.year(int(year))
    return f"{sum(told)} in {len(told)}, {book.call_name()}, {book.kept_aside} kept aside"


def follow(kiosk, card, code):
    held = Card.scanned(card)
    streams = kiosk.follow(held.lookup(), held.stretched(pin(code))[1])
    return rounds.pull_streams(kiosk, {stream.hex(): 0 for stream in streams})


def agree(kiosk, card, code):
    stream = opened(kiosk, card, code).stream
    return rounds.sums(kiosk, [stream])[stream] == kiosk.sum(stream)


def earn(kiosk, card, code, ore, day, *place):
    return opened(kiosk, card, code).earn(int(ore), day, *place).about().number


def push(kiosk):
    rounds.push(kiosk)
    return ", ".join(sorted({one["is"] for one in kiosk.own()}))


STEPS = {
    "enrol": Kiosk.enrol, "read": read, "follow": follow, "agree": agree, "earn": earn, "push": push,
    "pull": rounds.pull, "make": make, "renew": renew, "erase": erase,
}

if __name__ == "__main__":
    url, file, step, *words = sys.argv[1:]
    print(STEPS[step](Kiosk(file, url, time.sleep), *words))
