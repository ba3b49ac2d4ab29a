"""What a text of ours is made of, once it is read: blocks in their order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Run:
    """Letters in one style; a newline is a line break that was asked for."""

    text: str
    bold: bool = False
    italic: bool = False


Text = tuple[Run, ...]


def plain(text: Text) -> str:
    """Return the letters of ``text`` on one line."""
    return " ".join("".join(run.text for run in text).split())


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the sheet's title."""

    level: int
    text: Text


@dataclass(frozen=True)
class Paragraph:
    text: Text

    @property
    def introduces(self) -> bool:
        """True when it belongs to what follows: bold from end to end, or ending in a colon."""
        spoken = [run for run in self.text if run.text.strip()]
        return all(run.bold for run in spoken) or plain(self.text).endswith(":")


class Mark(StrEnum):
    """What stands before an item of a list."""

    BULLET = "bullet"
    NUMBER = "number"
    TICK = "tick"
    NONE = "none"


@dataclass(frozen=True)
class Item:
    """One item of a list, ``depth`` lists deep (from 0); a later paragraph of it has no mark."""

    mark: Mark
    number: int
    depth: int
    text: Text


@dataclass(frozen=True)
class Quote:
    """A sentence that can be used."""

    text: Text


@dataclass(frozen=True)
class Box:
    heading: Text
    content: tuple[Block, ...]


@dataclass(frozen=True)
class WritingLines:
    label: Text
    count: int


@dataclass(frozen=True)
class Scale:
    """Numbers to choose from, with words at both ends."""

    first: int
    last: int
    left: Text
    right: Text


@dataclass(frozen=True)
class Help:
    """The place of the house's help numbers."""


@dataclass(frozen=True)
class Table:
    """Rows of cells, the head first."""

    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True)
class Columns:
    """Two columns, side by side where the paper is wide enough."""

    columns: tuple[tuple[Block, ...], ...]


class Width(StrEnum):
    """How much of the line a picture takes."""

    SMALL = "small"
    HALF = "half"
    FULL = "full"


@dataclass(frozen=True)
class Figure:
    """A picture by its name; ``text`` tells what it shows to who cannot see it."""

    name: str
    width: Width
    text: str
    line: int


@dataclass(frozen=True)
class Rule:
    """A line between two parts."""


Block = (
    Heading
    | Paragraph
    | Item
    | Quote
    | Box
    | WritingLines
    | Scale
    | Help
    | Table
    | Columns
    | Figure
    | Rule
)
