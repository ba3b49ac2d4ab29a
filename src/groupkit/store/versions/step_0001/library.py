"""The house's own texts, topics, pictures and words, and what sessions used."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE own_topic (
        slug TEXT NOT NULL
            CHECK (length(slug) BETWEEN 1 AND 80 AND slug NOT GLOB '*[^a-z0-9-]*'),
        retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
        PRIMARY KEY (slug)
    ) STRICT
    """,
    """
    CREATE TABLE own_topic_words (
        slug TEXT NOT NULL,
        language TEXT NOT NULL CHECK (language IN ('da', 'en')),
        title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
        summary TEXT NOT NULL CHECK (length(summary) BETWEEN 0 AND 300),
        PRIMARY KEY (slug, language),
        FOREIGN KEY(slug) REFERENCES own_topic (slug)
    ) STRICT
    """,
    """
    CREATE TABLE topic_agenda_item (
        slug TEXT NOT NULL CHECK (length(slug) BETWEEN 1 AND 80),
        language TEXT NOT NULL CHECK (language IN ('da', 'en')),
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
        PRIMARY KEY (slug, language, place),
        UNIQUE (slug, language, item_id)
    ) STRICT
    """,
    """
    CREATE TABLE own_sheet (
        topic TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 80),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        sharing TEXT NOT NULL CHECK (sharing IN ('take_home', 'stays_here', 'facilitators')),
        retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
        PRIMARY KEY (topic, name)
    ) STRICT
    """,
    """
    CREATE TABLE text_version (
        id TEXT NOT NULL CHECK (length(id) = 36),
        topic TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 80),
        sheet TEXT NOT NULL CHECK (length(sheet) BETWEEN 1 AND 80),
        language TEXT NOT NULL
            CHECK (language IN ('da', 'en', 'ar', 'fa', 'so', 'ti', 'tr', 'uk')),
        number INTEGER NOT NULL CHECK (number >= 1),
        text TEXT NOT NULL CHECK (length(text) BETWEEN 0 AND 60000),
        state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'retired')),
        made TEXT NOT NULL
            CHECK (made IS strftime('%Y-%m-%dT%H:%M:%fZ', made)
                AND made BETWEEN '2000-01-01' AND '2101-01-01'),
        made_by TEXT NOT NULL,
        basis TEXT NOT NULL CHECK (length(basis) IN (0, 64)),
        translates TEXT NOT NULL CHECK (length(translates) IN (0, 64)),
        approved TEXT
            CHECK (approved IS strftime('%Y-%m-%dT%H:%M:%fZ', approved)
                AND approved BETWEEN '2000-01-01' AND '2101-01-01'),
        approved_by TEXT,
        PRIMARY KEY (id),
        CHECK ((approved IS NULL) = (approved_by IS NULL)),
        CHECK ((approved IS NULL) = (state = 'draft')),
        UNIQUE (topic, sheet, language, number),
        FOREIGN KEY(made_by) REFERENCES user (id),
        FOREIGN KEY(approved_by) REFERENCES user (id)
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX one_draft ON text_version (topic, sheet, language) WHERE state = 'draft'
    """,
    """
    CREATE UNIQUE INDEX one_in_force ON text_version (topic, sheet, language)
    WHERE state = 'approved'
    """,
    """
    CREATE TABLE kept_text (
        digest TEXT NOT NULL CHECK (length(digest) = 64),
        text TEXT NOT NULL CHECK (length(text) BETWEEN 0 AND 60000),
        PRIMARY KEY (digest)
    ) STRICT
    """,
    """
    CREATE TABLE used_text (
        session_id TEXT NOT NULL,
        topic TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 80),
        sheet TEXT NOT NULL CHECK (length(sheet) BETWEEN 1 AND 80),
        language TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (session_id, topic, sheet, language),
        FOREIGN KEY(session_id) REFERENCES session (id),
        FOREIGN KEY(digest) REFERENCES kept_text (digest)
    ) STRICT
    """,
    """
    CREATE TABLE picture (
        name TEXT NOT NULL
            CHECK (length(name) BETWEEN 1 AND 80 AND name NOT GLOB '*[^a-z0-9-]*'),
        kind TEXT NOT NULL CHECK (kind IN ('png', 'jpeg', 'svg')),
        width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 2000),
        height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 2000),
        data BLOB NOT NULL CHECK (length(data) BETWEEN 1 AND 4000000),
        PRIMARY KEY (name)
    ) STRICT
    """,
    """
    CREATE TABLE own_word (
        word TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 80),
        PRIMARY KEY (word)
    ) STRICT
    """,
)
