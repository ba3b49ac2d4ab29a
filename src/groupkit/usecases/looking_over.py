"""A text looked over while it is being written: its pages, how it reads, and what tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from groupkit.domain.form import Form
from groupkit.domain.house import House
from groupkit.domain.marked_text import Span, telling_spans
from groupkit.domain.material import Sharing
from groupkit.domain.readability import Readability, readability
from groupkit.domain.refusal import NotationTrouble, Refused
from groupkit.language import Language
from groupkit.usecases.ports import Library, Press, Spelling
from groupkit.usecases.sheet_papers import SheetSource, sheet_paper

WORDS_A_MINUTE = 150
"""How fast somebody reads who is tired, or reads in her second language."""


@dataclass(frozen=True)
class LookedOver:
    """What there is to know about a source; without pages there is a fault that says why.

    ``telling`` holds the spans that tell in the discreet form of a sheet to take home, and
    ``misspelt`` those of words that nobody knows, by line; it is None while the dictionary is not
    loaded, and in a language without one.
    """

    pdf: bytes | None
    fault: NotationTrouble | None = None
    reading: Readability | None = None
    telling: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    misspelt: Mapping[str, tuple[Span, ...]] | None = None


@dataclass(frozen=True)
class Desktop:
    """What a source is looked over with."""

    press: Press
    library: Library
    language: Language
    house: House
    spelling: Spelling | None = None


def look_over(
    desktop: Desktop, sheet: SheetSource, form: Form, own: frozenset[str] = frozenset()
) -> LookedOver:
    """Return what there is to know about ``sheet`` in one form; a fault is no refusal here.

    ``own`` are the words of the house.
    """
    if not sheet.source.strip():
        return LookedOver(None)
    misspelt = _misspelt(desktop.spelling, sheet, own)
    try:
        paper = sheet_paper(
            desktop.press, desktop.library, desktop.language, desktop.house, sheet, form
        )
        reading = readability(sheet.source, discreet=form.discreet)
    except Refused as refused:
        if isinstance(refused.refusal, NotationTrouble):
            return LookedOver(None, refused.refusal, misspelt=misspelt)
        raise
    return LookedOver(
        paper.pdf,
        reading=reading,
        telling=_telling(desktop.library, sheet, form),
        misspelt=misspelt,
    )


def reading_minutes(words: int) -> int:
    """Return how long ``words`` take to read, in whole minutes, at least one."""
    return max(1, round(words / WORDS_A_MINUTE))


def _telling(library: Library, sheet: SheetSource, form: Form) -> Mapping[str, tuple[Span, ...]]:
    if not form.discreet or sheet.sharing is not Sharing.TAKE_HOME:
        return {}
    return telling_spans(sheet.source, library.telling_stems())


def _misspelt(
    spelling: Spelling | None, sheet: SheetSource, own: frozenset[str]
) -> Mapping[str, tuple[Span, ...]] | None:
    code = sheet.key.language
    if spelling is None or not spelling.is_ready(code):
        return None
    lines = sheet.source.split("\n")
    found: dict[str, tuple[Span, ...]] = {}
    numbers: dict[str, int] = {}
    for word in spelling.misspelt(sheet.source, code, own):
        line = lines[word.line - 1]
        if numbers.setdefault(line, word.line) == word.line:
            found[line] = (*found.get(line, ()), Span(word.column, word.length))
    return found
