"""The recovery sheet: sixteen words, and how to look after them. It says nothing of the house."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer

from groupkit.documents.blocks import Item, Mark, Run
from groupkit.documents.grid import EVERYWHERE, Cell, grid, padded
from groupkit.documents.lettering import ANDIKA, marked_up
from groupkit.documents.setting import Setter
from groupkit.documents.sheet import Sheet, bound, heading
from groupkit.documents.type_scale import EDGE, TINT, TypeScale
from groupkit.documents.words import lines_to_write
from groupkit.language import Language
from groupkit.usecases.papers import RecoveryPaper

_ROW = 4
_WORD_SIZE = 17


def recovery_sheet(paper: RecoveryPaper) -> bytes:
    """Return the recovery sheet as PDF."""
    language = Language(paper.language)
    scale = TypeScale(ANDIKA, 11.5, 1.4, paper.language)
    say = language.say

    def story() -> list[Flowable]:
        return [
            heading(say("Recovery sheet"), ANDIKA, scale.title),
            _paragraph(
                say(
                    "These {words} words open the program when the passphrase is forgotten. "
                    "Whoever holds this sheet can read everything in the program.",
                    words=len(paper.words),
                ),
                scale,
            ),
            Spacer(0, scale.gap * 0.6),
            _grid(paper.words, scale, sheet.width),
            *_advice(scale, language, sheet.width),
            *_signed(paper, scale, language),
        ]

    sheet = Sheet(say("Recovery sheet"), paper.language, ANDIKA, story)
    return bound(sheet)


def _paragraph(words: str, scale: TypeScale) -> Paragraph:
    return Paragraph(marked_up(words, ANDIKA), scale.text)


def _grid(words: tuple[str, ...], scale: TypeScale, width: float) -> Flowable:
    big = ParagraphStyle("word", scale.strong, fontSize=_WORD_SIZE, leading=_WORD_SIZE * 1.35)
    cells: list[Cell] = [_word(number, word, big) for number, word in enumerate(words, start=1)]
    rows = [cells[at : at + _ROW] for at in range(0, len(cells), _ROW)] or [[]]
    rows[-1] += [""] * (_ROW - len(rows[-1]))
    rules = [
        *padded(9, 8, 4, 12),
        ("VALIGN", *EVERYWHERE, "MIDDLE"),
        ("BACKGROUND", *EVERYWHERE, TINT),
        ("GRID", *EVERYWHERE, 0.8, EDGE),
    ]
    return grid(rows, [width / _ROW] * _ROW, rules, ANDIKA, after=scale.gap)


def _word(number: int, word: str, style: ParagraphStyle) -> Flowable:
    counted = f'<font name="{ANDIKA.regular}" size="10">{number}.</font>&nbsp; '
    return Paragraph(counted + marked_up(word, ANDIKA), style)


def _advice(scale: TypeScale, language: Language, width: float) -> list[Flowable]:
    say = language.say
    advice = (
        say("Keep it where it can be locked in, for example in a safe."),
        say("Never keep it together with the laptop, and never with the passphrase."),
        say("Do not photograph, scan or copy it."),
        say("Two people should know where it lies."),
        say("When a new sheet is made, shred this one: it no longer opens anything."),
        say(
            "To use it, choose '{choice}' where the passphrase is asked for, "
            "and type the words row by row.",
            choice=say("I have the recovery sheet"),
        ),
    )
    items = [Item(Mark.BULLET, 1, 0, (Run(words),)) for words in advice]
    title = heading(say("How to look after it"), ANDIKA, scale.heading(2), 1)
    return [title, *Setter(scale, width).flow(items)]


def _signed(paper: RecoveryPaper, scale: TypeScale, language: Language) -> list[Flowable]:
    say = language.say
    made = say("Made on {day}", day=language.date_long(paper.made))
    labels = (say("Printed and put away by:"), say("Date and signature:"))
    return [
        Spacer(0, scale.gap),
        _paragraph(made, scale),
        *(part for label in labels for part in lines_to_write((Run(label),), 1, scale)),
    ]
