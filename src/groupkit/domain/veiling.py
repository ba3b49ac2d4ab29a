"""Taking other people's names out of a text: what is replaced is told, for a human to look at.

A name is found in any case, whole or by one of its words, and with what Danish hangs on it: the
genitive (Fatimas, Fatima's, Jens'), plurals, and compounds of a name of five letters or more. It
replaces rather too much than too little: a human can let a word stand, and not call one back that
has left the house.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from groupkit.domain.guards import GuardKind, Named, watch
from groupkit.domain.matching import folded

_LEAST_OF_A_PART, _LEAST_OF_COMPOUND = 3, 5
_AROUND = 40
_ENDING = r"(?:['\u2019]?s|['\u2019]|en|ens|er|ers|erne|ernes)?"
_GENITIVE = re.compile(r"(?:s|['\u2019]s?)$", re.IGNORECASE)


@dataclass(frozen=True)
class Replaced:
    """A piece of a text that was taken out, and what stands before and after it."""

    found: str
    before: str
    after: str


@dataclass(frozen=True)
class Veil:
    """Names to be taken out.

    ``names`` are of others, whole; ``hers`` is what is her own and stays; ``left`` are words that
    a human lets stand. ``plain`` and ``owned`` are put in the place of a name and of its genitive.
    """

    names: frozenset[str]
    hers: frozenset[str]
    plain: str
    owned: str
    left: frozenset[str] = frozenset()

    def over(self, text: str) -> tuple[str, tuple[Replaced, ...]]:
        """Return ``text`` without the names, and what was taken out of it, in order."""
        whole = unicodedata.normalize("NFC", text)
        if self._pattern is None:
            return whole, ()
        out: list[str] = []
        replaced: list[Replaced] = []
        at = 0
        for first, last, is_owned in self._places(whole):
            if first < at or folded(whole[first:last]) in self._left:
                continue
            replaced.append(
                Replaced(
                    whole[first:last],
                    whole[max(0, first - _AROUND) : first],
                    whole[last : last + _AROUND],
                )
            )
            out += [whole[at:first], self.owned if is_owned else self.plain]
            at = last
        return "".join((*out, whole[at:])), tuple(replaced)

    def _places(self, whole: str) -> list[tuple[int, int, bool]]:
        """Return where names stand and whether in the genitive, the longest first at each place."""
        found = [
            (each.start(), each.end(), _GENITIVE.search(each["more"] or "") is not None)
            for each in (self._pattern.finditer(whole) if self._pattern else ())
        ]
        # The guard of notes knows accents left out and aa for å.
        people = (Named(UUID(int=0), terms_of(self.names, self.hers)),)
        found += [
            (each.start, each.end, False)
            for each in watch(whole, people)
            if each.kind is GuardKind.NAME
        ]
        return sorted(found, key=lambda place: (place[0], -place[1], not place[2]))

    @cached_property
    def _left(self) -> frozenset[str]:
        return frozenset(folded(word) for word in self.left)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        wanted = terms_of(self.names, self.hers)
        if not wanted:
            return None
        long = "|".join(_spelt(term) for term in wanted if _is_long(term))
        any_of = "|".join(_spelt(term) for term in wanted)
        usual = rf"(?:{any_of})(?P<more>{_ENDING})(?!\w)"
        compound = rf"|(?:{long})\w+" if long else ""
        return re.compile(rf"(?<!\w)(?:{usual}{compound})", re.IGNORECASE)


def terms_of(names: Iterable[str], hers: Collection[str]) -> tuple[str, ...]:
    """Return the names and their words to look for, the longest first; what is hers is not."""
    own = {folded(part) for each in hers for part in (each, *_parts(each))}
    terms: set[str] = set()
    for name in names:
        terms |= {folded(" ".join(name.split())), *(folded(part) for part in _parts(name))}
    return tuple(sorted(terms - own - {""}, key=lambda term: (-len(term), term)))


def _parts(name: str) -> list[str]:
    words = re.split(r"[\s.,\-]+", unicodedata.normalize("NFC", name))
    if len(words) == 1:
        return words if words[0].isalpha() else []
    return [word for word in words if len(word) >= _LEAST_OF_A_PART and word.isalpha()]


def _spelt(term: str) -> str:
    return r"\s+".join(re.escape(word) for word in term.split())


def _is_long(term: str) -> bool:
    return len(term) >= _LEAST_OF_COMPOUND and term[-1].isalpha()
