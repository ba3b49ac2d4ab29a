"""What a session can be about, as the library holds it."""

from __future__ import annotations

from dataclasses import dataclass

from groupkit.domain.agenda import ItemKind
from groupkit.domain.material import GUIDE, HANDOUT, Sharing


@dataclass(frozen=True)
class SuggestedItem:
    """One item of a topic's timed agenda in one language."""

    kind: ItemKind
    title: str
    minutes: int
    note: str = ""


@dataclass(frozen=True)
class Sheet:
    """A sheet of a topic beside its handout: its name, what may become of it, and its source."""

    name: str
    sharing: Sharing
    source: str


@dataclass(frozen=True)
class Topic:
    """A topic in one language.

    ``slug`` names it everywhere, ``guide`` and ``handout`` are sources in our Markdown; the
    handout's holds the neutral wordings of its discreet form. ``more`` are the sheets beside it.
    """

    slug: str
    order: int
    title: str
    summary: str
    agenda: tuple[SuggestedItem, ...]
    guide: str
    handout: str
    more: tuple[Sheet, ...] = ()

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The handout, when there is one, and the sheets beside it."""
        if not self.handout.strip():
            return self.more
        return (Sheet(HANDOUT, Sharing.TAKE_HOME, self.handout), *self.more)

    def source(self, sheet: str) -> str:
        """Return the source of the guide or of a sheet, '' when there is none of that name."""
        if sheet == GUIDE:
            return self.guide
        return next((each.source for each in self.sheets if each.name == sheet), "")

    @property
    def minutes(self) -> int:
        """The length of the suggested agenda."""
        return sum(item.minutes for item in self.agenda)
