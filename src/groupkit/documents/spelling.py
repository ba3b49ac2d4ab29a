"""The spell check: Hunspell with the Danish and British dictionaries that ship.

Hunspell holds up every other thread while it is called. Hence the dictionary comes in parts, none
of which takes a tenth of a second to load, and suggestions are found by looking up many likely
words, one quick call each, instead of by one call to Hunspell's own search, which takes up to half
a second for a Danish compound. A dictionary is loaded once, by whoever asks first: by
:meth:`HunspellSpelling.prepare`, that is, away from the window.
"""

from __future__ import annotations

import os
import re
from collections import OrderedDict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Final

from hunspell import Hunspell

from groupkit.documents.near_words import in_case_of, near_words, parted
from groupkit.domain.spelling import MOST_SUGGESTIONS, WrittenWord, written_words
from groupkit.shipped import shipped

_DICTIONARIES: Final = {"da": "da_DK", "en": "en_GB"}
_LETTERS: Final = {
    "da": "abcdefghijklmnopqrstuvwxyzæøåé",
    "en": "abcdefghijklmnopqrstuvwxyz'",
}
_COMPOUNDED: Final = {"da": "bog"}
"""A word that any other can stand before, to look up 'samværs' in 'samværs- og børnesager'."""
_LONGEST_WORD = 40
"""Letters; longer compounds take Hunspell long, and no reader gets to their end."""
_LONGEST_INITIALS = 6
_MOST_REMEMBERED = 20_000
_MOST_LOOKED_UP = 400


class HunspellSpelling:
    """Implements ``usecases.ports.Spelling``; may be asked from several threads."""

    def __init__(self) -> None:
        self._loaded: dict[str, _Dictionary] = {}
        self._loading = Lock()

    def languages(self) -> tuple[str, ...]:
        """Return the languages that can be checked."""
        return tuple(_DICTIONARIES)

    def is_ready(self, language: str) -> bool:
        """Return whether a check will come back at once."""
        return language in self._loaded

    def prepare(self, language: str) -> None:
        """Load a language's dictionary unless that is done; takes part of a second."""
        with self._loading:
            if language not in self._loaded:
                self._loaded[language] = _Dictionary(language)

    def misspelt(
        self, source: str, language: str, own: Collection[str] = ()
    ) -> tuple[WrittenWord, ...]:
        """Return the words of ``source`` that neither the language nor the house knows."""
        known = frozenset(word.casefold() for word in own)
        dictionary = self._dictionary(language)
        return tuple(
            word for word in written_words(source) if not dictionary.knows_written(word, known)
        )

    def suggestions(self, word: str, language: str, own: Collection[str] = ()) -> tuple[str, ...]:
        """Return at most six known words that look like ``word``, the likeliest first.

        Takes up to a second for a long Danish compound.
        """
        if len(word) > _LONGEST_WORD:
            return ()
        dictionary = self._dictionary(language)
        known = frozenset(each.casefold() for each in own)
        return tuple(islice(dictionary.offered(word, known), MOST_SUGGESTIONS))

    def _dictionary(self, language: str) -> _Dictionary:
        if language not in self._loaded:
            self.prepare(language)
        return self._loaded[language]


