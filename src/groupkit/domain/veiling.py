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

_LEAST_OF_A_PART, _LEAST_IN_ANY_CASE, _LEAST_OF_COMPOUND = 2, 3, 5
_AROUND = 40
_ENDING = r"(?:['\u2019]?s|['\u2019]|en|ens|er|ers|erne|ernes)?"
_NUMBER = re.compile(r"\d+-\d+")
_DASH = r"\s?[-\u2010-\u2015]\s?"
_GENITIVE = re.compile(r"(?:s|['\u2019]s?)$", re.IGNORECASE)


@dataclass(frozen=True)
class Replaced:
    """A piece of a text that was taken out, and what stands before and after it.

    One that ``stands`` was left where it is, for a human to look at: a name that is hers and
    another's, or what looks like somebody's number or address.
    """

    found: str
    before: str
    after: str
    stands: bool = False


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
        out: list[str] = []
        told: list[Replaced] = []
        at = 0
        for first, last, is_owned in self._places(whole):
            if first < at or folded(whole[first:last]) in self._left:
                continue
            told += self._standing(whole, at, first)
            told.append(_told(whole, first, last))
            out += [whole[at:first], self.owned if is_owned else self.plain]
            at = last
        told += self._standing(whole, at, len(whole))
        return "".join((*out, whole[at:])), tuple(told)

    def _standing(self, whole: str, first: int, last: int) -> list[Replaced]:
        """Return what stays in a piece of the text and is to be looked at all the same."""
        people = (Named(UUID(int=0), self._shared),)
        told = []
        for each in watch(whole[first:last], people):
            found = folded(whole[first + each.start : first + each.end])
            is_own = each.kind is not GuardKind.NAME and found in self._own
            if found not in self._left and not is_own:
                told.append(_told(whole, first + each.start, first + each.end, stands=True))
        return told

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
    def _own(self) -> frozenset[str]:
        return frozenset(folded(word) for word in self.hers)

    @cached_property
    def _shared(self) -> tuple[str, ...]:
        """Words of other women's names that are hers, too."""
        own = {folded(part) for each in self.hers for part in _parts(each)}
        return tuple(sorted(own & {folded(part) for name in self.names for part in _parts(name)}))

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        wanted = terms_of(self.names, self.hers)
        if not wanted:
            return None
        whole = {folded(" ".join(name.split())) for name in self.names}
        words = [term for term in wanted if len(term) >= _LEAST_IN_ANY_CASE or term in whole]
        numbers = [term for term in words if _NUMBER.fullmatch(term)]
        long = "|".join(_spelt(term) for term in words if _is_long(term))
        any_of = "|".join(_spelt(term) for term in words if term not in numbers) or r"(?!)"
        usual = rf"(?:{any_of})(?P<more>{_ENDING})(?![^\W_])"
        compound = rf"|(?:{long})\w+" if long else ""
        number = "|".join(_DASH.join(term.split("-")) for term in numbers) or r"(?!)"
        return re.compile(
            rf"(?<![^\W_])(?:{usual}{compound})|(?<!\d)(?:{number})(?!\d)", re.IGNORECASE
        )


def _told(whole: str, first: int, last: int, *, stands: bool = False) -> Replaced:
    before, after = whole[max(0, first - _AROUND) : first], whole[last : last + _AROUND]
    return Replaced(whole[first:last], before, after, stands)


def terms_of(names: Iterable[str], hers: Collection[str]) -> tuple[str, ...]:
    """Return the names and their words to look for, the longest first; what is hers is not."""
    own = {folded(part) for each in hers for part in (each, *_parts(each))}
    terms: set[str] = set()
    for name in names:
        terms |= {folded(" ".join(name.split())), folded(name.replace("-", ""))}
        terms |= {folded(part) for part in _parts(name)}
    told = {term for term in terms - own if any(sign.isalpha() for sign in term)}
    told |= {term for term in terms - own if _NUMBER.fullmatch(term)}
    return tuple(sorted(told, key=lambda term: (-len(term), term)))


def _parts(name: str) -> list[str]:
    words = [w for w in re.split(r"[\W\d_]+", unicodedata.normalize("NFC", name)) if w]
    return words if len(words) == 1 else [w for w in words if len(w) >= _LEAST_OF_A_PART]


def _spelt(term: str) -> str:
    return r"\s+".join(re.escape(word) for word in term.split())


def _is_long(term: str) -> bool:
    return len(term) >= _LEAST_OF_COMPOUND and term[-1].isalpha()
