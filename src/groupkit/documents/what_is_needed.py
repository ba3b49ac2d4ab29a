"""The box at the foot of a run sheet: what to bring, and how the room is set up when."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from reportlab.platypus import Flowable, Paragraph, Spacer

from groupkit.documents.drawn import Hung, tick_box
from groupkit.documents.grid import EVERYWHERE, Cell, grid, padded
from groupkit.documents.lettering import LATO, marked_up
from groupkit.documents.type_scale import TypeScale
from groupkit.domain.agenda import TimedItem
from groupkit.domain.setting_up import set_ups, to_bring
from groupkit.language import Language

_PAD = 9
_COLUMNS = 3


def what_is_needed(
    items: Sequence[TimedItem], scale: TypeScale, language: Language, width: float
) -> list[Flowable]:
    """Return the box with every material once and every change of the room; [] without any."""
    things = to_bring(timed.item for timed in items)
    rooms = set_ups(items)
    if not things and not rooms:
        return []
    bring = _beside_room(len(things)) if rooms else _COLUMNS
    columns = _stacked(things, bring, scale, language)
    if rooms:
        columns.append(_room(rooms, scale, language))
    shares = [bring and width * (_COLUMNS - bool(rooms)) / _COLUMNS / bring] * bring
    if rooms:
        shares.append(width - sum(shares))
    rules = [
        *padded(_PAD, _PAD * 0.7, _PAD, _PAD),
        ("BOX", *EVERYWHERE, 0.6, scale.palette.line),
        ("ROUNDEDCORNERS", [4, 4, 4, 4]),
    ]
    return [Spacer(0, scale.gap * 1.2), grid([columns], shares, rules, LATO)]


def _beside_room(things: int) -> int:
    """Return how many columns the things take beside the room's."""
    return 0 if not things else 2


def _stacked(
    things: Sequence[str], columns: int, scale: TypeScale, language: Language
) -> list[Cell]:
    """Return the things to tick off in ``columns`` of about the same height."""
    if not columns:
        return []
    each = ceil(len(things) / columns)
    stacks: list[Cell] = []
    for column in range(columns):
        head = language.say("To bring") if column == 0 else ""
        stack: list[Flowable] = [_head(head, scale)]
        stack += [_tick(thing, scale) for thing in things[column * each : (column + 1) * each]]
        stacks.append(stack)
    return stacks


def _room(rooms: Sequence[TimedItem], scale: TypeScale, language: Language) -> Cell:
    stack: list[Flowable] = [_head(language.say("The room"), scale)]
    for timed in rooms:
        clock = marked_up(language.time(timed.starts), LATO)
        said = f"<b>{clock}</b>  {marked_up(timed.item.room, LATO)}"
        stack.append(Paragraph(said, scale.note))
    return stack


def _head(words: str, scale: TypeScale) -> Flowable:
    return Paragraph(marked_up(words, LATO) or "&nbsp;", scale.box_heading)


def _tick(thing: str, scale: TypeScale) -> Flowable:
    words = Paragraph(marked_up(thing[:1].upper() + thing[1:], LATO), scale.note)
    return Hung(words, scale.body * 1.3, tick_box(scale.body * 0.9, scale))
