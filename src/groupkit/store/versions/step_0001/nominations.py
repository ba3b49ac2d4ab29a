"""Nominations, ties between women, what the team must know of each, the house's own rules."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE nomination (
        id TEXT NOT NULL CHECK (length(id) = 36),
        participant_id TEXT NOT NULL,
        made TEXT NOT NULL
            CHECK (made IS date(made) AND made BETWEEN '2000-01-01' AND '2100-12-31'),
        conversation TEXT
            CHECK (conversation IS date(conversation) AND conversation BETWEEN '2000-01-01'
                AND '2100-12-31'),
        said_yes TEXT
            CHECK (said_yes IS date(said_yes) AND said_yes BETWEEN '2000-01-01' AND '2100-12-31'),
        decision TEXT
            CHECK (decision IN ('seat', 'waiting', 'other_offer', 'not_now', 'declined')),
        decided TEXT
            CHECK (decided IS date(decided) AND decided BETWEEN '2000-01-01' AND '2100-12-31'),
        group_id TEXT,
        revision INTEGER NOT NULL CHECK (revision >= 0),
        words BLOB NOT NULL CHECK (length(words) <= 100000),
        PRIMARY KEY (id),
        CHECK ((decision IS NULL) = (decided IS NULL)),
        CHECK (decided >= made),
        CHECK (coalesce(decision = 'seat', 0) = (group_id IS NOT NULL)),
        CHECK (decision <> 'seat' OR said_yes IS NOT NULL),
        FOREIGN KEY(participant_id) REFERENCES participant (id),
        FOREIGN KEY(group_id) REFERENCES "group" (id)
    ) STRICT
    """,
    """
    CREATE INDEX nomination_of_participant ON nomination (participant_id)
    """,
    """
    CREATE UNIQUE INDEX nomination_open ON nomination (participant_id)
    WHERE decision IS NULL OR decision = 'waiting'
    """,
    """
    CREATE TABLE tie (
        id TEXT NOT NULL CHECK (length(id) = 36),
        one_id TEXT NOT NULL,
        other_id TEXT NOT NULL,
        bond BLOB NOT NULL CHECK (length(bond) <= 1000),
        PRIMARY KEY (id),
        CHECK (one_id < other_id),
        FOREIGN KEY(one_id) REFERENCES participant (id),
        FOREIGN KEY(other_id) REFERENCES participant (id)
    ) STRICT
    """,
    """
    CREATE INDEX tie_by_one ON tie (one_id)
    """,
    """
    CREATE INDEX tie_by_other ON tie (other_id)
    """,
    """
    CREATE TABLE profile (
        id TEXT NOT NULL CHECK (length(id) = 36),
        participant_id TEXT NOT NULL,
        fields BLOB NOT NULL CHECK (length(fields) <= 20000),
        PRIMARY KEY (id),
        UNIQUE (participant_id),
        FOREIGN KEY(participant_id) REFERENCES participant (id)
    ) STRICT
    """,
    """
    CREATE TABLE safe_contact (
        id TEXT NOT NULL CHECK (length(id) = 36),
        participant_id TEXT NOT NULL,
        fields BLOB NOT NULL CHECK (length(fields) <= 20000),
        PRIMARY KEY (id),
        UNIQUE (participant_id),
        FOREIGN KEY(participant_id) REFERENCES participant (id)
    ) STRICT
    """,
    """
    CREATE TABLE consent (
        id TEXT NOT NULL CHECK (length(id) = 36),
        participant_id TEXT NOT NULL,
        given TEXT NOT NULL
            CHECK (given IS date(given) AND given BETWEEN '2000-01-01' AND '2100-12-31'),
        withdrawn TEXT
            CHECK (withdrawn IS date(withdrawn) AND withdrawn BETWEEN '2000-01-01'
                AND '2100-12-31'),
        purpose BLOB NOT NULL CHECK (length(purpose) <= 2000),
        PRIMARY KEY (id),
        CHECK (withdrawn >= given),
        FOREIGN KEY(participant_id) REFERENCES participant (id)
    ) STRICT
    """,
    """
    CREATE INDEX consent_of_participant ON consent (participant_id)
    """,
    """
    CREATE TABLE practice (
        id INTEGER NOT NULL CHECK (id = 1),
        seats INTEGER NOT NULL CHECK (seats BETWEEN 2 AND 30),
        contact_days INTEGER NOT NULL CHECK (contact_days BETWEEN 7 AND 365),
        gbvims INTEGER NOT NULL CHECK (gbvims IN (0, 1)),
        danger TEXT NOT NULL CHECK (length(danger) BETWEEN 0 AND 4000),
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE own_offer (
        place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 19),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        PRIMARY KEY (place),
        UNIQUE (name)
    ) STRICT
    """,
    """
    CREATE TABLE hidden_field (
        name TEXT NOT NULL
            CHECK (name IN ('contact_person', 'language', 'interpreter', 'childcare',
                'near_door', 'other_needs', 'children', 'consent', 'safety')),
        PRIMARY KEY (name)
    ) STRICT
    """,
    """
    CREATE TABLE retention (
        kind TEXT NOT NULL
            CHECK (kind IN ('notes', 'incidents', 'follow_ups', 'nominations', 'person')),
        months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 120),
        PRIMARY KEY (kind)
    ) STRICT
    """,
)
