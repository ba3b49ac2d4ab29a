"""Marks that say how a text of the library stands: an icon and a word for each."""

from __future__ import annotations

from typing import Protocol

from groupkit.language import Language
from groupkit.ui.parts.mark import StatusMark


class Stands(Protocol):
    """A topic, or a text in one language."""

    @property
    def is_adapted(self) -> bool: ...
    @property
    def has_draft(self) -> bool: ...
    @property
    def newer_shipped(self) -> bool: ...
    @property
    def is_outdated(self) -> bool: ...


def standing_marks(what: Stands, language: Language) -> list[StatusMark]:
    """Return a mark for each thing there is to know about how ``what`` stands."""
    say = language.say
    marks = (
        (what.newer_shipped, say("Newer shipped text"), "warn", "info"),
        (what.is_outdated, say("Translation outdated"), "warn", "warning"),
        (what.has_draft, say("Draft open"), "notice", "edit"),
        (what.is_adapted, say("Adapted by the house"), "good", "check"),
    )
    return [StatusMark(word, tone, icon) for is_so, word, tone, icon in marks if is_so]
