"""Agendas, templates of them, and programmes of topics."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Integer,
    Table,
    Text,
    UniqueConstraint,
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
from groupkit.domain.programme import MOST_TOPICS
from groupkit.store.columns import IdText
from groupkit.store.tables.shapes import line, metadata, number, of, one_of, own_id


def agenda_columns() -> list[Column[Any]]:
    return [
        Column(
            "place",
            Integer,
            CheckConstraint(f"place BETWEEN 0 AND {MOST_ITEMS - 1}"),
            primary_key=True,
        ),
        Column("item_id", IdText, CheckConstraint("length(item_id) = 36"), nullable=False),
        one_of("kind", ItemKind),
        line("title"),
        number("minutes", LEAST_ITEM_MINUTES, MOST_ITEM_MINUTES),
        line("note", least=0, most=LONGEST_ITEM_NOTE),
        line("leader", least=0),
        line("materials", least=0, most=LONGEST_MATERIALS),
        line("room", least=0, most=LONGEST_ROOM),
        Column("short", Integer, CheckConstraint("short BETWEEN 0 AND minutes")),
    ]


agenda_item = Table(
    "agenda_item",
    metadata,
    of("session", "session_id", key=True),
    *agenda_columns(),
    UniqueConstraint("session_id", "item_id"),
    sqlite_strict=True,
)

agenda_template = Table(
    "agenda_template",
    metadata,
    own_id(),
    line("name"),
    Column("name_key", Text, nullable=False, unique=True),
    sqlite_strict=True,
)

template_item = Table(
    "template_item",
    metadata,
    of("agenda_template", "template_id", key=True),
    *agenda_columns(),
    UniqueConstraint("template_id", "item_id"),
    sqlite_strict=True,
)

programme = Table(
    "programme",
    metadata,
    own_id(),
    line("name"),
    Column("name_key", Text, nullable=False, unique=True),
    sqlite_strict=True,
)

programme_topic = Table(
    "programme_topic",
    metadata,
    of("programme", "programme_id", key=True),
    Column(
        "place",
        Integer,
        CheckConstraint(f"place BETWEEN 0 AND {MOST_TOPICS - 1}"),
        primary_key=True,
    ),
    line("topic", least=0),
    sqlite_strict=True,
)
