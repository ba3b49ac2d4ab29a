"""Blocks set on the page: each becomes what reportlab can flow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import singledispatchmethod

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, KeepTogether, Paragraph, Spacer

from groupkit.documents.blocks import (
    Block,
    Box,
    Heading,
    Help,
    Item,
    Mark,
    Quote,
    Scale,
    Table,
    Text,
    WritingLines,
    plain,
)
from groupkit.documents.blocks import Paragraph as Words
from groupkit.documents.drawn import (
    Hung,
    LinesToWrite,
    Paint,
    ScaleToCircle,
    bar,
    bullet,
    number,
    tick_box,
)
from groupkit.documents.grid import EVERYWHERE, Cell, grid, padded
from groupkit.documents.lettering import marked_up, runs_marked_up
from groupkit.documents.sheet import Marked
from groupkit.documents.type_scale import EDGE, LINE, TINT, TypeScale
from groupkit.domain.house import HelpLine

_BOX_PAD = 9
_SHORT = 160
_DEEPEST = 4


@dataclass(frozen=True)
class Setter:
    """Sets blocks in one type scale, ``width`` points wide.

    ``help_lines`` stand where the text asks for them.
    """

    scale: TypeScale
    width: float
    help_lines: tuple[HelpLine, ...] = ()

    def flow(self, blocks: Iterable[Block]) -> list[Flowable]:
        """Return ``blocks`` as flowables, what belongs together kept on one page."""
        flowing: list[Flowable] = []
        in_order = list(blocks)
        for block, following in zip(in_order, [*in_order[1:], None], strict=False):
            flowing.extend(self._set(block))
            if _ends_run(block, following):
                flowing[-1].spaceAfter = self.scale.gap * 0.9
            elif _leads(block, following):
                flowing[-1].keepWithNext = 1
        return flowing

    @singledispatchmethod
    def _set(self, _block: Block) -> list[Flowable]:
        """Set a block; what has no rule of its own is a :class:`Rule`."""
        return [HRFlowable(width="100%", thickness=0.7, color=LINE, spaceAfter=self.scale.gap)]

    @_set.register
    def _(self, block: Heading) -> list[Flowable]:
        is_title = block.level == 1
        style = self.scale.title if is_title else self.scale.heading(block.level)
        level = min(block.level - 1, 2)
        return [Marked(self._markup(block.text), style, bookmark=plain(block.text), level=level)]

    @_set.register
    def _(self, block: Words) -> list[Flowable]:
        style = self.scale.text
        if block.introduces:
            style = ParagraphStyle("intro", style, keepWithNext=1, spaceAfter=self.scale.gap * 0.3)
        return [Paragraph(self._markup(block.text), style)]

    @_set.register
    def _(self, block: Item) -> list[Flowable]:
        size = self.scale.body
        step = size * (1.75 if block.mark is Mark.TICK else 1.5)
        indent = step * (min(block.depth, _DEEPEST) + 1)
        style = ParagraphStyle("item", self.scale.tight, spaceAfter=self.scale.gap * 0.28)
        return [
            Hung(Paragraph(self._markup(block.text), style), indent, self._paint(block, indent))
        ]

    @_set.register
    def _(self, block: Quote) -> list[Flowable]:
        style = ParagraphStyle("quote", self.scale.tight, spaceAfter=self.scale.gap * 0.45)
        return [Hung(Paragraph(self._markup(block.text), style), self.scale.body, bar())]

    @_set.register
    def _(self, block: Box) -> list[Flowable]:
        inner: list[Flowable] = []
        if block.heading:
            inner.append(Paragraph(self._markup(block.heading), self.scale.box_heading))
        inside = replace(self, width=self.width - 2 * _BOX_PAD)
        return [_boxed([*inner, *inside.flow(block.content)], self.scale, self.width)]

    @_set.register
    def _(self, block: WritingLines) -> list[Flowable]:
        label = plain(block.label)
        return [LinesToWrite(label, self._markup(block.label), block.count, self.scale)]

    @_set.register
    def _(self, block: Scale) -> list[Flowable]:
        numbers = range(block.first, block.last + 1)
        left, right = self._markup(block.left), self._markup(block.right)
        return [ScaleToCircle(numbers, left, right, self.scale)]

    @_set.register
    def _(self, _block: Help) -> list[Flowable]:
        if not self.help_lines:
            return []
        cells = [self._help_line(line) for line in self.help_lines]
        rows = [cells[at : at + 2] for at in range(0, len(cells), 2)]
        rows[-1] += [[]] * (2 - len(rows[-1]))
        rules = [
            *padded(_BOX_PAD, 4, _BOX_PAD, 6),
            ("BACKGROUND", *EVERYWHERE, TINT),
            ("BOX", *EVERYWHERE, 0.8, EDGE),
        ]
        numbers = grid(rows, [self.width / 2] * 2, rules, self.scale.face, after=self.scale.gap)
        return [KeepTogether([numbers])]

    @_set.register
    def _(self, block: Table) -> list[Flowable]:
        rows = [
            [Paragraph(self._markup(cell), style) for cell in row]
            for row, style in zip(
                block.rows,
                [self.scale.strong] + [self.scale.tight] * len(block.rows),
                strict=False,
            )
        ]
        columns = len(block.rows[0])
        rules = [
            *padded(6, 3, 6, 5),
            ("BACKGROUND", (0, 0), (-1, 0), TINT),
            ("GRID", *EVERYWHERE, 0.7, EDGE),
        ]
        widths = [self.width / columns] * columns
        return [grid(rows, widths, rules, self.scale.face, heads=1, after=self.scale.gap)]

    def _help_line(self, line: HelpLine) -> list[Flowable]:
        face = self.scale.face
        called = marked_up(line.number.replace(" ", "\u00a0"), face)
        return [
            Paragraph(called, self.scale.display),
            Paragraph(marked_up(line.label, face), self.scale.tight),
        ]

    def _paint(self, item: Item, indent: float) -> Paint | None:
        size = self.scale.body
        match item.mark:
            case Mark.TICK:
                return tick_box(size)
            case Mark.BULLET:
                return bullet(indent, size)
            case Mark.NUMBER:
                return number(f"{item.number}.", indent, self.scale)
            case _:
                return None

    def _markup(self, text: Text) -> str:
        return runs_marked_up(text, self.scale.face)


def _leads(block: Block, following: Block | None) -> bool:
    """True for a short paragraph before something to tick, say or fill in."""
    is_short = isinstance(block, Words) and len(plain(block.text)) <= _SHORT
    return is_short and isinstance(following, Item | Quote | WritingLines | Scale | Help)


def _ends_run(block: Block, following: Block | None) -> bool:
    """True after the last item of a list and the last of several quotations."""
    return isinstance(block, Item | Quote) and not isinstance(following, type(block))


def _boxed(inner: list[Flowable], scale: TypeScale, width: float) -> Flowable:
    # The heading shares a cell with what it heads, so that no page parts them.
    rows: list[list[Cell]] = [[inner[:2] or [Spacer(0, 1)]]]
    rows += [[flowable] for flowable in inner[2:]]
    rules = [
        *padded(_BOX_PAD, 0, _BOX_PAD, 0),
        ("TOPPADDING", (0, 0), (-1, 0), 6),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 8),
        ("BACKGROUND", *EVERYWHERE, TINT),
        ("BOX", *EVERYWHERE, 0.8, EDGE),
    ]
    box = grid(rows, [width], rules, scale.face, after=scale.gap * 1.2)
    box.spaceBefore = scale.gap * 0.4
    return box
