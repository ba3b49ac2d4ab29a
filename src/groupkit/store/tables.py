"""The tables as the repositories see them; ``versions`` makes them, a test holds both together.

Names that the field uses: ``"group"``, ``session`` (a meeting), ``mark``. Ids are made by the
client and are part of what a sealed column is bound to. Sealed columns are BLOB.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from groupkit.domain.agenda import (
    LEAST_ITEM_MINUTES,
    LONGEST_ITEM_NOTE,
    LONGEST_MATERIALS,
    LONGEST_ROOM,
    MOST_ITEM_MINUTES,
    MOST_ITEMS,
    ItemKind,
)
from groupkit.domain.attendance import Status
from groupkit.domain.backup import LEAST_PROMISE, MOST_PROMISE
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.closed import COUNTRIES, KEPT, LONGEST_PERIOD, Why
from groupkit.domain.dates import EARLIEST, LATEST
from groupkit.domain.group import LEAST_LENGTH, MOST_FACILITATORS, MOST_LENGTH
from groupkit.domain.house import LEAST_IDLE, LONGEST_HELP_NUMBER, MOST_IDLE
from groupkit.domain.participant import LONGEST_NUMBER
from groupkit.domain.plan_history import PlanDeed
from groupkit.domain.programme import MOST_TOPICS
from groupkit.domain.schedule import LEAST_RHYTHM, LEAST_WEEKS, MOST_RHYTHM, MOST_WEEKS, Parity
from groupkit.domain.session import LONGEST_WHY
from groupkit.domain.text import LONGEST_NAME
from groupkit.store.columns import ClockText, DayText, IdText, MomentText

LONGEST_LINE_OF_STEPS = 2_000
"""Characters of a session's ``reason``: the closed days it stepped over."""

metadata = MetaData()


def _id(name: str = "id") -> Column[object]:
    return Column(name, IdText, CheckConstraint(f"length({name}) = 36"), primary_key=True)


def _of(table: str, name: str, *, key: bool = False) -> Column[object]:
    return Column(name, IdText, ForeignKey(f"{table}.id"), primary_key=key, nullable=False)


def _line(name: str, least: int = 1, most: int = LONGEST_NAME) -> Column[str]:
    within = CheckConstraint(f"length({name}) BETWEEN {least} AND {most}")
    return Column(name, Text, within, nullable=False)


def _number(name: str, least: int, most: int) -> Column[int]:
    within = CheckConstraint(f"{name} BETWEEN {least} AND {most}")
    return Column(name, Integer, within, nullable=False)


def _yes_or_no(name: str) -> Column[int]:
    return Column(name, Integer, CheckConstraint(f"{name} IN (0, 1)"), nullable=False)


def _one_of(name: str, values: Iterable[str]) -> Column[str]:
    listed = ", ".join(f"'{value}'" for value in values)
    return Column(name, Text, CheckConstraint(f"{name} IN ({listed})"), nullable=False)


def _day(name: str, *, optional: bool = False) -> Column[object]:
    # IS, because date() of a text that is no date is NULL, and CHECK lets NULL pass.
    real = CheckConstraint(f"{name} IS date({name}) AND {name} BETWEEN '{EARLIEST}' AND '{LATEST}'")
    return Column(name, DayText, real, nullable=optional)


def _clock(name: str) -> Column[object]:
    shaped = CheckConstraint(f"{name} IS strftime('%H:%M', {name})")
    return Column(name, ClockText, shaped, nullable=False)


def _moment(name: str, *, optional: bool = False) -> Column[object]:
    real = CheckConstraint(
        f"{name} IS strftime('%Y-%m-%dT%H:%M:%fZ', {name})"
        f" AND {name} BETWEEN '2000-01-01' AND '2101-01-01'"
    )
    return Column(name, MomentText, real, nullable=optional)


def _bytes(name: str, length: int, *, key: bool = False) -> Column[bytes]:
    exact = CheckConstraint(f"length({name}) = {length}")
    return Column(name, LargeBinary, exact, primary_key=key, nullable=False)


def _sealed(name: str, most: int, *, optional: bool = False) -> Column[bytes]:
    within = CheckConstraint(f"length({name}) <= {most}")
    return Column(name, LargeBinary, within, nullable=optional)


def _ends_the_same_day() -> CheckConstraint:
    return CheckConstraint("substr(starts, 1, 2) * 60 + substr(starts, 4, 2) + minutes <= 1440")


house = Table(
    "house",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    _line("name"),
    _one_of("language", ("da", "en")),
    _number("idle_minutes", LEAST_IDLE, MOST_IDLE),
    _yes_or_no("closed_on_usual_days"),
    _number("erasure_days", LEAST_PROMISE, MOST_PROMISE),
    _one_of("appearance", ("system", "light", "dark")),
    _one_of("country", COUNTRIES),
    sqlite_strict=True,
)

