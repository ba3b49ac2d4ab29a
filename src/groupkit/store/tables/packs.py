"""Material packs: the key that the house signs them with, and the makers it has come to know."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer, Table

from groupkit.domain.text import LONGEST_NAME
from groupkit.store.tables.shapes import exact_bytes, line, metadata, moment, of

pack_key = Table(
    "pack_key",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    exact_bytes("seed", 32),
    sqlite_strict=True,
)

known_maker = Table(
    "known_maker",
    metadata,
    exact_bytes("public", 32, key=True),
    line("name", least=0, most=LONGEST_NAME),
    moment("accepted"),
    of("user", "accepted_by"),
    sqlite_strict=True,
)
