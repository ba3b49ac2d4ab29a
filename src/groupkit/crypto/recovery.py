"""The recovery sheet: sixteen words on paper that open the store when the passphrase is lost.

Fourteen words carry 168 random bits, two are a checksum of 24 bits (a Reed-Solomon code over
GF(2^12)). Any one or two wrong words, and any two words swapped, are found for certain; another
wrong sheet gets past the checksum once in 16 million, and then the slot's own tag refuses it.

The list is ours: 4096 words of five letters, consonant and vowel in turn, so that they can be read
aloud in Danish and English. The last letter follows from the first four: words differ in at
least two letters, one mistyped letter never makes another word, and a word cut to four letters is
still known. The list must never change, for sheets lie in safes.
"""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from groupkit.domain.refusal import Refused, WrongRecoverySheet

WORDS = 16
ROW = 4
WORD_LETTERS = 5
SECRET_BYTES = 21

_START = WORD_LETTERS - 1  # letters that tell a word from all others
_LIST_LENGTH = 4096
_DATA = WORDS - 2
_CONSONANTS = "bdfghjklmnprstv"
_VOWELS = "aeiou"
# Pieces of words that nobody should find on a sheet from a shelter.
_UNKIND = re.compile(
    "ban|bat|bid|bit|bom|did|dik|dil|dod|dov|dum|fag|fat|fed|fis|fuk|gal|gun|had|hat|hit|hor|jap"
    "|jud|kak|kil|kok|kuj|kus|lide|lud|lus|mis|nar|nazi|neg|nig|nud|pat|peni|pik|pis|puk|pup|rap"
    "|ris|rov|rus|sad|seme|suk|sut|tab|tis|tit|tos|tot|tum|vag|vol|dor|pin|bul|naked|homos"
)
_MOST_TYPED = 2000
_FIELD_POLYNOMIAL = 0x1053  # x^12 + x^6 + x^4 + x + 1, primitive
_FIELD_SIZE = 1 << 12
_CONSTANT = 0x5A5  # keeps sixteen times the first word from being a valid sheet


@dataclass(frozen=True)
class RecoverySheet:
    """Sixteen words, to be shown once and printed; ``secret`` is what they stand for."""

    words: tuple[str, ...] = field(repr=False)
    secret: bytes = field(repr=False)

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return the words in four rows of four, as they are printed and numbered."""
        return tuple(self.words[at : at + ROW] for at in range(0, WORDS, ROW))


def new_sheet() -> RecoverySheet:
    """Return a sheet with 168 new random bits."""
    return sheet_of(os.urandom(SECRET_BYTES))


def sheet_of(secret: bytes) -> RecoverySheet:
    """Return the sheet that stands for ``secret`` (21 bytes)."""
    whole = int.from_bytes(secret, "big")
    data = [(whole >> (12 * place)) % _FIELD_SIZE for place in reversed(range(_DATA))]
    words = word_list()
    return RecoverySheet(tuple(words[number] for number in (*data, *_checks(data))), secret)


def read_sheet(typed: str) -> RecoverySheet:
    """Return the sheet that ``typed`` means.

    Case, spaces, hyphens, line breaks, numbers of rows and words, words written together and
    words cut to four letters are put right.

    Raises:
        Refused: WrongRecoverySheet, when a word is unknown or the checksum does not hold.
    """
    numbers = [_number_of(word) for word in _words_in(typed)]
    data = [number for number in numbers[:_DATA] if number is not None]
    if len(numbers) != WORDS or len(data) != _DATA or tuple(numbers[_DATA:]) != _checks(data):
        raise Refused(WrongRecoverySheet())
    whole = 0
    for number in data:
        whole = whole * _FIELD_SIZE + number
    return sheet_of(whole.to_bytes(SECRET_BYTES, "big"))


@cache
def word_list() -> tuple[str, ...]:
    """Return the 4096 words in their order."""
    kind = [word for word in _all_words() if not _UNKIND.search(word)]
    return tuple(kind[place * len(kind) // _LIST_LENGTH] for place in range(_LIST_LENGTH))


def _all_words() -> list[str]:
    """Every word of the pattern; the last letter's weights tell swapped letters apart too."""
    words = []
    for a, b, c, d in product(range(15), range(5), range(15), range(5)):
        last = (2 * a + 4 * b + c + 7 * d) % len(_CONSONANTS)
        letters = (_CONSONANTS[a], _VOWELS[b], _CONSONANTS[c], _VOWELS[d], _CONSONANTS[last])
        words.append("".join(letters))
    return words


@cache
def _numbers_by_start() -> dict[str, int]:
    return {word[:_START]: number for number, word in enumerate(word_list())}


def _number_of(word: str) -> int | None:
    number = _numbers_by_start().get(word[:_START])
    if number is None or not word_list()[number].startswith(word):
        return None
    return number


def _words_in(typed: str) -> list[str]:
    if len(typed) > _MOST_TYPED:
        return []
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", typed).casefold())
    letters = "".join(words)
    for length in (WORD_LETTERS, _START):
        if len(letters) == WORDS * length:
            return [letters[at : at + length] for at in range(0, len(letters), length)]
    return words


def _checks(data: list[int]) -> tuple[int, int]:
    """Return the two check words: the sum of all, and their sum weighted by place."""
    plain = weighted = 0
    for number in reversed(data):
        plain ^= number
        weighted = _doubled(weighted) ^ number
    return plain, weighted ^ _CONSTANT


def _doubled(element: int) -> int:
    element <<= 1
    return element ^ _FIELD_POLYNOMIAL if element >= _FIELD_SIZE else element
