"""The shelter that uses the program, as far as paper and screen need to know it."""

from __future__ import annotations

from dataclasses import dataclass, field

from groupkit.domain import text
from groupkit.domain.backup import LEAST_PROMISE, MOST_PROMISE, USUAL_PROMISE
from groupkit.domain.closed import COUNTRIES, USUAL_COUNTRY
from groupkit.domain.refusal import Field

LONGEST_HELP_NUMBER = 20
LEAST_IDLE, USUAL_IDLE, MOST_IDLE = 1, 5, 15
"""Minutes without a key or mouse after which the program locks."""


@dataclass(frozen=True)
class HelpLine:
    """A number to call.

    ``neutral`` is the label in the discreet form; without one the line is left out there.
    """

    number: str
    label: str
    neutral: str = ""

    def __post_init__(self) -> None:
        number = text.line(self.number, Field.HELP_LINE, most=LONGEST_HELP_NUMBER)
        object.__setattr__(self, "number", number)
        object.__setattr__(self, "label", text.line(self.label, Field.HELP_LINE))
        object.__setattr__(self, "neutral", text.optional_line(self.neutral, Field.HELP_LINE))


@dataclass(frozen=True)
class House:
    """The house's name, its language ('da' or 'en'), help numbers and habits.

    ``erasure_days`` is what the house promises: what was erased is gone from backups by then.
    ``country`` is whose public holidays it keeps.
    """

    name: str
    language: str = "da"
    help_lines: tuple[HelpLine, ...] = ()
    idle_minutes: int = USUAL_IDLE
    closed_on_usual_days: bool = True
    appearance: str = field(default="system")
    erasure_days: int = USUAL_PROMISE
    country: str = USUAL_COUNTRY

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", text.line(self.name, Field.HOUSE))
        object.__setattr__(self, "idle_minutes", max(LEAST_IDLE, min(self.idle_minutes, MOST_IDLE)))
        promised = max(LEAST_PROMISE, min(self.erasure_days, MOST_PROMISE))
        object.__setattr__(self, "erasure_days", promised)
        if self.country not in COUNTRIES:
            object.__setattr__(self, "country", USUAL_COUNTRY)