help_line = Table(
    "help_line",
    metadata,
    Column("place", Integer, CheckConstraint("place >= 0"), primary_key=True),
    _line("number", most=LONGEST_HELP_NUMBER),
    _line("label"),
    _line("neutral", least=0),
    sqlite_strict=True,
)

group = Table(
    "group",
    metadata,
    _id(),
    _line("name"),
    Column("name_key", Text, nullable=False, unique=True),
    _day("start"),
    _number("weeks", LEAST_WEEKS, MOST_WEEKS),
    _number("every", LEAST_RHYTHM, MOST_RHYTHM),
    _one_of("parity", Parity),
    _clock("starts"),
    _number("minutes", LEAST_LENGTH, MOST_LENGTH),
    _line("place", least=0),
    CheckConstraint(f"date(start, (weeks * 7) || ' days') <= '{LATEST}'"),
    CheckConstraint("parity = 'any' OR every = 2"),
    _ends_the_same_day(),
    sqlite_strict=True,
)

facilitator = Table(
    "facilitator",
    metadata,
    _of("group", "group_id", key=True),
    Column(
        "place",
        Integer,
        CheckConstraint(f"place BETWEEN 0 AND {MOST_FACILITATORS - 1}"),
        primary_key=True,
    ),
    _line("name"),
    UniqueConstraint("group_id", "name"),
    sqlite_strict=True,
)

session = Table(
    "session",
    metadata,
    _id(),
    _of("group", "group_id"),
    Column("number", Integer, CheckConstraint("number >= 0"), nullable=False),
    _day("day"),
    _clock("starts"),
    _number("minutes", LEAST_LENGTH, MOST_LENGTH),
    _day("moved_from", optional=True),
    _line("reason", least=0, most=LONGEST_LINE_OF_STEPS),
    _line("topic", least=0),
    _yes_or_no("recorded"),
    _line("place", least=0),
    _yes_or_no("cancelled"),
    _line("why", least=0, most=LONGEST_WHY),
    Column("revision", Integer, CheckConstraint("revision >= 0"), nullable=False),
    CheckConstraint("(number = 0) = cancelled"),
    CheckConstraint("cancelled + recorded < 2"),
    _ends_the_same_day(),
    Index("session_by_day", "day"),
    Index("session_number", "group_id", "number", unique=True, sqlite_where=text("number > 0")),
    sqlite_strict=True,
)

session_leader = Table(
    "session_leader",
    metadata,
    _of("session", "session_id", key=True),
    Column(
        "place",
        Integer,
        CheckConstraint(f"place BETWEEN 0 AND {MOST_FACILITATORS - 1}"),
        primary_key=True,
    ),
    _line("name"),
    UniqueConstraint("session_id", "name"),
    sqlite_strict=True,
)

plan_change = Table(
    "plan_change",
    metadata,
    _id(),
    _of("group", "group_id"),
    _moment("at"),
    _of("user", "user_id"),
    _one_of("deed", PlanDeed),
    _day("day", optional=True),
    _day("to_day", optional=True),
    Column("sessions", Integer, CheckConstraint("sessions >= 0"), nullable=False),
    _line("why", least=0, most=LONGEST_WHY),
    Index("plan_change_of_group", "group_id", "at"),
    sqlite_strict=True,
)

closed_period = Table(
    "closed_period",
    metadata,
    _id(),
    _one_of("why", KEPT),
    _day("first"),
    _day("last"),
    _line("name", least=0),
    Column("group_id", IdText, ForeignKey("group.id")),
    CheckConstraint("last >= first"),
    CheckConstraint(f"julianday(last) - julianday(first) < {LONGEST_PERIOD}"),
    CheckConstraint(f"(group_id IS NOT NULL) = (why = '{Why.GROUP_EXCEPTION}')"),
    Index("closed_period_by_day", "first"),
    sqlite_strict=True,
)


def _agenda_columns() -> list[Column[Any]]:
    return [
        Column(
            "place",
            Integer,
            CheckConstraint(f"place BETWEEN 0 AND {MOST_ITEMS - 1}"),
            primary_key=True,
        ),
        Column("item_id", IdText, CheckConstraint("length(item_id) = 36"), nullable=False),
        _one_of("kind", ItemKind),
        _line("title"),
        _number("minutes", LEAST_ITEM_MINUTES, MOST_ITEM_MINUTES),
        _line("note", least=0, most=LONGEST_ITEM_NOTE),
        _line("leader", least=0),
        _line("materials", least=0, most=LONGEST_MATERIALS),
        _line("room", least=0, most=LONGEST_ROOM),
        Column("short", Integer, CheckConstraint("short BETWEEN 0 AND minutes")),
    ]


agenda_item = Table(
    "agenda_item",
    metadata,
    _of("session", "session_id", key=True),
    *_agenda_columns(),
    UniqueConstraint("session_id", "item_id"),
    sqlite_strict=True,
)

