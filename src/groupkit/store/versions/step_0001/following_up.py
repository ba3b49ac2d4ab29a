"""Incidents, safety answers, follow-ups, and what is counted of them without a woman."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE incident (
        id TEXT NOT NULL CHECK (length(id) = 36),
        participant_id TEXT NOT NULL,
        told TEXT NOT NULL
            CHECK (told IS date(told) AND told BETWEEN '2000-01-01' AND '2100-12-31'),
        fields BLOB NOT NULL CHECK (length(fields) <= 50000),
        PRIMARY KEY (id),
        FOREIGN KEY(participant_id) REFERENCES participant (id)
    ) STRICT
    """,
    """
    CREATE INDEX incident_of_participant ON incident (participant_id)
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
        messages INTEGER NOT NULL CHECK (messages IN (0, 1)),
        visitation INTEGER NOT NULL CHECK (visitation IN (0, 1)),
        network INTEGER NOT NULL CHECK (network IN (0, 1)),
        meeting INTEGER NOT NULL CHECK (meeting IN (0, 1)),
        third_person INTEGER NOT NULL CHECK (third_person IN (0, 1)),
        children_present TEXT NOT NULL CHECK (children_present IN ('unknown', 'yes', 'no')),
        danger INTEGER NOT NULL CHECK (danger IN (0, 1)),
        PRIMARY KEY (id),
        CHECK (psychological + physical + sexual + economic + material + digital
                + stalking > 0),
        FOREIGN KEY(group_id) REFERENCES "group" (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE safety_answer (
        id TEXT NOT NULL CHECK (length(id) = 36),
        participant_id TEXT NOT NULL,
        group_id TEXT NOT NULL,
        moment TEXT NOT NULL CHECK (moment IN ('start', 'middle', 'end', 'later')),
        day TEXT NOT NULL
            CHECK (day IS date(day) AND day BETWEEN '2000-01-01' AND '2100-12-31'),
        fields BLOB NOT NULL CHECK (length(fields) <= 10000),
        PRIMARY KEY (id),
        UNIQUE (participant_id, group_id, moment),
        FOREIGN KEY(participant_id) REFERENCES participant (id),
        FOREIGN KEY(group_id) REFERENCES "group" (id)
    ) STRICT
    """,
    """
    CREATE TABLE safety_tally (
        id TEXT NOT NULL CHECK (length(id) = 36),
        group_id TEXT NOT NULL,
        at_start INTEGER CHECK (at_start BETWEEN 1 AND 7),
        at_middle INTEGER CHECK (at_middle BETWEEN 1 AND 7),
        at_end INTEGER CHECK (at_end BETWEEN 1 AND 7),
        at_later INTEGER CHECK (at_later BETWEEN 1 AND 7),
        PRIMARY KEY (id),
        FOREIGN KEY(group_id) REFERENCES "group" (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE follow_up (
        id TEXT NOT NULL CHECK (length(id) = 36),
        participant_id TEXT,
        session_id TEXT,
        incident_id TEXT,
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
        FOREIGN KEY(participant_id) REFERENCES participant (id),
        FOREIGN KEY(session_id) REFERENCES session (id),
        FOREIGN KEY(incident_id) REFERENCES incident (id),
        FOREIGN KEY(owner_id) REFERENCES user (id)
    ) STRICT
    """,
    """
    CREATE INDEX follow_up_by_day ON follow_up (due)
    """,
    """
    CREATE INDEX follow_up_of_participant ON follow_up (participant_id)
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
