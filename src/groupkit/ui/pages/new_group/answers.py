"""Answers about single days as one line of a draft: 2027-02-09=other_day:2027-02-10."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from groupkit.domain.schedule import Answer, Way


def write_answers(answers: Mapping[dt.date, Answer]) -> str:
    """Return ``answers`` as a line."""
    return " ".join(
        f"{turn}={answer.way}:{answer.day or ''}" for turn, answer in sorted(answers.items())
    )


def read_answers(line: str) -> dict[dt.date, Answer]:
    """Return the answers of a line made by :func:`write_answers`."""
    found = {}
    for part in line.split():
        turn, _, answer = part.partition("=")
        way, _, day = answer.partition(":")
        other = dt.date.fromisoformat(day) if day else None
        found[dt.date.fromisoformat(turn)] = Answer(Way(way), other)
    return found