agenda_template = Table(
    "agenda_template",
    metadata,
    _id(),
    _line("name"),
    Column("name_key", Text, nullable=False, unique=True),
    sqlite_strict=True,
)

template_item = Table(
    "template_item",
    metadata,
    _of("agenda_template", "template_id", key=True),
    *_agenda_columns(),
    UniqueConstraint("template_id", "item_id"),
    sqlite_strict=True,
)

item_start = Table(
    "item_start",
    metadata,
    _of("session", "session_id", key=True),
    Column("item_id", IdText, CheckConstraint("length(item_id) = 36"), primary_key=True),
    _moment("at"),
    sqlite_strict=True,
)

session_clock = Table(
    "session_clock",
    metadata,
    _of("session", "session_id", key=True),
    _moment("ended", optional=True),
    _yes_or_no("short"),
    sqlite_strict=True,
)

programme = Table(
    "programme",
    metadata,
    _id(),
    _line("name"),
    Column("name_key", Text, nullable=False, unique=True),
    sqlite_strict=True,
)

programme_topic = Table(
    "programme_topic",
    metadata,
    _of("programme", "programme_id", key=True),
    Column(
        "place",
        Integer,
        CheckConstraint(f"place BETWEEN 0 AND {MOST_TOPICS - 1}"),
        primary_key=True,
    ),
    _line("topic", least=0),
    sqlite_strict=True,
)

user = Table(
    "user",
    metadata,
    _id(),
    _line("name"),
    Column("name_key", Text, nullable=False),
    _day("added"),
    _day("removed", optional=True),
    _bytes("certificate", 64),
    CheckConstraint("removed >= added"),
    Index("user_with_access", "name_key", unique=True, sqlite_where=text("removed IS NULL")),
    sqlite_strict=True,
)

hand = Table(
    "hand",
    metadata,
    _bytes("public", 32, key=True),
    _of("user", "user_id"),
    _bytes("certificate", 64),
    sqlite_strict=True,
)

log_entry = Table(
    "log_entry",
    metadata,
    Column("number", Integer, CheckConstraint("number >= 1"), primary_key=True),
    _moment("at"),
    _of("user", "user_id"),
    Column("hand", LargeBinary, ForeignKey("hand.public"), nullable=False),
    _one_of("deed", Deed),
    _one_of("subject", Subject),
    Column("record", IdText, CheckConstraint("length(record) = 36")),
    Column("also", IdText, CheckConstraint("length(also) = 36")),
    _bytes("digest", 32),
    _bytes("signature", 64),
    sqlite_strict=True,
)

upkeep = Table(
    "upkeep",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    _day("last_seen"),
    _day("sheet_seen"),
    _moment("copied_out", optional=True),
    _yes_or_no("renewal_due"),
    sqlite_strict=True,
)

participant = Table(
    "participant",
    metadata,
    _id(),
    Column(
        "number",
        Text,
        CheckConstraint(f"length(number) BETWEEN 1 AND {LONGEST_NUMBER}"),
        nullable=False,
        unique=True,
    ),
    _sealed("alias", 1_000),
    sqlite_strict=True,
)

membership = Table(
    "membership",
    metadata,
    _id(),
    _of("group", "group_id"),
    _of("participant", "participant_id"),
    _day("joined"),
    _day("left_on", optional=True),
    CheckConstraint("left_on >= joined"),
    UniqueConstraint("group_id", "participant_id", "joined"),
    Index("membership_by_participant", "participant_id"),
    sqlite_strict=True,
)

mark = Table(
    "mark",
    metadata,
    _id(),
    _of("session", "session_id"),
    _of("participant", "participant_id"),
    _one_of("status", Status),
    _sealed("reason", 2_000, optional=True),
    CheckConstraint(f"reason IS NULL OR status = '{Status.ABSENT_NOTICE}'"),
    UniqueConstraint("session_id", "participant_id"),
    Index("mark_by_participant", "participant_id"),
    sqlite_strict=True,
)

group_note = Table(
    "group_note",
    metadata,
    _id(),
    Column("session_id", IdText, ForeignKey("session.id"), nullable=False, unique=True),
    _sealed("text", 100_000),
    sqlite_strict=True,
)

own_note = Table(
    "own_note",
    metadata,
    _id(),
    _of("session", "session_id"),
    _of("participant", "participant_id"),
    _sealed("text", 100_000),
    UniqueConstraint("session_id", "participant_id"),
    Index("own_note_by_participant", "participant_id"),
    sqlite_strict=True,
)

draft = Table(
    "draft",
    metadata,
    _id(),
    _of("user", "user_id"),
    _line("place", most=200),
    Column("fields", LargeBinary, nullable=False),
    UniqueConstraint("user_id", "place"),
    sqlite_strict=True,
)
