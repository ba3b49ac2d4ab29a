"""What a session can be about, as the library holds it."""

from __future__ import annotations

from dataclasses import dataclass

from groupkit.domain.agenda import ItemKind


@dataclass(frozen=True)
class SuggestedItem:
    """One item of a topic's timed agenda in one language."""

    kind: ItemKind
    title: str
    minutes: int
    note: str = ""


@dataclass(frozen=True)
class Topic:
    """A topic in one language.

    ``slug`` names it everywhere, ``guide`` and ``handout`` are sources in our Markdown; the
    handout's holds the neutral wordings of its discreet form.
    """

    slug: str
    order: int
    title: str
    summary: str
    agenda: tuple[SuggestedItem, ...]
    guide: str
    handout: str

    @property
    def minutes(self) -> int:
        """The length of the suggested agenda."""
        return sum(item.minutes for item in self.agenda)
