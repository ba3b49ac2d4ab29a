"""How hard a text is to read, and where.

LIX is the index of Carl-Hugo Björnsson (Läsbarhet, 1968): words per sentence plus the percentage
of words longer than six letters. What is measured is the text as one form prints it: a label, an
item, a heading and a cell each end a sentence, and the words of the notation do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groupkit.domain.discretion import resolve

HARDEST_HANDOUT = 35
"""LIX of a handout at most; below 30 reads like a book for children, 55 like a statute."""
_LONGEST_SHORT_WORD = 6
_POINTED_AT = 5
_LONG_SENTENCE = 15
"""Words from which a sentence is worth pointing at."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_FENCE = re.compile(r" {0,3}:{3,}+[ \t]*+(\w*+)[ \t]*+(.*)")
_NUMBERS_FIRST = re.compile(r"[\d\s]*")
_MARK = re.compile(r"\s*(?:#{1,6}(?:\s+|$)|[-*+]\s+|\d{1,9}[.)]\s+|>\s?)*")
_OF_TABLE_RULES = frozenset("|:- \t")
_TARGET = re.compile(r"\]\([^()\s]*\)")
_END = re.compile(r"(?<![.!?…:])[.!?…:]++[)\"'’»”]*+(?=\s|$)")
_SHORTENED = frozenset(
    {"bl.a", "ca", "d", "dvs", "e.g", "etc", "evt", "f.eks", "fr", "fx", "hr", "i.e", "jf", "kl"}
    | {"kr", "m.m", "maks", "max", "min", "mr", "mrs", "ms", "mv", "nr", "osv", "pga", "tlf"}
)


@dataclass(frozen=True)
class Sentence:
    """A sentence, the line on which it begins (from 1), and how many words it has."""

    line: int
    words: int
    text: str


@dataclass(frozen=True)
class LongWord:
    """A word of more than six letters and the line on which it first stands (from 1)."""

    line: int
    text: str


@dataclass(frozen=True)
class Readability:
    """What was counted; the longest sentences and words stand with the longest first."""

    words: int
    sentences: int
    long_words: int
    longest_sentences: tuple[Sentence, ...]
    longest_words: tuple[LongWord, ...]

    @property
    def lix(self) -> float:
        """Words per sentence plus percent of long words; 0 for a text without words."""
        if not self.words:
            return 0.0
        return self.words / self.sentences + 100 * self.long_words / self.words


def readability(source: str, *, discreet: bool = False) -> Readability:
    """Return how hard ``source`` is to read in one form.

    Raises:
        Refused: NotationTrouble, where :func:`groupkit.domain.discretion.resolve` does.
    """
    printed = tuple(printed_lines(resolve(source, discreet=discreet)))
    sentences = tuple(found for line, text in printed for found in _sentences(line, text))
    all_words = [placed for line, text in printed for placed in _placed_words(line, text)]
    long = [(line, word) for line, word in all_words if _is_long(word)]
    first_lines: dict[str, LongWord] = {}
    for line, word in long:
        first_lines.setdefault(word.casefold(), LongWord(line, word))
    by_length = sorted(first_lines.values(), key=lambda word: (-len(word.text), word.line))
    worth_it = [sentence for sentence in sentences if sentence.words >= _LONG_SENTENCE]
    worth_it.sort(key=lambda sentence: (-sentence.words, sentence.line))
    return Readability(
        words=len(all_words),
        sentences=len(sentences),
        long_words=len(long),
        longest_sentences=tuple(worth_it[:_POINTED_AT]),
        longest_words=tuple(by_length[:_POINTED_AT]),
    )


def words(text: str) -> list[str]:
    """Return the words of ``text``: letters, with hyphens and apostrophes inside."""
    return _WORD.findall(text)


def printed_lines(resolved: str) -> Iterator[tuple[int, str]]:
    """Yield what stands by itself on paper, with the line of the source it begins on (from 1).

    ``resolved`` is a source in one form. A paragraph on several lines comes out as one text, its
    lines parted by newlines.
    """
    begun, paragraph = 0, ""
    for number, line in enumerate(resolved.split("\n"), start=1):
        alone = _alone(line)
        if alone is None and paragraph:
            paragraph += "\n" + _bare(line)
            continue
        if paragraph:
            yield begun, paragraph
        begun, paragraph = number, ""
        if alone is None:
            paragraph = _bare(line)
        else:
            *before, last = alone or [""]
            yield from ((number, part) for part in before if part)
            # The first line of an item may go on below it; a heading or a label does not.
            if _goes_on(line):
                paragraph = last
            elif last:
                yield number, last
    if paragraph:
        yield begun, paragraph


def _sentences(first_line: int, text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text that have a word in them."""
    begin = 0
    for end in (*_ends(text), len(text)):
        part = text[begin:end].strip()
        count = len(words(part))
        if count:
            begins_at = text.index(part, begin)
            line = first_line + len(text[:begins_at].split("\n")) - 1
            yield Sentence(line, count, part.replace("\n", " "))
        begin = end


def _placed_words(first_line: int, text: str) -> Iterator[tuple[int, str]]:
    line, counted = first_line, 0
    for word in _WORD.finditer(text):
        line += len(text[counted : word.start()].split("\n")) - 1
        counted = word.start()
        yield line, word[0]


def _alone(line: str) -> list[str] | None:
    """Return the texts on a line that begins something new, None for a line of running text."""
    if fence := _FENCE.fullmatch(line):
        return _label(fence[1], fence[2])
    if not line.strip():
        return []
    if line.lstrip().startswith("|"):
        cells = [] if _OF_TABLE_RULES.issuperset(line) else line.strip().strip("|").split("|")
        return [_bare(cell) for cell in cells]
    mark = _MARK.match(line)
    if mark and mark[0].strip():
        return [_bare(line[mark.end() :])]
    return None


def _label(block: str, rest: str) -> list[str]:
    """Return the printed words of a fence."""
    if block in ("box", "column"):
        return [_bare(rest)]
    if block == "lines":
        return [_bare(rest[_end_of_numbers(rest) :])]
    if block == "scale":
        return [_bare(part) for part in rest[_end_of_numbers(rest) :].split("|")]
    if block == "picture":
        return [_bare(rest.partition("|")[2])]
    return []


def _end_of_numbers(text: str) -> int:
    found = _NUMBERS_FIRST.match(text)
    return found.end() if found else 0


def _goes_on(line: str) -> bool:
    mark = line.lstrip()[:1]
    return mark.isdigit() or mark in tuple("-*+>")


def _bare(text: str) -> str:
    """Return ``text`` without emphasis, escapes and the targets of links."""
    return _TARGET.sub("]", text).replace("*", "").replace("\\", "").strip()


def _ends(text: str) -> Iterator[int]:
    """Yield where sentences end; a shortened word and a day's number end none."""
    return (end.end() for end in _END.finditer(text) if _ends_sentence(text, end))


def _ends_sentence(text: str, end: re.Match[str]) -> bool:
    if end[0][0] != "." or end.end() == len(text):
        return True
    before = text[max(0, end.start() - 10) : end.start()].split()[-1:] or [""]
    if before[0].lstrip("(\"'«“").casefold() in _SHORTENED:
        return False
    return not text[end.end() : end.end() + 20].lstrip()[:1].islower()


def _is_long(word: str) -> bool:
    return sum(map(str.isalpha, word)) > _LONGEST_SHORT_WORD
