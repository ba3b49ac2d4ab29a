"""Our Markdown, read into blocks: CommonMark with tables and the fenced blocks of handouts.

``box Heading``, ``lines N [label]``, ``check``, ``scale FIRST LAST | left | right``, ``help``, and
``columns`` with two ``column``, ``picture NAME [WIDTH] | words``. Raw HTML stays text; links, and
pictures from elsewhere, leave their words. The whole notation is explained in
``resources/manual/notation.en.md``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from groupkit.documents.blocks import (
    Block,
    Box,
    Columns,
    Figure,
    Heading,
    Help,
    Item,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Run,
    Scale,
    Table,
    Text,
    Width,
    WritingLines,
    plain,
)
from groupkit.domain.discretion import BLOCKS, resolve
from groupkit.domain.picture import MOST_NAME
from groupkit.domain.refusal import Fault, NotationTrouble, Refused

MOST_LINES = 20
LONGEST_LABEL = 200
_SCALE = re.compile(r"(\d{1,2})\s+(\d{1,2})\s*(?:\|([^|]*))?(?:\|([^|]*))?")
_LINES = re.compile(r"(\d{1,2})(?:\s+(.*))?")
_PICTURE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:\s+(small|half|full))?\s*\|([^|]*)")
_MOST_STEPS = 11
_COLUMNS = 2


def read(source: str, discreet: bool) -> tuple[Block, ...]:
    """Return the blocks of ``source`` in one form.

    Raises:
        Refused: NotationTrouble, for what :func:`resolve` refuses, and for a block with wrong
            arguments or content.
    """
    tokens = _parser().parse(resolve(source, discreet=discreet))
    return tuple(_Reader(tokens).blocks(""))


def title_of(blocks: tuple[Block, ...]) -> str:
    """Return the first heading's words, '' when there is none."""
    return next((plain(block.text) for block in blocks if isinstance(block, Heading)), "")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    # Without these four rules nothing but our own words can reach the page.
    parser.disable(["html_block", "html_inline", "code", "reference"])
    for name in sorted(BLOCKS):
        parser.use(container_plugin, name)
    return parser


