"""Incidents, safety answers, follow-ups, and what is counted of them without a woman.

Whose they are is sealed with what they say: beside the tallies, which every role reads, her id or a
day in the clear would tell whose tally it is.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text

from groupkit.domain.follow_up import Outcome, StepDeed
from groupkit.domain.incident import IncidentKind, Phase
from groupkit.domain.safety import LEAST, MOST, Change, Moment
from groupkit.store.columns import IdText
from groupkit.store.tables.shapes import (
    day,
    metadata,
    moment,
    number,
    of,
    one_of,
    own_id,
    random_id,
    sealed,
    yes_or_no,
)

incident = Table(
    "incident",
    metadata,
    own_id(),
    sealed("fields", 50_000),
    sqlite_strict=True,
)

incident_tally = Table(
    "incident_tally",
    metadata,
    own_id(),
    Column("group_id", IdText, ForeignKey("group.id")),
    number("year", 2000, 2100),
    number("quarter", 1, 4),
    one_of("phase", Phase),
    *(yes_or_no(kind.value) for kind in IncidentKind),
    random_id("teller"),
    CheckConstraint(" + ".join(kind.value for kind in IncidentKind) + " > 0"),
    sqlite_strict=True,
    sqlite_with_rowid=False,  # the order of noting would tell whose it is
)

safety_answer = Table(
    "safety_answer",
    metadata,
    own_id(),
    sealed("fields", 10_000),
    sqlite_strict=True,
)

safety_tally = Table(
    "safety_tally",
    metadata,
    own_id(),
    of("group", "group_id"),
    one_of("moment", Moment),
    number("value", LEAST, MOST),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

safety_change = Table(
    "safety_change",
    metadata,
    own_id(),
    of("group", "group_id"),
    one_of("change", Change),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

follow_up = Table(
    "follow_up",
    metadata,
    own_id(),
    of("user", "owner_id"),
    day("opened"),
    day("due"),
    one_of("outcome", Outcome, optional=True),
    day("closed", optional=True),
    sealed("what", 10_000),
    CheckConstraint("due >= opened"),
    CheckConstraint("closed >= opened"),
    CheckConstraint("(outcome IS NULL) = (closed IS NULL)"),
    Index("follow_up_by_day", "due"),
    sqlite_strict=True,
)

follow_up_step = Table(
    "follow_up_step",
    metadata,
    own_id(),
    of("follow_up", "follow_up_id"),
    moment("at"),
    of("user", "user_id"),
    one_of("deed", StepDeed),
    day("due", optional=True),
    Column("to_id", IdText, ForeignKey("user.id")),
    sealed("words", 10_000, optional=True),
    Index("step_of_follow_up", "follow_up_id", "at"),
    sqlite_strict=True,
)

handed_out = Table(
    "handed_out",
    metadata,
    of("session", "session_id", key=True),
    of("participant", "participant_id", key=True),
    *(
        Column(name, Text, CheckConstraint(f"length({name}) BETWEEN 1 AND 80"), primary_key=True)
        for name in ("topic", "sheet")
    ),
    Index("handed_out_by_participant", "participant_id"),
    sqlite_strict=True,
)
