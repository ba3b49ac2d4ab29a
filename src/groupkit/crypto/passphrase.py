"""What a passphrase must be, and how long it would hold.

Fifteen characters or more, at most 1024, any Unicode; not one that a guesser tries early. No rule
asks for digits or signs: length carries, and such rules make people write it down. NFC makes the
same typed letters the same bytes on every platform.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from groupkit.crypto.common_words import DANISH_WORDS, SAYINGS
from groupkit.domain.refusal import (
    PassphraseTooCommon,
    PassphraseTooLong,
    PassphraseTooShort,
    Refused,
)

LEAST: Final = 15
MOST: Final = 1024
STRONG_ENOUGH: Final = 3

# One guess takes about half a second: 10^10 of them are 150 years on one machine.
_STEPS = (6.0, 8.0, 10.0, 14.0)
_MOST_DECOMPOSED = 4 * MOST
_ESTIMATED = 48
_SHORTEST_WORD = 3
# The estimator reads signs as letters in all combinations; beyond a handful that takes seconds.
_SIGNS_AS_LETTERS = "@({[<!|$+%"
_MOST_SIGNS = 4
_NEUTRAL = str.maketrans(_SIGNS_AS_LETTERS, "~^*=-_;:?&")


@dataclass(frozen=True)
class Estimate:
    """How hard a passphrase is to guess.

    ``score`` runs from 0 to 4; 3 (10^10 guesses) is enough. ``guesses_log10`` is the power of ten
    of the guesses that it takes.
    """

    score: int
    guesses_log10: float

    @property
    def enough(self) -> bool:
        """Whether the passphrase is not too common."""
        return self.score >= STRONG_ENOUGH


def normalised(passphrase: str) -> bytearray:
    """Return the bytes that keys are derived from: NFC in UTF-8, for the caller to wipe.

    Raises:
        Refused: PassphraseTooLong, at once whatever the length.
    """
    # A terminal can hand over half a surrogate pair; an encoding error would quote the passphrase.
    return bytearray(_composed(passphrase).encode("utf-8", "surrogatepass"))


def estimate(passphrase: str, words: Iterable[str] = ()) -> Estimate:
    """Return how hard ``passphrase`` is to guess by someone who knows ``words`` (the house).

    Quick enough for every keystroke; looks at the first 48 characters.
    """
    typed = unicodedata.normalize("NFC", passphrase[: 4 * _ESTIMATED])[:_ESTIMATED]
    if not typed:
        return Estimate(0, 0.0)
    if _letters(passphrase[:_MOST_DECOMPOSED]) in SAYINGS:
        return _scored(math.log10(len(SAYINGS)))
    from zxcvbn import zxcvbn  # late: its word lists take 40 ms to load

    known = [*_parts(words), *DANISH_WORDS]
    # A guesser knows where spaces stand; the estimator counts each as a sign to be found.
    readings = {_readable(typed), _readable(typed.replace(" ", "")) or typed}
    results = [zxcvbn(text, user_inputs=known, max_length=_ESTIMATED) for text in readings]
    return _scored(min(float(result["guesses_log10"]) for result in results))


def check(passphrase: str, words: Iterable[str] = ()) -> None:
    """Accept ``passphrase`` for a new store or a change, or refuse it.

    Raises:
        Refused: PassphraseTooLong, PassphraseTooShort, PassphraseTooCommon.
    """
    length = len(_composed(passphrase))
    if length < LEAST:
        raise Refused(PassphraseTooShort(length=length, least=LEAST))
    if not estimate(passphrase, words).enough:
        raise Refused(PassphraseTooCommon())


def _composed(passphrase: str) -> str:
    composed = (
        unicodedata.normalize("NFC", passphrase) if len(passphrase) <= _MOST_DECOMPOSED else None
    )
    if composed is None or len(composed) > MOST:
        raise Refused(PassphraseTooLong(most=MOST))
    return composed


def _scored(guesses_log10: float) -> Estimate:
    return Estimate(sum(guesses_log10 >= step for step in _STEPS), guesses_log10)


def _letters(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).casefold()
    return "".join(character for character in composed if character.isalpha())


def _readable(typed: str) -> str:
    signs = {character for character in typed if character in _SIGNS_AS_LETTERS}
    return typed.translate(_NEUTRAL) if len(signs) > _MOST_SIGNS else typed


def _parts(words: Iterable[str]) -> list[str]:
    """Return the house's words and their parts, as the estimator wants them."""
    parts = [part for word in words for part in (word, *word.split())]
    return [part.casefold() for part in parts if len(part) >= _SHORTEST_WORD]
