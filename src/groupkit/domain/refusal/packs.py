"""Files that are no material packs, and packs that are not taken in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from groupkit.domain.refusal.base import Refusal


class PackFault(StrEnum):
    """What is wrong with a file that should be a material pack."""

    NO_PACK = "no_pack"
    NEWER = "newer"
    TOO_LARGE = "too_large"
    TOO_MANY_ENTRIES = "too_many_entries"
    TAMPERED = "tampered"
    STRANGE_ENTRY = "strange_entry"
    WRONG_LETTERS = "wrong_letters"
    LEADS_OUTSIDE = "leads_outside"
    TOO_INTRICATE = "too_intricate"
    TEXT_UNREADABLE = "text_unreadable"
    PICTURE_WRONG = "picture_wrong"
    PICTURE_MISSING = "picture_missing"


@dataclass(frozen=True)
class PackTrouble(Refusal):
    """A pack that is refused whole; ``what`` is the text or picture that it is about, or ''."""

    fault: PackFault
    what: str = ""
    most: int = 0


@dataclass(frozen=True)
class NothingToPack(Refusal):
    """None of the topics chosen has a text of the house's own that counts."""


@dataclass(frozen=True)
class NothingToTakeIn(Refusal):
    """Nothing of the pack was chosen."""


@dataclass(frozen=True)
class MakerNotCompared(Refusal):
    """The pack's maker is not known, and nobody has compared the number."""


@dataclass(frozen=True)
class MaterialChangedSince(Refusal):
    """What a pack brought was changed since; taking it back would lose that."""
