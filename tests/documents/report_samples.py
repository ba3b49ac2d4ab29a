"""Invented reports with everything that a cell can be."""

from __future__ import annotations

import datetime as dt

from groupkit.domain.dates import Period
from groupkit.domain.reporting.choice import About, Audience, Choice, Span, Unit
from groupkit.domain.reporting.table import (
    HIDDEN,
    Chart,
    Count,
    Day,
    Mean,
    Report,
    Row,
    Section,
    Share,
    Table,
    Words,
)

YEAR = Period(dt.date(2027, 1, 1), dt.date(2027, 12, 31))


def sample(text: str = "Grønærø", language: str = "da", method: str = "") -> Report:
    """Return a report whose every typed text is ``text``."""
    table = Table(
        "sessions",
        text,
        (text, "Dag", text, "Til stede", "Fraværende", "Kom"),
        (
            Row(text, (Day(dt.date(2027, 1, 13)), Words(text), Count(7), Count(1), Share(7, 8))),
            Row("2", (Day(dt.date(2027, 1, 27)), Words(""), Count(5), Count(3), Share(5, 8))),
            Row("I alt", (Words(""), Words(""), Count(12), HIDDEN, HIDDEN), True),
        ),
        (text,),
        text,
        Chart((2, 3)),
    )
    safety = Table(
        "safety",
        "Tryghed",
        ("Spurgt", "Svar", "Gennemsnit"),
        (Row("Ved begyndelsen", (Count(9), Mean(35, 9))), Row("Senere", (Count(0), Mean(0, 0)))),
    )
    choice = Choice(About.YEAR, Audience.HOUSE, Span(Unit.YEAR, 2027))
    return Report(
        language,
        choice,
        "Årets tal",
        text,
        text,
        YEAR,
        dt.date(2028, 1, 3),
        "Til huset",
        (Section("I grupperne", (table, safety), (text,)),),
        method,
    )


def long_report(rows: int) -> Report:
    """Return a report whose table runs over pages."""
    lines = tuple(
        Row(f"Gruppe {at} med et meget langt navn som nogen har skrevet", (Count(at),) * 7)
        for at in range(rows)
    )
    heads = ("Gruppe", "Inviteret", "Til stede", "For sent", "Gik før", "Afbud", "Uden", "Mangler")
    table = Table("groups", "Grupperne", heads, lines, chart=Chart((1, 2, 3, 4, 5, 6)))
    plain = sample()
    return Report(
        "da",
        plain.choice,
        plain.title,
        "",
        plain.house,
        YEAR,
        plain.made,
        plain.for_whom,
        (Section("", (table,)),),
    )
