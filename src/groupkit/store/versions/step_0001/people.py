"""Participants, their memberships, and what is recorded of them."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE participant (
        id TEXT NOT NULL CHECK (length(id) = 36),
        number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 12),
        alias BLOB NOT NULL CHECK (length(alias) <= 1000),
        erased TEXT
            CHECK (erased IS date(erased) AND erased BETWEEN '2000-01-01' AND '2100-12-31'),
        handled INTEGER NOT NULL CHECK (handled IN (0, 1)),
        PRIMARY KEY (id),
        UNIQUE (number)
    ) STRICT
    """,
    """
    CREATE TABLE membership (
        id TEXT NOT NULL CHECK (length(id) = 36),
        group_id TEXT NOT NULL,
        participant_id TEXT NOT NULL,
        joined TEXT NOT NULL
            CHECK (joined IS date(joined) AND joined BETWEEN '2000-01-01' AND '2100-12-31'),
        left_on TEXT
            CHECK (left_on IS date(left_on) AND left_on BETWEEN '2000-01-01' AND '2100-12-31'),
        why_left TEXT
            CHECK (why_left IN (
                'completed', 'moved', 'back_at_shelter', 'other_offer', 'own_wish', 'unknown'
            )),
        PRIMARY KEY (id),
        CHECK (left_on >= joined),
        CHECK (why_left IS NULL OR left_on IS NOT NULL),
        UNIQUE (group_id, participant_id, joined),
        FOREIGN KEY(group_id) REFERENCES "group" (id),
        FOREIGN KEY(participant_id) REFERENCES participant (id)
    ) STRICT
    """,
    """
    CREATE INDEX membership_by_participant ON membership (participant_id)
    """,
    """
    CREATE TABLE pause (
        membership_id TEXT NOT NULL,
        first TEXT NOT NULL
            CHECK (first IS date(first) AND first BETWEEN '2000-01-01' AND '2100-12-31'),
        last TEXT CHECK (last IS date(last) AND last BETWEEN '2000-01-01' AND '2100-12-31'),
        PRIMARY KEY (membership_id, first),
        CHECK (last >= first),
        FOREIGN KEY(membership_id) REFERENCES membership (id)
    ) STRICT
    """,
    """
    CREATE TABLE group_note (
        id TEXT NOT NULL CHECK (length(id) = 36),
        session_id TEXT NOT NULL,
        text BLOB NOT NULL CHECK (length(text) <= 100000),
        PRIMARY KEY (id),
        UNIQUE (session_id),
        FOREIGN KEY(session_id) REFERENCES session (id)
    ) STRICT
    """,
    """
    CREATE TABLE mark (
        id TEXT NOT NULL CHECK (length(id) = 36),
        session_id TEXT NOT NULL,
        participant_id TEXT NOT NULL,
        status TEXT NOT NULL
            CHECK (status IN (
                'present', 'late', 'left_early',
                'absent_notice', 'absent_no_notice', 'not_invited'
            )),
        reason BLOB CHECK (length(reason) <= 2000),
        PRIMARY KEY (id),
        CHECK (reason IS NULL OR status = 'absent_notice'),
        UNIQUE (session_id, participant_id),
        FOREIGN KEY(session_id) REFERENCES session (id),
        FOREIGN KEY(participant_id) REFERENCES participant (id)
    ) STRICT
    """,
    """
    CREATE INDEX mark_by_participant ON mark (participant_id)
    """,
    """
    CREATE TABLE own_note (
        id TEXT NOT NULL CHECK (length(id) = 36),
        session_id TEXT NOT NULL,
        participant_id TEXT NOT NULL,
        text BLOB NOT NULL CHECK (length(text) <= 100000),
        PRIMARY KEY (id),
        UNIQUE (session_id, participant_id),
        FOREIGN KEY(session_id) REFERENCES session (id),
        FOREIGN KEY(participant_id) REFERENCES participant (id)
    ) STRICT
    """,
    """
    CREATE INDEX own_note_by_participant ON own_note (participant_id)
    """,
    """
    CREATE VIEW roster AS
    SELECT session.id AS session_id, membership.participant_id AS participant_id
    FROM session JOIN membership ON membership.group_id = session.group_id
    WHERE session.cancelled = 0
        AND session.day BETWEEN membership.joined AND coalesce(membership.left_on, '9999-12-31')
    """,
    """
    CREATE VIEW stray AS
    SELECT session_id, participant_id FROM (
        SELECT session_id, participant_id FROM mark
        UNION ALL SELECT session_id, participant_id FROM own_note
        UNION ALL SELECT session_id, participant_id FROM handed_out
    ) AS recorded
    WHERE NOT EXISTS (
        SELECT 1 FROM roster WHERE roster.session_id = recorded.session_id
        AND roster.participant_id = recorded.participant_id
    )
    """,
)
