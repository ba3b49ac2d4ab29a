"""Blocks set on the page: each becomes what reportlab can flow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import singledispatchmethod
from itertools import pairwise
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, KeepTogether, Spacer

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
    Run,
    Scale,
    Table,
    WritingLines,
    plain,
)
from groupkit.documents.drawn import Hung, Paint, ScaleToCircle, bar, bullet, number, tick_box
from groupkit.documents.figures import shown
from groupkit.documents.grid import EVERYWHERE, Cell, Rule, grid, padded
from groupkit.documents.structure import Tag
from groupkit.documents.type_scale import BLACK, TypeScale
from groupkit.documents.words import lines_to_write, words
from groupkit.domain.house import HelpLine
from groupkit.domain.picture import Picture
from groupkit.domain.refusal import Fault, NotationTrouble, Refused

_BOX_PAD = 9
_SHORT, _LONGEST_KEPT = 160, 600
_DEEPEST = 4
_TO_TICK = "\u2610"
_WIDE, _WIDE_FOR_NUMBERS = 34, 24
"""Sizes of text that a line must hold for two columns, or two help numbers, side by side."""
_BETWEEN = 18
"""Points between two columns."""
_MOST_UNPARTED = 6
"""Rows of help numbers that stay on one page."""


@dataclass(frozen=True)
class Setter:
    """Sets blocks in one type scale, ``width`` points wide.

    ``help_lines`` stand where the text asks for them. ``inside`` is the tag of what the blocks
    stand in, ``pictures`` those that the blocks name.
    """

    scale: TypeScale
    width: float
    help_lines: tuple[HelpLine, ...] = ()
    inside: Tag | None = None
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    def flow(self, blocks: Iterable[Block]) -> list[Flowable]:
        """Return ``blocks`` as flowables, what belongs together kept on one page."""
        flowing: list[Flowable] = []
        in_order = list(blocks)
        lists: list[Tag] = []
        for block, following in zip(in_order, [*in_order[1:], None], strict=False):
            lists = self._lists(block, lists)
            if isinstance(block, Item):
                flowing.append(self._item(block, lists[-1]))
            else:
                flowing.extend(self._set(block))
            if not flowing:
                continue
            if _ends_run(block, following):
                flowing[-1].spaceAfter = self.scale.gap
            elif _leads(block, following):
                flowing[-1].keepWithNext = 1
            _hold_ends(block, following, flowing)
        if flowing:
            # What is to stand with a following thing that never comes would be tried for ever.
            flowing[-1].keepWithNext = 0
        return flowing

    def _lists(self, block: Block, open_lists: list[Tag]) -> list[Tag]:
        """Return the tags of the lists that ``block`` stands in, the innermost last."""
        if not isinstance(block, Item):
            return []
        lists = open_lists[: block.depth + 1]
        while len(lists) <= block.depth:
            lists.append(Tag("L", lists[-1] if lists else self.inside))
        return lists

    @singledispatchmethod
    def _set(self, _block: Block) -> list[Flowable]:
        """Set a block; what has no rule of its own is a :class:`Rule`."""
        line = self.scale.palette.line
        return [HRFlowable(width="100%", thickness=0.7, color=line, spaceAfter=self.scale.gap)]

    @_set.register
    def _(self, block: Heading) -> list[Flowable]:
        is_title = block.level == 1
        style = self.scale.title if is_title else self.scale.heading(block.level)
        level = min(block.level - 1, 2)
        told = words(block.text, style, self.scale, self._tag(f"H{level + 1}"), level=level)
        # What fills pages by itself could never stand together with anything.
        told.keepWithNext = int(len(plain(block.text)) <= _LONGEST_KEPT)
        return [told]

    @_set.register
    def _(self, block: Paragraph) -> list[Flowable]:
        leads = block.introduces and len(plain(block.text)) <= _LONGEST_KEPT
        style = self.scale.lead if leads else self.scale.text
        return [words(block.text, style, self.scale, self._tag("P"))]

    def _item(self, block: Item, inside: Tag) -> Flowable:
        size, face = self.scale.body, self.scale.face
        step = size * (1.75 if block.mark is Mark.TICK else 1.5)
        indent = step * (min(block.depth, _DEEPEST) + 1)
        style = ParagraphStyle("item", self.scale.tight, spaceAfter=self.scale.gap * 0.5)
        entry = Tag("LI", inside)
        set_words = words(block.text, style, self.scale, Tag("LBody", entry))
        paint = self._paint(block, indent, entry)
        return Hung(set_words, indent, paint, to_the_left=face.to_the_left)

    @_set.register
    def _(self, block: Quote) -> list[Flowable]:
        style = ParagraphStyle("quote", self.scale.tight, spaceAfter=self.scale.gap * 0.5)
        set_words = words(block.text, style, self.scale, Tag("P", self._tag("BlockQuote")))
        to_the_left = self.scale.face.to_the_left
        return [Hung(set_words, self.scale.body, bar(self.scale), to_the_left=to_the_left)]

    @_set.register
    def _(self, block: Box) -> list[Flowable]:
        inside = self._within(self.width - 2 * _BOX_PAD, "Sect")
        content = inside.flow(block.content)
        if block.heading:
            tag = Tag("P", inside.inside)
            content.insert(0, words(block.heading, self.scale.box_heading, self.scale, tag))
        return [KeepTogether([_boxed(content, self.scale, self.width)])]

    @_set.register
    def _(self, block: Columns) -> list[Flowable]:
        if self.width < _WIDE * self.scale.body:
            return [part for column in block.columns for part in self.flow(column)]
        width = (self.width - _BETWEEN) / len(block.columns)
        cells = [self._within(width, "Sect").flow(column) for column in block.columns]
        return [_side_by_side(cells, width, self.scale)]

    @_set.register
    def _(self, block: WritingLines) -> list[Flowable]:
        return lines_to_write(block.label, block.count, self.scale, self._tag("P"))

    @_set.register
    def _(self, block: Scale) -> list[Flowable]:
        numbers, scale = range(block.first, block.last + 1), self.scale
        steps = self._tag("P")
        low = words(block.left, scale.small, scale, self._tag("P"))
        high = words(block.right, scale.small_right, scale, self._tag("P"))
        return [ScaleToCircle(numbers, low, high, scale, steps)]

    @_set.register
    def _(self, block: Figure) -> list[Flowable]:
        picture = self.pictures.get(block.name)
        if picture is None:
            raise Refused(NotationTrouble(Fault.PICTURE_UNKNOWN, block.line))
        tag = replace(self._tag("Figure"), spoken=block.text)
        grey = self.scale.palette is BLACK
        figure = shown(block, picture, self.width, tag, grey=grey)
        figure.spaceBefore, figure.spaceAfter = self.scale.gap / 2, self.scale.gap
        return [figure]

    @_set.register
    def _(self, _block: Help) -> list[Flowable]:
        if not self.help_lines:
            return []
        inside = self._tag("L")
        across = 2 if self.width >= _WIDE_FOR_NUMBERS * self.scale.body else 1
        cells = [self._help_line(line, inside) for line in self.help_lines]
        rows = [cells[at : at + across] for at in range(0, len(cells), across)]
        rows[-1] += [[]] * (across - len(rows[-1]))
        quarter = self.scale.gap / 2
        rules = [
            *padded(_BOX_PAD, quarter, _BOX_PAD, quarter),
            ("BACKGROUND", *EVERYWHERE, self.scale.palette.tint),
            ("BOX", *EVERYWHERE, 0.8, self.scale.palette.edge),
        ]
        if len(rows) <= _MOST_UNPARTED:
            rules.append(("NOSPLIT", *EVERYWHERE))
        return [self._grid(rows, [self.width / across] * across, rules)]

    @_set.register
    def _(self, block: Table) -> list[Flowable]:
        scale, table = self.scale, self._tag("Table")
        rows: list[list[Cell]] = []
        for number_of_row, row in enumerate(block.rows):
            inside = Tag("TR", table)
            style, role = (scale.tight, "TD") if number_of_row else (scale.strong, "TH")
            rows.append([words(cell, style, scale, Tag(role, inside)) for cell in row])
        columns = len(block.rows[0])
        quarter = scale.gap / 2
        rules = [
            *padded(6, quarter * 0.7, 6, quarter * 1.3),
            ("BACKGROUND", (0, 0), (-1, 0), scale.palette.tint),
            ("GRID", *EVERYWHERE, 0.7, scale.palette.edge),
        ]
        return [self._grid(rows, [self.width / columns] * columns, rules, heads=1)]

    def _grid(
        self,
        rows: Sequence[Sequence[Cell]],
        widths: list[float],
        rules: list[Rule],
        *,
        heads: int = 0,
    ) -> Flowable:
        face, after = self.scale.face, self.scale.gap
        ordered = [row[::-1] for row in rows] if face.to_the_left else rows
        return grid(ordered, widths, rules, face, heads=heads, after=after)

    def _help_line(self, line: HelpLine, inside: Tag) -> list[Flowable]:
        entry = Tag("LI", inside)
        called = (Run(line.number.replace(" ", "\u00a0")),)
        return [
            words(called, self.scale.display, self.scale, Tag("Lbl", entry)),
            words((Run(line.label),), self.scale.tight, self.scale, Tag("LBody", entry)),
        ]

    def _paint(self, item: Item, indent: float, entry: Tag) -> Paint | None:
        size, scale = self.scale.body, self.scale
        match item.mark:
            case Mark.TICK:
                return tick_box(size, scale, Tag("Lbl", entry, _TO_TICK))
            case Mark.BULLET:
                return bullet(indent, scale)
            case Mark.NUMBER:
                dot = "" if scale.face.to_the_left else "."
                return number(f"{item.number}{dot}", indent, scale, Tag("Lbl", entry))
            case _:
                return None

    def _tag(self, role: str) -> Tag:
        return Tag(role, self.inside)

    def _within(self, width: float, role: str) -> Setter:
        return replace(self, width=width, inside=self._tag(role))


def _leads(block: Block, following: Block | None) -> bool:
    """True for a short paragraph before something to tick, say or fill in."""
    is_short = isinstance(block, Paragraph) and len(plain(block.text)) <= _SHORT
    return is_short and isinstance(following, Item | Quote | WritingLines | Scale | Help)


def _ends_run(block: Block, following: Block | None) -> bool:
    """True after the last item of a list and the last of several quotations."""
    return isinstance(block, Item | Quote) and not isinstance(following, type(block))


def _hold_ends(block: Block, following: Block | None, flowing: list[Flowable]) -> None:
    """Keep the first two and the last two of a list, or of quotations, on one page."""
    if not isinstance(block, Item | Quote) or len(plain(block.text)) > _LONGEST_KEPT:
        return
    if isinstance(following, type(block)):
        is_first = len(flowing) < 2 or not isinstance(flowing[-2], Hung)
        flowing[-1].keepWithNext = int(is_first)
    elif len(flowing) > 1 and isinstance(flowing[-2], Hung):
        flowing[-2].keepWithNext = 1


def _boxed(content: list[Flowable], scale: TypeScale, width: float) -> Flowable:
    rows = _stacked(content)
    quarter = scale.gap / 2
    rules: list[Rule] = [
        *padded(_BOX_PAD, 0, _BOX_PAD, 0),
        ("BACKGROUND", *EVERYWHERE, scale.palette.tint),
        ("BOX", *EVERYWHERE, 0.8, scale.palette.edge),
        *_gaps(rows),
        ("TOPPADDING", (0, 0), (-1, 0), 1.4 * quarter),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 1.6 * quarter),
    ]
    box = grid([[row] for row in rows], [width], rules, scale.face, after=scale.gap)
    box.spaceBefore = scale.gap * 0.5
    return box


def _stacked(content: list[Flowable]) -> list[list[Flowable]]:
    """Return the rows of a box; what leads shares a row with what follows, on the same page."""
    rows: list[list[Flowable]] = [[]]
    stack: list[Any] = content or [Spacer(0, 1)]
    for flowable in stack:
        rows[-1].append(flowable)
        if not flowable.getKeepWithNext():
            rows.append([])
    return [row for row in rows if row]


def _gaps(rows: list[list[Flowable]]) -> list[Rule]:
    """Return the distances between rows: a row of a table knows none of its own."""
    rules: list[Rule] = []
    for at, (row, following) in enumerate(pairwise(rows)):
        gap = max(row[-1].getSpaceAfter(), following[0].getSpaceBefore())
        rules.append(("BOTTOMPADDING", (0, at), (-1, at), gap))
    return rules


def _side_by_side(columns: list[list[Flowable]], width: float, scale: TypeScale) -> Flowable:
    """Return columns as one row, that is split only when it is higher than a page."""
    cells: list[Cell] = []
    for column in columns:
        cells += [[], column] if cells else [column]
    widths = [each for _ in columns for each in (width, float(_BETWEEN))][:-1]
    row = cells[::-1] if scale.face.to_the_left else cells
    together = grid([row], widths, padded(0, 0, 0, 0), scale.face, after=scale.gap)
    return KeepTogether([together])
