# SPDX-License-Identifier: MPL-2.0
"""What people carry and remember: PROTOCOL.md, "Cards"."""
import nacl.bindings as sodium

from wire import digest, joined
from keys import PROOF, SLOT_KEY, derived

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def check_letter(letters):
    """A weighted sum over GF(32), whose numbers are polynomials modulo x^5 + x^2 + 1."""
    def product(a, b):
        total = 0
        while b:
            total ^= a if b & 1 else 0
            a = a << 1 ^ (0b100101 if a & 16 else 0)
            b >>= 1
        return total

    total, weight = 0, 1
    for letter in letters:
        weight = product(weight, 2)
        total ^= product(LETTERS.index(letter), weight)
    return LETTERS[total]


def pin(digits):
    return b"pin:" + digits.encode()


def pictures(picked):
    return b"pictures:" + bytes(ord("a") + one for one in picked)


RECEIPT = b"receipt:"


class Card:
    def __init__(self, number, secret):
        self.number, self.secret = number.encode(), secret.encode()

    @staticmethod
    def scanned(text):
        """Number, secret, check letter: from the QR code, FK or FR before them, or as somebody types them."""
        letters = "".join(text.split()).upper()
        letters = letters[2:] if len(letters) == 24 and letters.startswith(("FK", "FR")) else letters
        if len(letters) != 22 or check_letter(letters[:21]) != letters[21]:
            raise ValueError("no card")
        return Card(letters[:9], letters[9:21])

    def text(self, kind="FK"):
        """`kind`: FR of a receipt."""
        letters = (self.number + self.secret).decode()
        return kind + letters + check_letter(letters)

    def lookup(self):
        return digest(joined(b"frikort card lookup 1", self.number))

    def salt(self):
        return digest(joined(b"frikort card salt 1", self.number), 16)

    def stretched(self, code):
        """Slot key and proof. Takes 64 MiB and about a tenth of a second."""
        key = sodium.crypto_pwhash_alg(32, joined(b"frikort card 1", self.secret, code), self.salt(), 3,
                                       64 * 1024 * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13)
        return derived(key, SLOT_KEY), derived(key, PROOF)


def verifier_of(proof):
    return digest(joined(b"frikort proof 1", proof))