class _Dictionary:
    """One language's words; remembers those looked up last."""

    def __init__(self, language: str) -> None:
        name = _DICTIONARIES[language]
        self._compounded = _COMPOUNDED.get(language, "")
        self._field = _field_words(language)
        self._language = language
        self._remembered: OrderedDict[str, bool] = OrderedDict()
        self._lock = Lock()
        folder = shipped("dictionaries")
        self._hunspell = Hunspell(
            name, hunspell_data_dir=str(folder.absolute()), system_encoding="utf-8"
        )
        for part in sorted(folder.glob(f"{name}-*.dic")):
            self._hunspell.add_dic(_path_for_hunspell(part))

    def knows_written(self, word: WrittenWord, own: frozenset[str]) -> bool:
        """Return whether a word on paper is right, alone or with the hyphen or dot behind it."""
        text = word.text.replace("’", "'")
        if self.knows(text, own):
            return True
        if word.followed_by == ".":
            return self.knows(text + ".", own)
        if word.followed_by == "-" and self._compounded:
            return self.knows(text + self._compounded, own)
        return False

    def knows(self, word: str, own: frozenset[str] = frozenset()) -> bool:
        """Return whether ``word`` or each part between its hyphens is known."""
        if self._knows_whole(word, own):
            return True
        parts = [part for part in re.split(r"-", word) if part]
        return len(parts) > 1 and all(self._knows_whole(part, own) for part in parts)

    def offered(self, word: str, own: frozenset[str]) -> Iterator[str]:
        """Yield known words like ``word``: those of our texts, those of the list, then others."""
        entries = _entries(self._language)
        small = word.lower()
        near = dict.fromkeys(near_words(small, _LETTERS[self._language]))
        near.pop(small, None)
        likely = [each for each in near if each in entries.ours or each in own]
        listed = [each for each in near if each in entries.listed]
        seen: set[str] = set()
        two_words = parted(small, entries.ours.__contains__, self._looked_up)
        for each in (*two_words, *likely, *listed):
            if each not in seen:
                seen.add(each)
                yield in_case_of(word, each)
        others = (each for each in near if each not in seen and each not in entries.unseemly)
        for each in islice(others, _MOST_LOOKED_UP):
            if self._looked_up(each):
                yield in_case_of(word, each)

    def _knows_whole(self, word: str, own: frozenset[str]) -> bool:
        folded = word.casefold()
        if any(each in self._field or each in own for each in (folded, *_without_genitive(folded))):
            return True
        if word.isupper() and len(word) <= _LONGEST_INITIALS:
            return True
        # Small letters first: Hunspell takes its time over some words with a capital.
        if word.isupper() or word[:1].isupper():
            return self._looked_up(word.lower()) or self._looked_up(word)
        return self._looked_up(word)

    def _looked_up(self, word: str) -> bool:
        if len(word) > _LONGEST_WORD:
            return False
        with self._lock:
            known = self._remembered.get(word)
            if known is None:
                known = bool(self._hunspell.spell(word))
                self._remembered[word] = known
                if len(self._remembered) > _MOST_REMEMBERED:
                    self._remembered.popitem(last=False)
            return known


def _without_genitive(word: str) -> Iterator[str]:
    for ending in ("'s", "s", "'"):
        if word.endswith(ending):
            yield word.removesuffix(ending)


def _path_for_hunspell(path: Path) -> str:
    """Return a path as Hunspell takes it: on Windows letters beyond ASCII need the prefix."""
    whole = str(path.absolute())
    return f"\\\\?\\{whole}" if os.name == "nt" else whole


@cache
def _field_words(language: str) -> frozenset[str]:
    """Return the words of the field that the dictionaries lack."""
    text = shipped("dictionaries", f"field.{language}.txt").read_text("utf-8")
    lines = (line.strip() for line in text.splitlines())
    return frozenset(line.casefold() for line in lines if line and not line.startswith("#"))


@dataclass(frozen=True)
class _Entries:
    """A language's words in small letters: of the shipped topics, of the list, not to suggest."""

    ours: frozenset[str]
    listed: frozenset[str]
    unseemly: frozenset[str]


@cache
def _entries(language: str) -> _Entries:
    folder = shipped("dictionaries")
    name = _DICTIONARIES[language]
    rules = (folder / f"{name}.aff").read_text("utf-8-sig")
    by_number = re.search(r"^FLAG num", rules, re.MULTILINE) is not None
    unwanted = set(re.findall(r"^(?:NOSUGGEST|FORBIDDENWORD|ONLYINCOMPOUND) (\S+)", rules, re.M))
    listed: set[str] = set()
    unseemly: set[str] = set()
    for part in sorted(folder.glob(f"{name}*.dic")):
        for line in part.read_text("utf-8").splitlines()[1:]:
            word, _, said = line.partition("/")
            flags = said.split("\t")[0].split()[0] if said.strip() else ""
            is_unwanted = unwanted.intersection(flags.split(",") if by_number else flags)
            (unseemly if is_unwanted else listed).add(word.casefold())
    ours = {
        word.text.casefold()
        for file in sorted(shipped("topics").glob(f"*/*.{language}.md"))
        for word in written_words(file.read_text("utf-8"))
    }
    return _Entries(
        frozenset(ours) | _field_words(language),
        frozenset(listed - unseemly),
        frozenset(unseemly - listed),
    )