class _Reader:
    """Walks the parser's tokens once, from first to last."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def blocks(self, end: str) -> list[Block]:
        """Read until a token of type ``end``, which is taken too."""
        found: list[Block] = []
        while self._at < len(self._tokens):
            token = self._take()
            if token.type == end:
                break
            found.extend(self._block(token))
        return found

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _block(self, token: Token) -> list[Block]:
        kind = token.type
        if kind.startswith("container_"):
            return [self._fenced(token)] if kind != "container_check_open" else self._ticks(token)
        if kind == "heading_open":
            return [Heading(int(token.tag[1]), self._inline("heading_close"))]
        if kind == "paragraph_open":
            return [Paragraph(self._inline("paragraph_close"))]
        if kind in ("bullet_list_open", "ordered_list_open"):
            return list(self._list(token, 0))
        if kind == "blockquote_open":
            return [Quote(_text_of(block)) for block in self.blocks("blockquote_close")]
        if kind == "table_open":
            return [self._table()]
        if kind in ("fence", "code_block"):
            return [Paragraph((Run(token.content.rstrip("\n")),))]
        return [Rule()] if kind == "hr" else []

    def _inline(self, end: str) -> Text:
        text: Text = ()
        while (token := self._take()).type != end:
            text += _runs(token)
        return text

    def _list(self, opening: Token, depth: int, mark: Mark | None = None) -> list[Item]:
        ordered = opening.type == "ordered_list_open"
        mark = mark or (Mark.NUMBER if ordered else Mark.BULLET)
        number = int(opening.attrs.get("start", 1)) if ordered else 1
        end = opening.type.replace("_open", "_close")
        items: list[Item] = []
        while (token := self._take()).type != end:
            if token.type == "list_item_open":
                items.extend(self._item(mark, number, depth))
                number += 1
        return items

    def _item(self, mark: Mark, number: int, depth: int) -> list[Item]:
        items: list[Item] = []
        while (token := self._take()).type != "list_item_close":
            if token.type in ("bullet_list_open", "ordered_list_open"):
                inner = Mark.TICK if mark is Mark.TICK else None
                items.extend(self._list(token, depth + 1, inner))
                continue
            for block in self._block(token):
                shown = Mark.NONE if items else mark
                items.append(Item(shown, number, depth, _text_of(block)))
        return items or [Item(mark, number, depth, ())]

    def _table(self) -> Table:
        rows: list[tuple[Text, ...]] = []
        cells: list[Text] = []
        while (token := self._take()).type != "table_close":
            if token.type in ("th_open", "td_open"):
                cells.append(self._inline(token.type.replace("_open", "_close")))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        return Table(tuple(rows))

    def _ticks(self, opening: Token) -> list[Block]:
        found: list[Block] = []
        while (token := self._take()).type != "container_check_close":
            if token.type not in ("bullet_list_open", "ordered_list_open"):
                raise Refused(NotationTrouble(Fault.BLOCK_MISUSED, _line(opening)))
            found.extend(self._list(token, 0, Mark.TICK))
        return found

    def _fenced(self, opening: Token) -> Block:
        name, _, words = opening.info.strip().partition(" ")
        if name == "columns":
            return self._columns(opening, words)
        content = tuple(self.blocks(f"container_{name}_close"))
        if name == "box":
            return Box(_inline_of(words), content)
        if name == "picture" and not content:
            return _figure(words.strip(), _line(opening))
        made = {"lines": _writing_lines, "scale": _scale, "help": _help}.get(name)
        block = None if content or made is None else made(words.strip())
        if block is None:
            raise Refused(NotationTrouble(Fault.BLOCK_MISUSED, _line(opening)))
        return block

    def _columns(self, opening: Token, words: str) -> Columns:
        columns: list[tuple[Block, ...]] = []
        while (token := self._take()).type != "container_columns_close":
            if token.type != "container_column_open":
                raise Refused(NotationTrouble(Fault.BLOCK_MISUSED, _line(opening)))
            heading = token.info.strip().partition(" ")[2]
            column = self.blocks("container_column_close")
            columns.append((*_column_heading(heading), *column))
        if words or len(columns) != _COLUMNS:
            raise Refused(NotationTrouble(Fault.BLOCK_MISUSED, _line(opening)))
        return Columns(tuple(columns))


def _column_heading(words: str) -> tuple[Block, ...]:
    if not words.strip():
        return ()
    return (Paragraph(tuple(replace(run, bold=True) for run in _inline_of(words.strip()))),)


def _writing_lines(words: str) -> Block | None:
    found = _LINES.fullmatch(words)
    if not found or not 1 <= int(found[1]) <= MOST_LINES or len(words) > LONGEST_LABEL:
        return None
    return WritingLines(_inline_of(found[2] or ""), int(found[1]))


def _scale(words: str) -> Block | None:
    found = _SCALE.fullmatch(words)
    if not found or not 1 <= int(found[2]) - int(found[1]) < _MOST_STEPS:
        return None
    if len(words) > 2 * LONGEST_LABEL:
        return None
    left, right = (_inline_of((found[side] or "").strip()) for side in (3, 4))
    return Scale(int(found[1]), int(found[2]), left, right)


def _figure(words: str, line: int) -> Figure:
    found = _PICTURE.fullmatch(words)
    if not found or not found[3].strip() or len(words) > LONGEST_LABEL + MOST_NAME:
        raise Refused(NotationTrouble(Fault.BLOCK_MISUSED, line))
    return Figure(found[1], Width(found[2] or Width.HALF), found[3].strip(), line)


def _help(words: str) -> Block | None:
    return None if words else Help()


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _inline_of(words: str) -> Text:
    text: Text = ()
    for token in _parser().parseInline(words):
        text += _runs(token)
    return text


def _text_of(block: Block) -> Text:
    """Return the words of a block that stands where only words can stand."""
    if isinstance(block, Heading | Paragraph | Quote | Item):
        return block.text
    if isinstance(block, Table):
        return tuple(run for row in block.rows for cell in row for run in (*cell, Run(" ")))
    return ()


def _runs(token: Token) -> Text:
    runs: list[Run] = []
    bold = italic = 0
    for child in token.children or ():
        kind = child.type
        bold += (kind == "strong_open") - (kind == "strong_close")
        italic += (kind == "em_open") - (kind == "em_close")
        letters = _letters(child)
        if letters:
            runs.append(Run(letters, bold > 0, italic > 0))
    return tuple(runs)


def _letters(child: Token) -> str:
    if child.type == "softbreak":
        return " "
    return "\n" if child.type == "hardbreak" else child.content
