"""Topics, sheets and their versions."""

from __future__ import annotations

from dataclasses import dataclass

from groupkit.domain.refusal.base import Refusal


@dataclass(frozen=True)
class LanguageUnknown(Refusal):
    name: str


@dataclass(frozen=True)
class DraftMissing(Refusal):
    """There is no draft to approve: somebody else did, or threw it away."""


@dataclass(frozen=True)
class NothingToApprove(Refusal):
    """A text without a word."""


@dataclass(frozen=True)
class DraftChangedSince(Refusal):
    """Somebody else wrote in the draft since it was opened."""


@dataclass(frozen=True)
class TopicTitleTaken(Refusal):
    title: str


@dataclass(frozen=True)
class SheetNameTaken(Refusal):
    name: str


@dataclass(frozen=True)
class ApprovingNotForYourRole(Refusal):
    """Texts are approved by pedagogues and facilitators."""
