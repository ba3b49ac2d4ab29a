"""The notation lightly tinted, and marks under words: misspelt ones, and those that tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from groupkit.domain.marked_text import CHOICE, FENCE, Span
from groupkit.ui.theme.appearance import current

_HEADING = re.compile(r"#{1,6}[ \t].*")
_MARKER = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])(?=\s)|\s*>")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_ITALIC = re.compile(r"(?<!\*)\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?!\*)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Tint(QSyntaxHighlighter):
    """Draws one line at a time; what the other form says stands back."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._is_discreet = True
        self._misspelt: frozenset[str] = frozenset()
        self._telling: Mapping[str, tuple[Span, ...]] = {}
        current().changed.connect(self.rehighlight)

    def show_form(self, *, discreet: bool) -> None:
        """Let the wording of the other form stand back."""
        if discreet != self._is_discreet:
            self._is_discreet = discreet
            self.rehighlight()

    def mark(self, misspelt: frozenset[str], telling: Mapping[str, tuple[Span, ...]]) -> None:
        """Mark words that are misspelt wherever they stand, and spans that tell by their line."""
        words = misspelt ^ self._misspelt
        lines = {
            line
            for line in (*telling, *self._telling)
            if telling.get(line) != self._telling.get(line)
        }
        self._misspelt, self._telling = misspelt, telling
        if words or lines:
            self._draw_again(words, lines)

    def is_misspelt(self, word: str) -> bool:
        """Return whether ``word`` is marked."""
        return word in self._misspelt

    def _draw_again(self, words: frozenset[str], lines: Iterable[str]) -> None:
        lines = set(lines)
        block = self.document().firstBlock()
        while block.isValid():
            text = block.text()
            if text in lines or (words and not words.isdisjoint(words_in(text))):
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
        for found in _WORD.finditer(text):
            if found[0] in self._misspelt:
                self._underline(found.start(), len(found[0]), wave, palette.danger.ink)
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


def words_in(text: str) -> set[str]:
    """Return the words of a line as the marks know them."""
    return set(_WORD.findall(text))


def word_at(text: str, column: int) -> Span | None:
    """Return the word of a line in which ``column`` stands, or which ends there."""
    for found in _WORD.finditer(text):
        if found.start() <= column <= found.end():
            return Span(found.start(), len(found[0]))
    return None


def _toned(colour: str, *, bold: bool = False) -> QTextCharFormat:
    shown = QTextCharFormat()
    if colour:
        shown.setForeground(QColor(colour))
    if bold:
        shown.setFontWeight(QFont.Weight.DemiBold)
    return shown
