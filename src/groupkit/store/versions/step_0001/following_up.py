"""Incidents, safety answers, follow-ups, and what is counted of them without a woman."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE incident (
        id TEXT NOT NULL CHECK (length(id) = 36),
        fields BLOB NOT NULL CHECK (length(fields) <= 50000),
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE incident_tally (
        id TEXT NOT NULL CHECK (length(id) = 36),
        group_id TEXT,
        year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
        phase TEXT NOT NULL CHECK (phase IN ('before', 'start', 'middle', 'end', 'after')),
        psychological INTEGER NOT NULL CHECK (psychological IN (0, 1)),
        physical INTEGER NOT NULL CHECK (physical IN (0, 1)),
        sexual INTEGER NOT NULL CHECK (sexual IN (0, 1)),
        economic INTEGER NOT NULL CHECK (economic IN (0, 1)),
        material INTEGER NOT NULL CHECK (material IN (0, 1)),
        digital INTEGER NOT NULL CHECK (digital IN (0, 1)),
        stalking INTEGER NOT NULL CHECK (stalking IN (0, 1)),
        teller TEXT NOT NULL CHECK (length(teller) = 36),
        PRIMARY KEY (id),
        CHECK (psychological + physical + sexual + economic + material + digital
                + stalking > 0),
        FOREIGN KEY(group_id) REFERENCES "group" (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE safety_answer (
        id TEXT NOT NULL CHECK (length(id) = 36),
        fields BLOB NOT NULL CHECK (length(fields) <= 10000),
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE safety_tally (
        id TEXT NOT NULL CHECK (length(id) = 36),
        group_id TEXT NOT NULL,
        moment TEXT NOT NULL CHECK (moment IN ('start', 'middle', 'end', 'later')),
        value INTEGER NOT NULL CHECK (value BETWEEN 1 AND 7),
        PRIMARY KEY (id),
        FOREIGN KEY(group_id) REFERENCES "group" (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE safety_change (
        id TEXT NOT NULL CHECK (length(id) = 36),
        group_id TEXT NOT NULL,
        change TEXT NOT NULL CHECK (change IN ('up', 'same', 'down')),
        PRIMARY KEY (id),
        FOREIGN KEY(group_id) REFERENCES "group" (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE follow_up (
        id TEXT NOT NULL CHECK (length(id) = 36),
        owner_id TEXT NOT NULL,
        opened TEXT NOT NULL
            CHECK (opened IS date(opened) AND opened BETWEEN '2000-01-01' AND '2100-12-31'),
        due TEXT NOT NULL
            CHECK (due IS date(due) AND due BETWEEN '2000-01-01' AND '2100-12-31'),
        outcome TEXT
            CHECK (outcome IN ('reached_well', 'reached_needs', 'no_contact', 'handed_over',
                'done', 'not_needed')),
        closed TEXT
            CHECK (closed IS date(closed) AND closed BETWEEN '2000-01-01' AND '2100-12-31'),
        what BLOB NOT NULL CHECK (length(what) <= 10000),
        PRIMARY KEY (id),
        CHECK (due >= opened),
        CHECK (closed >= opened),
        CHECK ((outcome IS NULL) = (closed IS NULL)),
        FOREIGN KEY(owner_id) REFERENCES user (id)
    ) STRICT
    """,
    """
    CREATE INDEX follow_up_by_day ON follow_up (due)
    """,
    """
    CREATE TABLE follow_up_step (
        id TEXT NOT NULL CHECK (length(id) = 36),
        follow_up_id TEXT NOT NULL,
        at TEXT NOT NULL
            CHECK (at IS strftime('%Y-%m-%dT%H:%M:%fZ',
                at) AND at BETWEEN '2000-01-01' AND '2101-01-01'),
        user_id TEXT NOT NULL,
        deed TEXT NOT NULL
            CHECK (deed IN ('opened', 'not_reached', 'snoozed', 'given', 'changed', 'closed',
                'reopened')),
        due TEXT CHECK (due IS date(due) AND due BETWEEN '2000-01-01' AND '2100-12-31'),
        to_id TEXT,
        words BLOB CHECK (length(words) <= 10000),
        PRIMARY KEY (id),
        FOREIGN KEY(follow_up_id) REFERENCES follow_up (id),
        FOREIGN KEY(user_id) REFERENCES user (id),
        FOREIGN KEY(to_id) REFERENCES user (id)
    ) STRICT
    """,
    """
    CREATE INDEX step_of_follow_up ON follow_up_step (follow_up_id, at)
    """,
    """
    CREATE TABLE handed_out (
        session_id TEXT NOT NULL,
        participant_id TEXT NOT NULL,
        topic TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 80),
        sheet TEXT NOT NULL CHECK (length(sheet) BETWEEN 1 AND 80),
        PRIMARY KEY (session_id, participant_id, topic, sheet),
        FOREIGN KEY(session_id) REFERENCES session (id),
        FOREIGN KEY(participant_id) REFERENCES participant (id)
    ) STRICT
    """,
    """
    CREATE INDEX handed_out_by_participant ON handed_out (participant_id)
    """,
)
