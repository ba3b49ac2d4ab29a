"""The notation lightly tinted, and marks under words: misspelt ones, and those that tell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from groupkit.domain.marked_text import CHOICE, FENCE, Span
from groupkit.ui.theme.appearance import current

_HEADING = re.compile(r"#{1,6}[ \t].*")
_MARKER = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])(?=\s)|\s*>")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_ITALIC = re.compile(r"(?<!\*)\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?!\*)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

Spans = Mapping[str, tuple[Span, ...]]
"""Where the marked words of a line stand, by the line itself."""


class Tint(QSyntaxHighlighter):
    """Draws one line at a time; what the other form says stands back."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._is_discreet = True
        self._misspelt: Spans = {}
        self._words: frozenset[str] = frozenset()
        self._telling: Spans = {}
        current().changed.connect(self.rehighlight)

    def show_form(self, *, discreet: bool) -> None:
        """Let the wording of the other form stand back."""
        if discreet != self._is_discreet:
            self._is_discreet = discreet
            self.rehighlight()

    def mark(self, misspelt: Spans, telling: Spans) -> None:
        """Mark what is misspelt and what tells, by line; other lines stay as they are drawn."""
        changed = _changed(misspelt, self._misspelt) | _changed(telling, self._telling)
        words = frozenset(_said(line, span) for line in misspelt for span in misspelt[line])
        gone = self._words - words
        self._misspelt, self._telling, self._words = misspelt, telling, words
        if changed or gone:
            self._draw_again(changed, gone)

    def misspelt_span(self, text: str, column: int) -> Span | None:
        """Return the marked word of a line in which ``column`` stands, or which ends there."""
        spans = self._misspelt_in(text)
        return next((s for s in spans if s.start <= column <= s.start + s.length), None)

    def next_misspelt(self, text: str, column: int) -> Span | None:
        """Return the first marked word of a line at or behind ``column``."""
        return next((span for span in self._misspelt_in(text) if span.start >= column), None)

    def _misspelt_in(self, text: str) -> tuple[Span, ...]:
        known = self._misspelt.get(text)
        if known is not None or not self._words:
            return known or ()
        # A line that is being typed in is not looked over yet: the words known to be wrong stay so.
        found = (Span(each.start(), len(each[0])) for each in _WORD.finditer(text))
        return tuple(span for span in found if _said(text, span) in self._words)

    def _draw_again(self, lines: set[str], words: frozenset[str]) -> None:
        block = self.document().firstBlock()
        while block.isValid():
            text = block.text()
            if text in lines or (words and not words.isdisjoint(_WORD.findall(text))):
                self.rehighlightBlock(block)
            block = block.next()

    def highlightBlock(self, text: str) -> None:
        palette = current().palette
        if FENCE.fullmatch(text):
            self._paint(0, len(text), palette.quiet)
        elif _HEADING.fullmatch(text):
            self.setFormat(0, len(text), _toned(palette.accent, bold=True))
        else:
            self._inline(text)
        self._choices(text)
        self._marks(text)

    def _inline(self, text: str) -> None:
        marker = _MARKER.match(text)
        if marker:
            self._paint(0, marker.end(), current().palette.accent)
        for found in _BOLD.finditer(text):
            self.setFormat(found.start(), len(found[0]), _toned("", bold=True))
        for found in _ITALIC.finditer(text):
            italic = QTextCharFormat()
            italic.setFontItalic(True)
            self.setFormat(found.start(), len(found[0]), italic)

    def _choices(self, text: str) -> None:
        palette = current().palette
        for found in CHOICE.finditer(text):
            other = 1 if self._is_discreet else 2
            self._over(found.start(other), len(found[other]), palette.quiet)
            for at in (found.start(), found.start(2) - 1, found.end() - 1):
                self._over(at, 1, palette.accent)

    def _marks(self, text: str) -> None:
        palette = current().palette
        wave = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
        for span in self._misspelt_in(text):
            self._underline(span.start, span.length, wave, palette.danger.ink)
        dash = QTextCharFormat.UnderlineStyle.DashUnderline
        for span in self._telling.get(text, ()):
            self._underline(span.start, span.length, dash, palette.warn.ink, palette.warn.surface)

    def _paint(self, start: int, length: int, colour: str) -> None:
        self.setFormat(start, length, _toned(colour))

    def _over(self, start: int, length: int, colour: str) -> None:
        """Colour letters that keep their weight."""
        for at in range(start, start + length):
            shown = self.format(at)
            shown.setForeground(QColor(colour))
            self.setFormat(at, 1, shown)

    def _underline(
        self,
        start: int,
        length: int,
        style: QTextCharFormat.UnderlineStyle,
        ink: str,
        ground: str = "",
    ) -> None:
        for at in range(start, start + length):
            shown = self.format(at)
            shown.setUnderlineStyle(style)
            shown.setUnderlineColor(QColor(ink))
            if ground:
                shown.setBackground(QColor(ground))
            self.setFormat(at, 1, shown)


def _said(line: str, span: Span) -> str:
    return line[span.start : span.start + span.length]


def _changed(one: Spans, other: Spans) -> set[str]:
    return {line for line in (*one, *other) if one.get(line) != other.get(line)}


def _toned(colour: str, *, bold: bool = False) -> QTextCharFormat:
    shown = QTextCharFormat()
    if colour:
        shown.setForeground(QColor(colour))
    if bold:
        shown.setFontWeight(QFont.Weight.DemiBold)
    return shown
