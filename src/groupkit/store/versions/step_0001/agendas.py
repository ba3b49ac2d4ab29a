"""Agendas of sessions and agendas kept as templates."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE agenda_item (
        session_id TEXT NOT NULL,
        place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 39),
        item_id TEXT NOT NULL CHECK (length(item_id) = 36),
        kind TEXT NOT NULL
            CHECK (kind IN ('opening', 'topic', 'exercise', 'break', 'closing', 'other')),
        title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 240),
        note TEXT NOT NULL CHECK (length(note) BETWEEN 0 AND 1000),
        leader TEXT NOT NULL CHECK (length(leader) BETWEEN 0 AND 80),
        materials TEXT NOT NULL CHECK (length(materials) BETWEEN 0 AND 400),
        room TEXT NOT NULL CHECK (length(room) BETWEEN 0 AND 200),
        short INTEGER CHECK (short BETWEEN 0 AND minutes),
        PRIMARY KEY (session_id, place),
        UNIQUE (session_id, item_id),
        FOREIGN KEY(session_id) REFERENCES session (id)
    ) STRICT
    """,
    """
    CREATE TABLE agenda_template (
        id TEXT NOT NULL CHECK (length(id) = 36),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        name_key TEXT NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (name_key)
    ) STRICT
    """,
    """
    CREATE TABLE template_item (
        template_id TEXT NOT NULL,
        place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 39),
        item_id TEXT NOT NULL CHECK (length(item_id) = 36),
        kind TEXT NOT NULL
            CHECK (kind IN ('opening', 'topic', 'exercise', 'break', 'closing', 'other')),
        title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 240),
        note TEXT NOT NULL CHECK (length(note) BETWEEN 0 AND 1000),
        leader TEXT NOT NULL CHECK (length(leader) BETWEEN 0 AND 80),
        materials TEXT NOT NULL CHECK (length(materials) BETWEEN 0 AND 400),
        room TEXT NOT NULL CHECK (length(room) BETWEEN 0 AND 200),
        short INTEGER CHECK (short BETWEEN 0 AND minutes),
        PRIMARY KEY (template_id, place),
        UNIQUE (template_id, item_id),
        FOREIGN KEY(template_id) REFERENCES agenda_template (id)
    ) STRICT
    """,
)
