"""What leaves a house as open data: yearly counts made to be added up across many houses.

By construction there is no woman in it: a line is a house, a year, a measure, a part of it and a
count, and the counts are those that may leave the house anyway, small ones hidden.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from groupkit.domain.protection import Standing

WHOLE = "all"
VERSION = 1
"""Grows when a measure changes its meaning, never for a new one."""


@dataclass(frozen=True)
class Measure:
    """What is counted: ``unit`` is what one of it is, ``parts`` what it is divided into.

    ``adds_up`` says whether the parts sum to the whole; kinds of violence overlap.
    """

    name: str
    unit: str
    says: str
    parts: tuple[tuple[str, str], ...] = ()
    adds_up: bool = True


@dataclass(frozen=True)
class Line:
    """One count; ``value`` is None where it is hidden."""

    shelter: str
    year: int
    measure: str
    part: str
    value: int | None


@dataclass(frozen=True)
class OpenData:
    """A package of whole years of one house, in the order of the keys.

    ``gives_out`` names the counts by year that leave the house with it.
    """

    shelter: str
    lines: tuple[Line, ...]
    gives_out: Mapping[int, Standing] = field(default_factory=dict)


MEASURES: tuple[Measure, ...] = (
    Measure("groups", "group", "Groups that met or were to meet in the year"),
    Measure(
        "sessions",
        "session",
        "Sessions of the year that were held; planned counts those not cancelled",
        (("planned", "not cancelled"), ("held", "held"), ("cancelled", "cancelled")),
        adds_up=False,
    ),
    Measure(
        "attendance",
        "mark",
        "Places of invited women at held sessions, recorded",
        (
            ("came", "present, late, or left early"),
            ("absent", "stayed away, with or without notice"),
            ("absent_notice", "stayed away with notice"),
            ("absent_no_notice", "stayed away without a word"),
        ),
        adds_up=False,
    ),
    Measure("nominated", "nomination", "Nominations made in the year"),
    Measure("talked", "nomination", "Conversations about the group held in the year"),
    Measure(
        "decided",
        "nomination",
        "Decisions made in the year",
        (
            ("seat", "a seat"),
            ("other_offer", "another offer"),
            ("not_now", "not now"),
            ("declined", "she declined"),
        ),
    ),
    Measure(
        "waited",
        "nomination",
        "Seats given in the year, by days since the nomination",
        (("0-30", "up to 30 days"), ("31-90", "31 to 90 days"), ("91-", "more than 90 days")),
    ),
    Measure("began", "woman", "Women who began in a group in the year"),
    Measure(
        "left",
        "woman",
        "Women who left a group in the year, by reason",
        (
            ("completed", "completed"),
            ("moved", "moved"),
            ("back_at_shelter", "back at the shelter"),
            ("other_offer", "another offer"),
            ("own_wish", "her own wish"),
            ("unknown", "not known"),
            ("unsaid", "no reason noted"),
        ),
    ),
    Measure(
        "completed",
        "woman",
        "Women of courses whose last session lay in the year, by the house's own rule",
        (("yes", "completed"), ("no", "did not complete"), ("unknown", "nothing recorded")),
    ),
    Measure(
        "incidents",
        "incident",
        "New incidents told of in the year, by phase of the course",
        (
            ("before", "before the course"),
            ("start", "its first third"),
            ("middle", "its second third"),
            ("end", "its last third"),
            ("after", "after the course"),
        ),
    ),
    Measure(
        "incident_kinds",
        "incident",
        "New incidents by kind of violence; one can be of several kinds",
        (
            ("psychological", "psychological"),
            ("physical", "physical"),
            ("sexual", "sexual"),
            ("economic", "economic"),
            ("material", "material"),
            ("digital", "digital"),
            ("stalking", "stalking"),
        ),
        adds_up=False,
    ),
    Measure(
        "change",
        "woman",
        "Safety answers at start and end of a course, the same women",
        (("up", "feels safer"), ("same", "the same"), ("down", "feels less safe")),
    ),
)
