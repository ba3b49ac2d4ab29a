"""What the team must know to make room for a woman, and no more: needs, language, children."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from groupkit.domain import text
from groupkit.domain.refusal import ChildrenOutOfRange, Field, Refused

MOST_CHILDREN = 15


class AgeBand(StrEnum):
    """How old children are; never closer than this."""

    TO_2 = "0-2"
    TO_5 = "3-5"
    TO_12 = "6-12"
    TO_17 = "13-17"
    GROWN = "18+"


class ProfileField(StrEnum):
    """The parts of her page that a house may do without."""

    CONTACT_PERSON = "contact_person"
    LANGUAGE = "language"
    INTERPRETER = "interpreter"
    CHILDCARE = "childcare"
    NEAR_DOOR = "near_door"
    OTHER_NEEDS = "other_needs"
    CHILDREN = "children"
    CONSENT = "consent"
    SAFETY = "safety"


@dataclass(frozen=True)
class Profile:
    """What she needs in the room, and her children as a number and bands; None: not said."""

    contact_person: str = ""
    language: str = ""
    interpreter: bool = False
    childcare: bool = False
    near_door: bool = False
    other_needs: str = ""
    children: int | None = None
    ages: frozenset[AgeBand] = frozenset()

    def __post_init__(self) -> None:
        person = text.optional_line(self.contact_person, Field.CONTACT_PERSON)
        object.__setattr__(self, "contact_person", person)
        object.__setattr__(self, "language", text.optional_line(self.language, Field.LANGUAGE))
        needs = text.optional_line(self.other_needs, Field.NEED, most=400)
        object.__setattr__(self, "other_needs", needs)
        if self.children is not None and not 0 <= self.children <= MOST_CHILDREN:
            raise Refused(ChildrenOutOfRange(self.children, MOST_CHILDREN))
        if not self.children:
            object.__setattr__(self, "ages", frozenset())
